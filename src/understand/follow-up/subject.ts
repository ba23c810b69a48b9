import type { Workload } from "#src/model/workload.ts";
import { lemmaOf } from "#src/understand/lex/spelling.ts";
import type { Clause } from "./clauses.ts";
import { unexplained } from "./glue.ts";
import { workNouns } from "./quantities.ts";

/** Verbs with which a statement says what its subject is, has or uses. */
const verb =
  /^(?:is|are|was|were|has|have|had|does|did|do|uses?|eats?|takes|@takes|needs?|wants?|requires?|consumes?|runs?|weighs?|handles?|gets?|sees?|receives?|serves?|answers?|grows?|@growth|sits?|lives?|stays?|hosts?|costs?|holds?|keeps?|stores?|sends?|shows?|gives?|gave|offers?|offered|looks?|seems?|feels?|sounds?)$/;

/** Subjects that may be the workload or a figure of it. */
const ownHeads: ReadonlySet<string> = new Set(
  `it that this they we endpoint frontend backend site website platform product portal shop store these those everything each all both one ones which what there you
   aws amazon finance management boss lambda lambdas function functions step steps handler handlers job jobs task tasks workload service api app application system
   pipeline workflow flow batch call invocation fleet container containers box boxes average mean median max maximum minimum min
   number numbers figure figures value values count total size setting default config configuration region setup stack account
   infra infrastructure stuff deployment environment environments hosting rest others other part design architecture model
   scoring cpu thread threads core cores record records window day night week weekend code work processing execution
   invocations states state gateway queue topic plan spot arm graviton express standard inert unit units thing things
   perunit thestep perstep measured document documents file files frame frames image images photo photos object objects payload
   customers users traffic people person devices device sensors sensor clients members visitors customer user client member visitor uploads downloads upload download ${workNouns.replaceAll("|", " ")}`
    .trim()
    .split(/\s+/),
);

/** Words that may stand before a verb without being its subject. */
const passed =
  /^(?:now|really|actually|only|just|also|still|could|would|should|can|will|may|might|must|probably|maybe|then|today|currently|usually|normally|'s|not|always|already|even|basically|roughly|about|never|to|please|pls|plz|kindly|rather|ideally|realistically|effectively|typically|often|mostly)$/;

const preposition = /^(?:on|with|in|at|for|of|from|by|per|to|when|after|under|over|via|behind|without|during)$/;

function isToken(word: string): boolean {
  return /[@$%#*!+=\d]/.test(word);
}

/**
 * True for a statement whose subject is no part of the workload: "the database is 2 TB", "Slack uses 1 GB", "Kafka: 12
 * brokers". What supposes or asks has no subject to judge.
 */
export function isAboutAnother(clause: Clause, workload: Workload): boolean {
  if (clause.supposes || clause.asks) return false;
  if (
    clause.labels &&
    clause.words.every((word) => !isToken(word) && !/^(?:i|i'm|i've|we|you|it|it's|that|this|my|sorry)$/.test(word))
  ) {
    return unexplained(clause.words).some((word) => !ownHeads.has(word) && !isOwn(word, workload));
  }
  const at = clause.words.findIndex((word) => verb.test(word));
  if (at <= 0) return false;
  const subject = clause.words.slice(0, at).filter((word) => !passed.test(word));
  if (subject.some((word) => /^(?:we|we'd|we'll|we're|we've|i'd|it|it'd|it'll|they|they'll|you|you've)$/.test(word)))
    return false;
  const head = subject.at(-1);
  // "Postgres 18 is faster": a version.
  if (/^#n=/.test(head ?? "") && unexplained(subject.slice(-2)).some((word) => !isOwn(word, workload))) return true;
  if (head === undefined || isToken(head) || ownHeads.has(head)) return false;
  const after = subject.slice(subject.findLastIndex(isToken) + 1);
  // "Charge on the new box takes 3 s" is about charge, "the render farm takes 3 s" about a farm.
  if (after.length < subject.length && after.some((word) => preposition.test(word))) return false;
  return !isOwn(head, workload);
}

/** A word of the workload's name, unit or steps, in any form: "thumbnailing" of "thumbnailer". */
function isOwn(word: string, { unitOfWork, name, steps }: Workload): boolean {
  const own = [unitOfWork, name, ...steps.map((step) => step.name)].flatMap(wordsOf);
  const alike = Math.min(word.length, 4);
  return own.some((other) => other.slice(0, alike) === word.slice(0, alike));
}

/** The words of a name, as lemmas. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => lemmaOf(word).lemma);
}
