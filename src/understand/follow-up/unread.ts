import type { Intent } from "./follow-up.ts";
import { unexplained } from "./glue.ts";
import { greeting } from "./questions.ts";

/** Orders anyone could give a chat bot, and questions about the world: they deserve a line. */
const anyOrder = new RegExp(
  `^${greeting}(?:(?:can|could|would|will) you |please )*(?:write|tell|give|show|draw|translate|summari[sz]e|calculate|compute|generate|create|find|search|list|explain|order|book|buy|sing|play|recommend|describe|draft|compose|remind)(?! (?:me|us|you) (?:a |one )?(?:#ms|#clock|minute|sec|moment|break|second))(?![\\w'])`,
);
/** Questions about anything. */
const openQuestion = new RegExp(
  `^${greeting}(?:what(?! a )|what's|whats|where|where's|when|which|how(?! (?:nice|cool|funny|sweet|sad|dare))|how's|who (?:is|was|are|won|wins|wrote|invented|made|built|owns|discovered)|who's|why) \\S+`,
);
/** Orders and remarks that mean a design: unclear ones deserve a line only where something of a workload is in them. */
const designOrder = new RegExp(
  `^${greeting}(?:is|are|does|do|can|could|would|will|should|i need(?! #)|i want(?! #)|we need|we want|reduce|increase|change|set|make|optimi[sz]e|improve|fix|use|switch|move|migrate|add|remove|deploy|split|merge|double|halve|put|run|drop|raise|lower|cut|shave|trim|knock|shrink|grow|scale|bump|no ,? ?(?:that's|it's|this is|that is) (?:wrong|not)|that's (?:wrong|not right|incorrect|not what)|this is (?:wrong|not)|wrong)(?![\\w'])`,
);
/** Whoever says "you" and asks for nothing known means the bot, or a person: it costs a line. */
const toTheBot = new RegExp(`^${greeting}(?:can|could|would|will|do|are) you(?![\\w'])`);
/** Words of a design in a text without any token. */
const design =
  /\b(?:lambdas?|function|functions|step|steps|serverless|monolith|fargate|ecs|ec2|container|containers|aws|cost|costs|cheaper|bill|workload|architecture|design|terraform|cold|throttl\w+|latency|quota|region|traffic|memory|that's (?:wrong|not right|incorrect)|wrong)\b/;

/** "Can you charge my phone": asked of a person. */
const theirThings = /\bmy (?!lambdas?|functions?|workload|service|app|api|system|bill|costs?|design|review|steps?)\w+/;

/** "You" as people say it to each other. */
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
  "\\S+ .*\\b(?:your|my) time",
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
