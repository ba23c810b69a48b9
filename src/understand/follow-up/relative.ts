import { byHedged, hedges, moved, times } from "./amounts.ts";
import { differences } from "./differences.ts";
import { carriedVerbs, crowd, grows, shrinks } from "./directions.ts";
import { multiples } from "./multiples.ts";
import { type Rewriting, rule } from "./tokens.ts";

/** A run time is cut or stretched: the field is said by the word itself. */
function speed(factor: number): string {
  return `${times(factor)} @duration`;
}

/** A part of a whole, captured: "20 %" and "a fifth" are read alike. */
const share = "#(?:pct|part)=(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\\S*";
const fraction = "#part=(\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\\S*";

/** Comparatives after an amount. */
const more =
  "(?:more|higher|extra|additional|bigger|larger|greater|increase|increased|rise|up|growth|on top|heavier|busier|again|above|worse)";
const less =
  "(?:less|fewer|lower|smaller|reduction|decrease|decreased|drop|down|lighter|cheaper|cut|below|under|off(?= {det}[@$*]))";
const longer = "(?:slower|longer)";
const shorter = "(?:faster|quicker|shorter|speedier)";
const asMuch = "as (?:much|many|big|large|high|heavy|bad|strong)";

const to = `(?:back )?(?:down |up )?to ${hedges}`;
/** Figures that are percentages themselves: "utilization down to 60 %" sets it. */
const ofPercent = /@(?:utilization|busy|discount|growth|target|retention)/;

/** What has a size of its own. */
const sized =
  "(?:@objects|object|file|image|photo|picture|frame|frames|payload|@request|message|request|record|document|event|@unit|upload|blob)s?(?: (?:are|is|get|gets|become|were|being|to be))? ";
/** How people and traffic go. */
const leave =
  "(?:leaves?|left|goe?s? away|churns?|churned|walks? away|quits?|drops? (?:off|out)|disappears?|vanish(?:es)?|falls? (?:off|away)|stops? (?:using|coming|ordering)|moves? (?:off|elsewhere)|dries up|evaporates?)";
/** How people come. */
const come =
  "(?:turn(?:s|ed)? up|show(?:s|ed)? up|sign(?:s|ed)? up|come(?:s|ing)?|came|arrive[sd]?|visit(?:s|ed)?|log(?:s|ged)? in|join(?:s|ed)?|hit(?:s)? us|use(?:s|d)? it|order(?:s|ed)?|buy|pile in|@unit)";
const lost = "(?:lose|loses|losing|lost|shed)";

/** "Double both memory and traffic", "peak and traffic double": one factor for each of the fields. */
export const sharedFactors: readonly Rewriting[] = [
  // "Sensors triple, so 3x the readings" says one thing twice.
  [rule("({factor})((?: [a-z]+){0,4}) ,? ?(?:so|ie|i e|meaning|hence|=|that's)(?= \\1 )"), "$2 , "],
  [rule("({factor}) {det}(?:both )?{det}(@\\w+) and {det}(@\\w+)(?! {factor})"), "$1 $2 and $1 $3"],
  [rule("(?<!{factor} (?:the |our )?)(@\\w+) and {det}(@\\w+) (?:both |each |all )?({factor})"), "$1 $3 and $2 $3"],
];

/** What goes away, how often, how big and how fast: the words say the field. */
const said: readonly Rewriting[] = [
  [rule(`({factor}|{q:x}) (?:as many |more )?{det}(${crowd}) ${come}`), "$1 @rate"],
  [rule(`${lost} ${hedges}${share}(?: of)?(?: (?:the|our|its|all))?`), (_, value = "") => times(1 - Number(value))],
  [
    rule(
      `${share} (?:of )?{det}(${crowd})(?: (?:who|would|could|will|all|just|simply|should|were to|to|decide to|suddenly))* ${leave}`,
    ),
    (_, value = "", named = "") => `${times(1 - Number(value))} ${/^@/.test(named) ? named : "@rate"}`,
  ],
  [
    rule("(?:twice|double|{n:x}) (?:as |more )?(?:often|frequent|frequently)"),
    (_, value = "") => `${times(Number(value) || 2)} @rate`,
  ],
  [rule(`${fraction} as (?:often|frequent|frequently)`), (_, value = "") => `${times(Number(value))} @rate`],
  // Size: "files twice as big", "images 50 % larger".
  [
    rule(`${sized}(?:twice|double|{n:x}) (?:as )?(?:big|large|bigger|larger|heavy|heavier)`),
    (_, value = "") => `${times(Number(value) || 2)} @objectsize`,
  ],
  [rule(`${sized}${fraction} (?:as big|as large|the size)`), (_, value = "") => `${times(Number(value))} @objectsize`],
  [rule(`${sized}${share} (?:bigger|larger|heavier)`), (_, value = "") => `${times(1 + Number(value))} @objectsize`],
  [rule(`${sized}${share} (?:smaller|lighter)`), (_, value = "") => `${times(1 - Number(value))} @objectsize`],
  // Speed: "30 % faster" is 30 % less time, "twice as fast" half the time.
  [rule(`${share} ${shorter}`), (_, value = "") => speed(1 - Number(value))],
  [rule(`${share} ${longer}`), (_, value = "") => speed(1 + Number(value))],
  [
    rule("(?:twice|double|{n:x}) (?:as )?(?:fast|quick|faster|quicker)"),
    (_, value = "") => speed(1 / (Number(value) || 2)),
  ],
  [rule("(?:twice|double|{n:x}) (?:as )?(?:slow|slower|long|longer)"), (_, value = "") => speed(Number(value) || 2)],
  [rule(`${fraction} as (?:fast|quick)`), (_, value = "") => speed(1 / Number(value))],
  [rule(`${fraction} as (?:slow|long) again`), (_, value = "") => speed(1 + Number(value))],
  [
    rule(`${fraction} as (?:slow|long)|(?:in )?${fraction} (?:of )?the time`),
    (_, first = "", second = "") => speed(Number(first || second)),
  ],
  [rule(`{n:ms} ${longer}`), (_, value = "") => `+ms=${value} @duration`],
  [rule(`{n:ms} ${shorter}`), (_, value = "") => `+ms=${-Number(value)} @duration`],
];

/** Parts of what there is: "a third more", "up by half", "down to a tenth", "3/4 of the load". */
const ofWhole: readonly Rewriting[] = [
  [
    rule(`${fraction} ${asMuch}(?: {det}(@\\w+|[a-z]+))? again`),
    (_, value = "", named = "") => `${times(1 + Number(value))} ${named}`,
  ],
  [rule(`${fraction} again(?: ${asMuch})?`), (_, value = "") => `${times(1 + Number(value))} more`],
  [
    rule(`(?:knock|take|@takes|shave|slice|chop|cut) ${hedges}${share} off(?: {det}(?=[@$*]))?`),
    (_, value = "") => times(1 - Number(value)),
  ],
  [
    rule(`(?:add|adds|adding) ${hedges}${share}(?: again)?(?: on top)?(?: (?:of|to|on)(?= {det}(?:@|\\$)))?`),
    (_, value = "") => `${times(1 + Number(value))} more`,
  ],
  [rule(`${share} (?:of )?${more}`), (_, value = "") => `${times(1 + Number(value))} more`],
  [rule(`${share} (?:of )?${less}`), (_, value = "") => `${times(1 - Number(value))} less`],
  [
    rule(`(@\\w+ (?:of \\S+ )?)?(?:${grows}|${shrinks}) ${moved}${to}#(pct|part|x)=(\\d+(?:\\.\\d+)?)\\S*(?: of)?`),
    (whole, before = "", named = "", kind = "", value = "") => {
      if (kind === "x" && /@(?:peak|calls|reads|replication)/.test(whole)) return whole;
      if (ofPercent.test(whole)) return whole.replace("#part=", "#pct=");
      return `${before}${times(Number(value))} ${named}`;
    },
  ],
  [
    rule(`(@rate|@unit) (?:\\S+ ){0,2}?(?:to|at) ${hedges}{n:pct}(?: of)?`),
    (_, named = "", value = "") => `${named} ${times(Number(value))}`,
  ],
  [
    rule(`(?:${grows}) ${moved}${byHedged}${share}`),
    (_, named = "", value = "") => `${times(1 + Number(value))} ${named}`,
  ],
  [
    rule(`(?:${shrinks}) ${moved}${byHedged}${share}`),
    (_, named = "", value = "") => `${times(1 - Number(value))} ${named}`,
  ],
  [rule(`(?:${grows}) ${moved}${byHedged}{n:x}`), (_, named = "", value = "") => `${times(Number(value))} ${named}`],
  [
    rule(`(?:${shrinks}) ${moved}${byHedged}{n:x}`),
    (_, named = "", value = "") => `${times(1 / Number(value))} ${named}`,
  ],
  [
    rule("{n:pct} of(?: the| our| its| today's| this)?(?: current| original| present)?(?= (?:@|\\$|what|that|now))"),
    (_, value = "") => times(Number(value)),
  ],
  [rule(`by ${hedges}${fraction}`), (_, value = "") => times(1 - Number(value))],
  [
    rule(`(?:to |in |into |at |only |just )*${fraction}(?: ${asMuch})?(?: of)?(?: (?:the|our|its))?`),
    (_, value = "") => times(Number(value)),
  ],
];

/** Phrases that move a figure become `*factor` or `+kind=difference`. */
export const relativeRewritings: readonly Rewriting[] = [
  ...carriedVerbs,
  ...said,
  ...ofWhole,
  ...multiples,
  ...differences,
];
