import { type Rewriting, rule } from "./tokens.ts";

/** Words for parts of a whole, and what each is of it. */
const partNames: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  eighth: 1 / 8,
  tenth: 1 / 10,
  hundredth: 1 / 100,
};
const names = "(half|third|quarter|fifth|sixth|eighth|tenth|hundredth)";

/** "Half past four", "a third party", "a quarter of an hour": the same words, meaning no part of a workload. */
const otherwise =
  "(?! (?:past|to #|day|days|an? (?:second|minute|hour|day|week|month|year|dozen)|hour|hearted|time|times|marathon|way|baked|party|person|option|" +
  "step|lambda|function|stage|state|task|one|attempt|try|quarter|final|finals|results?|review|ago|century|of (?:an hour|the (?:time|day|week|month|year|meeting|sprint))))";
/** "10 % a quarter", "doubles a quarter": here it is a period. */
const noPeriod = "(?<!(?:#\\S+|\\*\\S+|doubles?|triples?|once|twice|growth|every|each|per) )";

const month =
  "(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)";

function part(word: string, count = 1): string {
  return `#part=${count * (partNames[word] ?? 1)}`;
}

/**
 * Amounts in words, as tokens the relative rules share with percentages and multiples: "two thirds" is `#part=0.667`,
 * "a factor of 4" and "fourfold" are `#x=4`, "an order of magnitude" is `#x=10`.
 */
export const partRewritings: readonly Rewriting[] = [
  // A day of the year counts nothing.
  [
    rule(`(?:on )?${month} #n=\\d{1,2}(?: ,? ?#n=20\\d\\d)?|(?:on )?#n=\\d{1,2} (?:of )?${month}(?: #n=20\\d\\d)?`),
    "then",
  ],
  [
    rule("(?:an?|one|#n=(\\d)|a full|perunit)? ?(?:perunit|@unit|orders?) of magnitude"),
    (_, count = "") => `#x=${10 ** (Number(count) || 1)}`,
  ],
  [
    rule("(by|with|at) an? (?:whole |full )?factor (?:of )?{n:n|x}"),
    (_, word = "", value = "") => `${word} #x=${value}`,
  ],
  [rule("(?:an? )?(hundred|thousand)(?: ?fold)"), (_, word = "") => `#x=${word === "hundred" ? 100 : 1000}`],
  [rule("(?:an? )?hundredfold"), "#x=100"],
  [rule("(?:an? )?thousandfold"), "#x=1000"],
  [rule("(?:one|#n=1) and (?:a )?half times"), "#x=1.5"],
  [
    rule(`#n=(\\d+) ${names}s?${otherwise}`),
    (whole, count = "", word = "") => (Number(count) < 100 ? part(word, Number(count)) : whole),
  ],
  [
    rule("#n=(\\d)\\S* / #n=(\\d{1,2})\\S*(?= (?:of|the|as|less|fewer|more) )"),
    (whole, upper = "", lower = "") =>
      Number(upper) < Number(lower) ? `#part=${Number(upper) / Number(lower)}` : whole,
  ],
  [rule(`${noPeriod}(?:a |one |#n=1 )${names}${otherwise}`), (_, word = "") => part(word)],
  [rule(`(another|extra) ${names}${otherwise}`), (_, before = "", word = "") => `${before} ${part(word)}`],
  [rule(`half${otherwise}`), part("half")],
];
