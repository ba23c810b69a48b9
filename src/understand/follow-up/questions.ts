import type { QuestionIntent } from "./follow-up.ts";
import { questionPatterns } from "./question-patterns.ts";

const compiled = questionPatterns.map(
  ([intent, patterns]) =>
    [intent, patterns.map((pattern) => new RegExp(`(?<![\\w'])(?:${pattern})(?![\\w'])`))] as const,
);

/** "Why would that be cheaper?" wants the reason, whatever else it names. */
const why = /^(?:(?:so|and|but|ok|okay|hmm|hm|then|also|wait|well|now|just|oh) ,? ?)*(?:why|how come|how so)\b/;

/** Intents that are said, not asked: a decision needs no question mark. */
const stated: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>(["decide"]);
/** Longest remark that is taken for a request without saying so: "limits", "the assumptions please". */
const briefWords = 4;

/** Clouds no review is about. */
const otherClouds =
  /\b(?:azure|gcp|google cloud|hetzner|digital ?ocean|heroku|cloudflare|oracle cloud|alibaba|vercel)\b/;

/** A remark with a subject of its own asks for nothing: "staging is broken". */
const statement = /^(?:no|not|without)\b|\b(?:is|are|was|were|that's|it's|i'm|i|we|my|your)\b/;

/** What a question asks for, from its words; null where nothing of a review is asked. */
export function questionIntent(text: string): QuestionIntent | null {
  if (played.test(text)) return null;
  const brief = text.split(" ").length <= briefWords + 2;
  const sentences = brief ? [text] : text.split(/(?<=(?:^| )[.?!]+) /);
  return sentences.map((sentence) => sentenceIntent(sentence.trim())).find((intent) => intent !== null) ?? null;
}

/** A text that plays a part ("SYSTEM: ...") asks for nothing. */
const played = /^(?:system|assistant|developer|user|admin|root) ?:/;

function sentenceIntent(text: string): QuestionIntent | null {
  const bare = text
    .replace(/[^\p{L}\p{N}@#=' ]/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  if (otherClouds.test(bare)) return null;
  if (why.test(bare) && !/prime video/.test(bare)) return "explain";
  const asked = asks(text, bare);
  const found = compiled.filter(([intent]) => asked || stated.has(intent));
  return found.find(([, patterns]) => patterns.some((pattern) => pattern.test(bare)))?.[0] ?? null;
}

function asks(text: string, bare: string): boolean {
  if (text.includes("?") || asking.test(bare)) return true;
  return bare.split(" ").length <= briefWords && !statement.test(bare);
}

/** What people say before they come to the point. */
export const greeting =
  "(?:(?:hey|ok|okay|so|and|please|hi|hello|rethink|bot|now|then|well|hmm|hm|but|lol|haha|oh|also|btw|um) ?[,!]? ?)*";

/** Openings of a question or a request, question mark or not. */
const asking = new RegExp(
  `^${greeting}(?:(?:can|could|would|will) (?:you|i|we) )?(?:what|what's|whats|who|who's|where|where's|when|which|how|how's|why|is|are|was|does|do|did|will|would|can|could|should|any|tell|show|give|explain|list|compare|break|walk|talk|put|describe|remind|say|see|split|on what|at how|from how|at what|at which|from what|from which|under what|until|i'd like|i want|i'd love|i would like|we'd like|let me|let's see|i don't (?:get|understand|follow|believe|see|buy|trust)|(?:this|that|it) (?:can't|cannot|doesn't|makes no)|(?:does|did|is|was|were|has|would|wo)n't|not sure (?:i|how|why|what)|curious|wondering|i wonder|just wondering|help|please (?:show|explain|tell|list|break))(?![\\w'])`,
);
