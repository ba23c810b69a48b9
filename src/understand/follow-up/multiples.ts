import { hedges, moved, times } from "./amounts.ts";
import { type Rewriting, rule } from "./tokens.ts";

/** Multiples: "twice the load", "3x as many", "multiply by ten", "cut the load in two". */
export const multiples: readonly Rewriting[] = [
  [
    rule(`(?:multiply|multiplied|multiplies) ${moved}(?:by|with) ${hedges}{n:n|x}`),
    (_, named = "", value = "") => `${times(Number(value))} ${named}`,
  ],
  [
    rule(`(?:divide|divided|divides) ${moved}by ${hedges}{n:n|x}`),
    (_, named = "", value = "") => `${times(1 / Number(value))} ${named}`,
  ],
  [rule("(@\\w+) (?:times|x) {n:n}"), (_, named = "", value = "") => `${named} ${times(Number(value))}`],
  [
    rule(
      "(?:(@rate) )?(?:cut|split|chop|slice|sliced|divide|divided)( {det}@\\w+)? in(?:to)? {n:n}(?: parts| pieces)?",
    ),
    (whole, before = "", after = "", value = "") =>
      before + after === "" || !(Number(value) > 0) ? whole : `${before} ${times(1 / Number(value))} ${after}`,
  ],
  [
    rule(
      "(?:doubling|doubled|doubles|double|twice|2x)(?! (?:check|checked|checking|click|down on|decker|standard|edged|up on|booked))(?: (?:as (?:much|many|big|large|high|bad)|of))?",
    ),
    times(2),
  ],
  [
    rule(
      "(?:tripling|tripled|triples|triple|trebles?|trebled|trebling|thrice)(?: (?:as (?:much|many|big|large|high)))?",
    ),
    times(3),
  ],
  [rule("(?:quadruple|quadruples|quadrupled|quadrupling)"), times(4)],
  [rule("(?:quintuple|quintuples)"), times(5)],
  [rule("(?:halve|halves|halved|halving)"), times(0.5)],
  [
    rule(
      "(?<=(?:^|and|,|,? then|to|or|could|can|let's|please) )quarter(?= {det}[@$])|(?<=(?:@rate|@unit|@memory|@peak) )quarters?",
    ),
    times(0.25),
  ],
  [rule("({factor}) (?:its|their|the) times?"), "$1 @duration"],
  [rule("tenfold"), times(10)],
  [rule("{n:x} (?:less|lower|smaller|fewer)"), (_, value = "") => `${times(1 / Number(value))} less`],
  [
    rule("{n:x} (?:as (?:much|many|big|large|high|bad)|more|higher|bigger|larger|greater|heavier|worse|busier|the)"),
    (whole, value = "") => `${times(Number(value))}${whole.endsWith(" the") ? "" : " more"}`,
  ],
  [
    rule("{n:x} (?:@growth|increase|jump|rise|surge|growth) (?:in|of) {det}(@\\w+)"),
    (_, value = "", named = "") => `${times(Number(value))} ${named}`,
  ],
  [
    rule("{n:pct} (?:@growth|growth) (?:in|of) {det}(@\\w+)"),
    (_, value = "", named = "") => `${times(1 + Number(value))} ${named}`,
  ],
];
