import { type Rewriting, rule } from "./tokens.ts";

/** Plain number, unrounded, as the rest of the line writes it. */
function times(factor: number): string {
  return `*${factor}`;
}

const fractions: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
};
const fraction = "(half|third|quarter|fifth|tenth)";

const aOne = "(?:a |one |#n=1 )?";
const more = "(?:more|higher|extra|additional|bigger|larger|greater|increase|increased|rise|up|growth|on top|heavier)";
const less = "(?:less|fewer|lower|smaller|reduction|decrease|decreased|drop|down|lighter|cheaper|cut)";
const longer = "(?:slower|longer)";
const shorter = "(?:faster|quicker|shorter|speedier)";
const raise =
  "(?:increase|increases|increased|grow|grows|raise|raises|rise|rises|up|bump|climb|climbs|add|plus|\\+|go up|goes up|goes up by|jump|jumps|inflate)";
const lower =
  "(?:decrease|decreases|drop|drops|reduce|reduces|cut|cuts|lower|fall|falls|shave|shrink|shrinks|trim|down|minus|-|go down|goes down|less|save|knock)";
const by =
  "((?:(?:the|it|this|that|our|its|@\\w+|@unit|\\$\\S+|[a-z]+) ){0,4}?)(?:by |off |of |another )?(?:about |around |some |maybe )?";

/** A run time is cut or stretched: the field is said by the word itself. */
function speed(factor: number): string {
  return `${times(factor)} @duration`;
}

const sized =
  "(?:@objects|object|file|image|photo|picture|frame|frames|payload|@request|message|request|record|document|event|@unit|upload|blob)s?(?: (?:are|is|get|gets|become|were|being|to be))? ";

const lost = "(?:lose|loses|losing|lost|minus|shed|drop off)";

/** Only "by" makes a difference of it: "raise the memory to 512 MB" sets it. */
function difference(whole: string, kind: string, value: number, what: string): string {
  return / by /.test(whole) ? `+${kind}=${value} ${what}` : whole;
}

const share = (text: string) => Number(text);
const part = (word: string) => fractions[word] ?? 1;

/** "Double both memory and traffic", "peak and traffic double": one factor for each of the fields. */
export const sharedFactors: readonly Rewriting[] = [
  [rule("({factor}) {det}(?:both )?{det}(@\\w+) and {det}(@\\w+)(?! {factor})"), "$1 $2 and $1 $3"],
  [rule("(?<!{factor} (?:the |our )?)(@\\w+) and {det}(@\\w+) (?:both |each |all )?({factor})"), "$1 $3 and $2 $3"],
];

/** Phrases that multiply something become `*factor`. Percentages before a comparison, fractions, "twice as", "3x as". */
export const relativeRewritings: readonly Rewriting[] = [
  [rule("(?:an )?order of magnitude (?:more|higher|bigger)"), times(10)],
  [rule("(?:an )?order of magnitude (?:less|lower|fewer|smaller)"), times(0.1)],
  // "We lose a quarter of our traffic", "30 % of the load goes away".
  [
    rule(`${lost} (?:about |some |around )?${aOne}${fraction} of(?: the| our| its)?`),
    (_, word = "") => times(1 - part(word)),
  ],
  [
    rule(`${lost} (?:about |some |around )?{n:pct}(?: of(?: the| our| its)?)?`),
    (_, value = "") => times(1 - share(value)),
  ],
  [
    rule("(?:twice|double|{n:x}) (?:as |more )?(?:often|frequent|frequently)"),
    (_, value = "") => `${times(Number(value) || 2)} @rate`,
  ],
  [rule("half as (?:often|frequent|frequently)"), `${times(0.5)} @rate`],
  [rule("{n:pct} off(?= (?:the |our |its )?[@$])"), (_, value = "") => times(1 - share(value))],
  // Size: "files twice as big", "images 50 % larger".
  [
    rule(`${sized}(?:twice|double|{n:x}) (?:as )?(?:big|large|bigger|larger|heavy|heavier)`),
    (_, value = "") => `${times(Number(value) || 2)} @objectsize`,
  ],
  [rule(`${sized}half (?:as big|as large|the size)`), `${times(0.5)} @objectsize`],
  [rule(`${sized}{n:pct} (?:bigger|larger|heavier)`), (_, value = "") => `${times(1 + share(value))} @objectsize`],
  [rule(`${sized}{n:pct} (?:smaller|lighter)`), (_, value = "") => `${times(1 - share(value))} @objectsize`],
  // Speed: "30 % faster" is 30 % less time, "twice as fast" half the time.
  [rule(`{n:pct} ${shorter}`), (_, value = "") => speed(1 - share(value))],
  [rule(`{n:pct} ${longer}`), (_, value = "") => speed(1 + share(value))],
  [
    rule(`(?:twice|double|{n:x}) (?:as )?(?:fast|quick|faster|quicker)`),
    (_, value = "") => speed(1 / (Number(value) || 2)),
  ],
  [rule(`(?:twice|double|{n:x}) (?:as )?(?:slow|slower|long|longer)`), (_, value = "") => speed(Number(value) || 2)],
  [rule("half as (?:fast|quick)"), speed(2)],
  [rule("half as (?:slow|long)|half the time|half of the time|in half the time"), speed(0.5)],
  [rule(`{n:ms} ${longer}`), (_, value = "") => `+ms=${value} @duration`],
  [rule(`{n:ms} ${shorter}`), (_, value = "") => `+ms=${-Number(value)} @duration`],
  // Percentages and fractions of what there is.
  [rule(`{n:pct} (?:of )?${more}`), (_, value = "") => times(1 + share(value))],
  [rule(`{n:pct} (?:of )?${less}`), (_, value = "") => times(1 - share(value))],
  [rule(`${raise} ${by}{n:pct}`), (_, what = "", value = "") => `${times(1 + share(value))} ${what}`],
  [rule(`${lower} ${by}{n:pct}`), (_, what = "", value = "") => `${times(1 - share(value))} ${what}`],
  [
    rule(`((?:@\\w+|\\$\\S+) )${raise} (?:by |another )?{n:pct}`),
    (_, what = "", value = "") => `${times(1 + share(value))} ${what}`,
  ],
  [
    rule("{n:pct} of(?: the| our| its| today's| this)?(?: current| original| present)?(?= (?:@|\\$|what|that|now))"),
    (_, value = "") => times(share(value)),
  ],
  [
    rule(`(?:${lower}|${raise}) (?:(@\\w+) )?by ${aOne}${fraction}`),
    (whole, what = "", word = "") =>
      `${times(new RegExp(`^ ?${lower}`).test(whole) ? 1 - part(word) : 1 + part(word))} ${what}`,
  ],
  [rule(`by ${aOne}${fraction}`), (_, word = "") => times(1 - part(word))],
  [rule(`${aOne}${fraction} (?:less|fewer|lower|smaller|shorter|cheaper)`), (_, word = "") => times(1 - part(word))],
  [rule(`${aOne}${fraction} (?:more|again|higher|bigger|larger|longer)`), (_, word = "") => times(1 + part(word))],
  [
    rule(
      `(?:to |in |into |at |only |just )?${aOne}${fraction}(?: as (?:much|many|big|large|high))?(?: of| the)?(?: the| that| our| what)?`,
    ),
    (_, word = "") => times(part(word)),
  ],
  // Multiples.
  [
    rule(
      "(?:doubling|doubled|doubles|double|twice|2x)(?! (?:check|checked|checking|click|down on|decker|standard|edged|up on|booked))(?: (?:as (?:much|many|big|large|high)|of|that))?",
    ),
    times(2),
  ],
  [rule("(?:tripling|tripled|triples|triple|treble|thrice)(?: (?:as (?:much|many|big|large|high)))?"), times(3)],
  [rule("(?:quadruple|quadruples|quadrupled|quadrupling)"), times(4)],
  [rule("(?:quintuple|quintuples)"), times(5)],
  [rule("(?:halve|halves|halved|halving)"), times(0.5)],
  [rule("tenfold"), times(10)],
  [
    rule(`{n:x} (?:as (?:much|many|big|large|high)|more|higher|bigger|larger|greater|heavier|the)`),
    (_, value = "") => times(Number(value)),
  ],
  [rule(`{n:x} (?:less|lower|smaller|fewer)`), (_, value = "") => times(1 / Number(value))],
  [
    rule("{n:x} (?:@growth|increase|jump|rise|surge|growth) (?:in|of) {det}(@\\w+)"),
    (_, value = "", what = "") => `${times(Number(value))} ${what}`,
  ],
  [
    rule("{n:pct} (?:@growth|growth) (?:in|of) {det}(@\\w+)"),
    (_, value = "", what = "") => `${times(1 + share(value))} ${what}`,
  ],
  [rule(`${raise} ${by}{n:mb}`), (whole, what = "", value = "") => difference(whole, "mb", Number(value), what)],
  [rule(`${raise} ${by}{n:ms}`), (whole, what = "", value = "") => difference(whole, "ms", Number(value), what)],
  [rule(`${raise} ${by}{n:rate}`), (whole, what = "", value = "") => difference(whole, "rate", Number(value), what)],
  [rule(`${lower} ${by}{n:mb}`), (whole, what = "", value = "") => difference(whole, "mb", -Number(value), what)],
  [rule(`${lower} ${by}{n:rate}`), (whole, what = "", value = "") => difference(whole, "rate", -Number(value), what)],
  // Absolute differences: "200 more a second", "another 512 MB", "shave 2 ms off".
  [
    rule(
      `(?:shave|cut|knock|trim|save|take|reduce|lower|drop)(?: it| that| this| the time| the run time| the duration| time| thestep| \\$\\S+| the @duration| @duration)? (?:by |off )?{n:ms}(?: off)?(?= (?:$|[.,;?!]|and|but|per|for|in the|from|of))`,
    ),
    (whole, value = "") => (/ (?:off|by) | off$/.test(whole) ? `+ms=${-Number(value)}` : whole),
  ],
  [
    rule(
      "(?:add|adding|adds|(?<=(?:^|@\\w+) )(?:plus|\\+)) (?:another |an extra |an additional |about )?{n:ms}(?! (?:\\S+ )?(?:step|lambda|function|for))",
    ),
    (_, value = "") => `+ms=${value}`,
  ],
  [
    rule(
      "(?:add|adding|adds|(?<=(?:^|@\\w+) )(?:plus|\\+)) (?:another |an extra |an additional |about )?{n:mb}(?! (?:\\S+ )?(?:step|lambda|function|for))",
    ),
    (_, value = "") => `+mb=${value}`,
  ],
  [rule(`{n:rate} (?:more|extra|additional|on top)`), (_, value = "") => `+rate=${value}`],
  [rule(`(?:another|an extra|an additional|plus|\\+) {n:rate}`), (_, value = "") => `+rate=${value}`],
  [rule(`{n:mb} (?:more|extra|additional|on top)`), (_, value = "") => `+mb=${value}`],
  [rule(`{n:ms} (?:more|extra|additional|on top)`), (_, value = "") => `+ms=${value}`],
  [rule(`{n:mb} (?:less|fewer|smaller)`), (_, value = "") => `+mb=${-Number(value)}`],
  [rule(`{n:ms} less`), (_, value = "") => `+ms=${-Number(value)}`],
];
