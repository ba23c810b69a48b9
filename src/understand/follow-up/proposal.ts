import type { Clause } from "./clauses.ts";

const token = String.raw`[%#!](?:region|arch|orch|entry|store|buy|plan|queue|gateway|s3|hours|instance|free|durable)(?:=\S+)?`;
const around =
  "(?:\\$\\S+|us|me|enough|ok|suffices|a|an|the|our|in|on|to|at|with|by|via|and|or|but|for|we|go|from|only|just|please|pls|plz|instead|then|again|rather|now|maybe|perhaps|too|also|so|region|option|there|ok|okay|yes|no|nope|hmm|well|actually|sorry|not|is|it's|that's|would|do|be|work|works|fine|good|better|possible|back|try|everything|all|it|them|this|that|of|course|let's|say|like|either|both|mode|pricing|front|top|behind|api|gateway|workflow|queue|as|entry|same|thing|we|one)";
/** Nothing but the choice and words that carry it: "graviton?", "in Frankfurt then", "spot would be fine". */
const alone = new RegExp(`^(?:${around} )*${token}(?: ${around}| ${token})*$`);

/** Verbs and turns with which a choice is made, whoever makes it. */
const chosen =
  /\b(?:use|uses|used|using|switch\w*|swap\w*|mov(?:e|es|ed|ing)|migrat\w*|relocat\w*|host\w*|deploy\w*|put(?:ting)?|plac\w*|runs?|running|ran|go(?:es|ing)? (?:with|for|to|through|via|back)|went (?:with|for|to)|live|lives|sits?|located|based|resides?|stays?|we're|we are|it's (?:in|on|an?|the|with|behind)|is (?:in|on|behind)|are (?:in|on|behind)|make|made|have|has|need|needs|want|prefer|pick|choose|chose|chosen|take|sign\w*|agree\w*|settle\w*|commit\w*|buy|bought|get|add|trigger\w*|feed|fed|pass\w*|stor\w*|connect\w*|chain\w*|orchestrat\w*|replac\w*|instead|rather|makes? (?:more|better|most) sense|(?:is|are|'s|would be) (?:closer|nearer|better|cheaper|nicer)|region|window|only|during|between|active|business|hours|come|comes|arrive|arrives|keep|via|through|behind|drop|start|starts|consume|expose\w*|front|enough|suffices|writ(?:e|es|ing)|dump(?:s|ing)?|persist\w*|stick|supposed|should|wrong|correct|right|never|don't|not|(?:i|we) (?:said|meant|mean))\b/;

/** Talk about the same places and products: who is there, what they are like, who said so. */
const mentioned =
  /\b(?:launch\w*|customers?|clients?|markets?|offices?(?! hours?)|teams?|audience|expand\w*|colleagues?|folks|people|crew|visit\w*|travel\w*|fly\w*|flight|holiday|vacation|conference|weather|anyone|someone|asked|(?<!\b(?:i|we) )said|says|heard|rumou?rs?|won|lost|greetings|morning|evening from|bank|university|street|heading|great|awful|terrible|fun|cool|love|hate|favou?rite|overrated|sucks?|on call|support$|the difference|yay|outage)\b/;

/** "Half of our users are in Spain": a share of them lives there. */
const someOf =
  /(?:\*|#pct=)\S+ (?:of )?(?:\S+ )?(?:users?|customers?|clients?|people|members?|visitors?|traffic|devices?|@unit) (?:are|is|sit|sits|live|lives|come|comes)\b/;

/** True where a choice is proposed, not only mentioned. A question that names a case proposes it. */
export function isProposal(clause: Clause, sentence: string): boolean {
  if (/^(?:so|hence|therefore) /.test(clause.text) && alone.test(clause.text)) return true;
  if (mentioned.test(sentence) || someOf.test(clause.text)) return false;
  if (/\b(?:use|try|do|take|go with) (?:that|it|those|them|this)$/.test(sentence)) return true;
  if (clause.supposes || clause.asks || alone.test(clause.text)) return true;
  return chosen.test(clause.text.replace(/[%#!]\S+/g, " "));
}
