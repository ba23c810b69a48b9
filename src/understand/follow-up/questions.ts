import type { Intent, QuestionIntent } from "./follow-up.ts";
import { questionPatterns } from "./question-patterns.ts";

const compiled = questionPatterns.map(
  ([intent, patterns]) =>
    [intent, patterns.map((pattern) => new RegExp(`(?<![\\w'])(?:${pattern})(?![\\w'])`))] as const,
);

/** What a question asks for, from its words; null where nothing of a review is asked. */
export function questionIntent(text: string): QuestionIntent | null {
  return compiled.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)))?.[0] ?? null;
}

const opening =
  "(?:no|nope|nah|ok|okay|hmm|hm|oh|wait|sorry|oops|actually|please|can you|could you|can we|let's|lets|well|ah|just|then|and|alright|argh|ugh|fine|so|um|hey|but|now|yeah|yes|maybe|on second thought|second thoughts|rethink)";
const takenBack = [
  "undo\\w*|revert\\w*|reverse|roll(?:ing)? ?back|roll (?:it|that|this) back|rollback|go(?:ing)? back|back out",
  "back to (?:before|how|what|the (?:previous|last|original|old|earlier|first)|where|square one|normal|start)",
  "(?:take|put|set|change|switch|turn|bring) (?:it|that|this|everything|things|all that) back",
  "(?:scratch|strike|forget|ignore|cancel|discard|disregard|drop|skip|remove|delete) (?:that|it|this|the last|my last|the previous|what i (?:just )?said|about (?:that|it)|i said that|that last \\S+)",
  "never ?mind|nvm|restore|reset|as (?:it was|before|you were)|like (?:it was )?before|(?:the )?(?:previous|last|earlier|original) (?:version|state|one|revision|numbers|setup|values)",
  "the way it was|how it was|ctrl z|step back|one step back|that was (?:a )?(?:mistake|silly|stupid|wrong)",
];
const undoing = new RegExp(`^(?:${opening} ?[,.!]* ?)*(?:${takenBack.join("|")})(?![\\w'])`);

/** True for words that take the last change back. A value in them ("back to 512 MB") is a change instead. */
export function isUndo(text: string): boolean {
  return undoing.test(text);
}

const greeting =
  "(?:(?:hey|ok|okay|so|and|please|hi|hello|rethink|bot|now|then|well|hmm|hm|but|lol|haha|oh|also|btw|um) ?[,!]? ?)*";

/** Opens a question or an order that is meant for whoever can answer it. */
const forTheBot = new RegExp(
  `^${greeting}(?:what|what's|whats|who|who's|where|where's|when|which|how|how's|why|write|tell|give|show|draw|translate|summari[sz]e|calculate|compute|generate|create|find|search|list|explain|order|book|buy|send|sing|play|recommend|describe|draft|make|compose|is|are|does|do|can|could|would|will|should|i need|i want|we need|we want|reduce|increase|change|set|optimi[sz]e|improve|fix|use|switch|move|migrate|add|remove|deploy|split|double|halve|no ,? ?(?:that's|it's|this is|that is) (?:wrong|not)|that's (?:wrong|not right|incorrect|not what)|this is (?:wrong|not)|wrong)(?![\\w'])`,
);

const someone = "(?:someone|anyone|anybody|somebody|everyone|everybody|you guys|y'?all|you two|you all)";
const doing =
  "(?:have|had|see|seen|know|think|want|review|reviewed|approve|merge|join|joining|free|around|there|ok|okay|up|coming|mean|done|remember|available|back|look|looked|take|share|send|ping|check)";

/** Questions and remarks of people to each other. */
const betweenPeople = [
  `(?:can|could|would|will|do|did|does|have|has|are|is|who|who's|when|where|how|what|why|should)(?: \\S+)? ${someone}`,
  `(?:can|could|would|will|do|did|have|are|were) you (?:\\S+ )?${doing}`,
  `(?:anyone|anybody|someone|who(?:'s| is| wants| can| will| has)) (?:\\S+ ){0,2}(?:up|in|on call|joining|free|around|presenting|taking|owns?|driving|merged|broke|review|approve|for)`,
  "(?:when|where|should|shall|can|could|what time|how about) (?:do |should |shall |are )?we (?:meet|do this|discuss|talk|chat|start|have lunch|sync|move on|take this|regroup|meeting)",
  "what (?:time|do you (?:think|guys|all|reckon)|does everyone|a |the (?:hell|heck|f))|what's (?:up|for lunch|next on|everyone|the plan for)",
  "how (?:are you|was|is everyone|about (?:lunch|coffee|we meet|tomorrow|monday|friday|a call))|where are (?:you|we meeting)|are (?:you|we) (?:done|good|ok|there|sure we|all|on|ready)|is (?:he|she|everyone|anyone)|does (?:he|she)|did (?:he|she|they)|why so serious",
];
const social = new RegExp(`^${greeting}(?:inert ,? ?)?(?:${betweenPeople.join("|")})(?![\\w'])`);

/** Where nothing was understood: a question or an order deserves a line, the rest is chatter. */
export function unreadIntent(text: string): Intent {
  if (social.test(text) || /^inert\b/.test(text)) return "none";
  return forTheBot.test(text) ? "unknown" : "none";
}
