import type { Intent, QuestionIntent } from "./follow-up.ts";
import { unexplained } from "./glue.ts";
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

const greeting =
  "(?:(?:hey|ok|okay|so|and|please|hi|hello|rethink|bot|now|then|well|hmm|hm|but|lol|haha|oh|also|btw|um) ?[,!]? ?)*";

const asking = new RegExp(
  `^${greeting}(?:(?:can|could|would|will) (?:you|i|we) )?(?:what|what's|whats|who|who's|where|where's|when|which|how|how's|why|is|are|was|does|do|did|will|would|can|could|should|any|tell|show|give|explain|list|compare|break|walk|talk|put|describe|remind|say|see|split|on what|at how|from how|at what|at which|from what|from which|under what|until|i'd like|i want|i'd love|i would like|we'd like|let me|let's see|i don't (?:get|understand|follow|believe|see|buy|trust)|(?:this|that|it) (?:can't|cannot|doesn't|makes no)|(?:does|did|is|was|were|has|would|wo)n't|not sure (?:i|how|why|what)|curious|wondering|i wonder|just wondering|help|please (?:show|explain|tell|list|break))(?![\\w'])`,
);

const opening =
  "(?:no|nope|nah|ok|okay|hmm|hm|oh|wait|sorry|oops|actually|please|can you|could you|can we|let's|lets|well|ah|just|then|and|alright|argh|ugh|fine|so|um|hey|but|now|yeah|yes|maybe|on second thought|second thoughts|rethink)";
const takenBack = [
  "undo|undone|revert|reverted|reverse|roll(?:ing)? ?back|roll (?:it|that|this) back|rollback|go(?:ing)? back|back out",
  "back to (?:before|how|what|the (?:previous|last|original|old|earlier|first)|where|square one|normal|start)",
  "(?:take|put|set|change|switch|turn|bring) (?:it|that|this|everything|things|all that) back",
  "(?:scratch|strike|forget|ignore|cancel|discard|disregard) (?:that|it|this|the last|my last|the previous|what i (?:just )?said|about (?:that|it)|i said that|that last \\S+)",
  "(?:drop|skip|remove|delete|kill|lose) (?:that|the|my) (?:last |latest )?(?:change|edit|idea|tweak|thing)",
  "never ?mind|nvm|restore|reset|as (?:it was|before|you were)|like (?:it was )?before|(?:the )?(?:previous|last|earlier|original) (?:version|state|one|revision|numbers|setup|values)",
  "the way it was|how it was|ctrl z|step back|one step back|#n=1 (?:step|revision|version) back|that was (?:a )?(?:mistake|silly|stupid|wrong)",
];
const undoing = new RegExp(
  `^(?:${opening} ?[,.!]* ?)*(?:${takenBack.join("|")})(?![\\w'])(?! (?:me|found|send|sent|the prs?|the commits?|about it)\\b)`,
);

/** "Undo the 2 GB", "never mind the 500 rps": what comes after is what is taken back, up to a comma. */
const undoingOneThing = new RegExp(
  `^(?:${opening} ?[,.!]* ?)*(?:undo|revert|roll ?back|take back|never ?mind|nvm)(?! (?:to|back to) [#%])(?! (?:me|found|send|sent|about|got)\\b)(?!.*\\b(?:prs?|commits?|merge|branch|deploy|deployment|release|migration|email|message)\\b)(?: [^,.;:]*)?$`,
);

/**
 * True for words that take the last change back.
 *
 * @param namesValue true where they name a value: "back to 512 MB" is a change, "undo the 2 GB" is not
 */
export function isUndo(text: string, namesValue: boolean): boolean {
  return undoingOneThing.test(text) || (!namesValue && undoing.test(text));
}

/** Orders anyone could give a chat bot, and questions about the world: they deserve a line. */
const anyOrder = new RegExp(
  `^${greeting}(?:(?:can|could|would|will) you |please )*(?:write|tell|give|show|draw|translate|summari[sz]e|calculate|compute|generate|create|find|search|list|explain|order|book|buy|sing|play|recommend|describe|draft|compose|remind)(?! (?:me|us|you) (?:a |one )?(?:#ms|#clock|minute|sec|moment|break|second))(?![\\w'])`,
);
const openQuestion = new RegExp(
  `^${greeting}(?:what(?! a )|what's|whats|where|where's|when|which|how(?! (?:nice|cool|funny|sweet|sad|dare))|how's|who (?:is|was|are|won|wins|wrote|invented|made|built|owns|discovered)|who's|why) \\S+`,
);
/** Orders and remarks that mean a design: unclear ones deserve a line only where something of a workload is in them. */
const designOrder = new RegExp(
  `^${greeting}(?:is|are|does|do|can|could|would|will|should|i need(?! #)|i want(?! #)|we need|we want|reduce|increase|change|set|make|optimi[sz]e|improve|fix|use|switch|move|migrate|add|remove|deploy|split|merge|double|halve|put|run|drop|raise|lower|cut|shave|trim|knock|shrink|grow|scale|bump|no ,? ?(?:that's|it's|this is|that is) (?:wrong|not)|that's (?:wrong|not right|incorrect|not what)|this is (?:wrong|not)|wrong)(?![\\w'])`,
);
const toTheBot = new RegExp(`^${greeting}(?:can|could|would|will|do|are) you(?![\\w'])`);
const design =
  /\b(?:lambdas?|function|functions|step|steps|serverless|monolith|fargate|ecs|ec2|container|containers|aws|cost|costs|cheaper|bill|workload|architecture|design|terraform|cold|throttl\w+|latency|quota|region|traffic|memory|that's (?:wrong|not right|incorrect)|wrong)\b/;

/** "Can you charge my phone": asked of a person. */
const theirThings = /\bmy (?!lambdas?|functions?|workload|service|app|api|system|bill|costs?|design|review|steps?)\w+/;

const someone = "(?:someone|anyone|anybody|somebody|everyone|everybody|you guys|y'?all|you two|you all)";
const doing =
  "(?:have|had|see|seen|know|think|want|review|reviewed|approve|merge|join|joining|free|around|there|ok|okay|up|coming|mean|done|remember|available|back|look|looked|take|share|send|ping|check)";

/** Questions and remarks of people to each other. */
const betweenPeople = [
  `(?:can|could|would|will|do|did|does|have|has|are|is|who|who's|when|where|how|what|why|should)(?: \\S+)? ${someone}`,
  `(?:can|could|would|will|do|did|have|are|were) you (?:\\S+ )?${doing}`,
  `(?:anyone|anybody|someone|who(?:'s| is| wants| can| will| has)) (?:\\S+ ){0,2}(?:up|in|on call|joining|free|around|presenting|taking|owns?|driving|merged|broke|review|approve|for)`,
  "(?:when|where|should|shall|can|could|what time|how about) (?:do |should |shall |are )?we (?:meet|do this|discuss|talk|chat|start|have lunch|sync|move on|take this|regroup|meeting)",
  "(?:move|push|shift|postpone|reschedule|put|do|make) (?:it|this|that|the \\w+) (?:to|on|until|till|for) (?:next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|next week|later|#clock=\\S+)",
  "(?:what|how) about (?:at |on |around )?(?:#clock=\\S+|#n=\\S+ (?:pm|am|o'clock|oclock)|(?:next )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|tonight))",
  "what (?:time (?:do|are|should|shall|works|is the|is our|was|for)|do you (?:think|guys|all|reckon)|does everyone|a |the (?:hell|heck|f))|what's (?:up|for lunch|next on|everyone|the plan for)",
  "how (?:are you|was|is everyone|about (?:lunch|coffee|we meet|tomorrow|monday|friday|a call))|where are (?:you|we meeting)|are (?:you|we) (?:done|good|ok|there|sure we|all|on|ready)|is (?:he|she|everyone|anyone)|does (?:he|she)|did (?:he|she|they)|why so serious",
];
const social = new RegExp(`^${greeting}(?:inert ,? ?)?(?:${betweenPeople.join("|")})(?![\\w'])`);

/**
 * Where nothing was understood: a question or an order that may be meant for Rethink deserves a line, the rest is chatter.
 *
 * @param line the same words as tokens: which parts of a workload they name. A bare figure beside unknown things ("4
 * beers") names none.
 */
export function unreadIntent(text: string, line: string): Intent {
  const touchesWorkload = /[@$%!]\w/.test(line);
  const touchesFigure = /\*|#(?!clock|usd|ms=[6-9]\d{4}|ms=\d{6})\w/.test(line);
  if (social.test(text) || /^inert\b/.test(text)) return "none";
  if (anyOrder.test(text) || openQuestion.test(text)) return "unknown";
  if (theirThings.test(text)) return "none";
  if (toTheBot.test(text)) return "unknown";
  const strange = unexplained(text.split(" ")).length > 0;
  const touches = touchesWorkload || (touchesFigure && !strange);
  return designOrder.test(text) && (touches || design.test(text)) ? "unknown" : "none";
}
