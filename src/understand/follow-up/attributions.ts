import { type Rewriting, rule } from "./tokens.ts";

/** People who have a say in a design. What they say of it counts as said here; what others say is talk. */
const roles =
  "(?:boss|vendor|supplier|pm|po|cto|ceo|cfo|architect|lead|manager|management|finance|marketing|product|business|ops|sre|sres|dba|devs?|team|client|customer|support|docs|spec|contract|sla|product owner|tech lead|load test|benchmark|dashboard|grafana|cloudwatch|metrics|monitoring|logs)";
const says =
  "(?:says|say|said|claims|insists|tells (?:me|us)|told (?:me|us)|reckons|thinks|states|estimates|expects|reports|shows|showed)";
const wants = "(?:wants|want|wanted|demands|requires|asks for|asked for|needs|insists on|would like|expects)";

/** "4 GB, says the vendor", "the boss wants p99 under 120 ms": who says it goes, what is said stays. */
export const attributions: readonly Rewriting[] = [
  [rule(`,? ?(?:says|said|according to|claims|per) (?:the |our |my )?${roles}(?= (?:[.,;?!]|$))`), " "],
  [rule(`(?:according to|per|as per) (?:the |our |my )?${roles} ,?`), " "],
  [rule(`(?:the |our |my )?${roles} ${says}(?: that)? ?[,:]?(?= \\S+ .*[#%*@])`), " "],
  [
    rule(
      `(?:the |our |my )?(?:boss|pm|po|cto|ceo|cfo|product|business|management|client|manager|product owner|tech lead|architect) ${wants}(?= .*[#%*])`,
    ),
    "we want",
  ],
];
