import { type Rewriting, readQuantityToken, rule } from "./tokens.ts";

const instead = "(?:instead of|rather than|and not|but not|not|as opposed to|replacing|over|versus|vs)";
const wasBefore =
  "(?:not|instead of|rather than|no longer|used to be|never use|never used|don't use|do not use|aren't using|isn't|aren't|was|were|currently|today|now it's|up from|down from|from)";
const det = "(?:the |a |an |at |in |on |with )?";
const turn =
  "(?:but|,|to|it's|rather|use|more like|and now) ?(?:(?:it's|use|more|like|to|now|we|we're|keep|kept|them|it|for|is|are|have|need|run|in|on|that's|rather|it|should|be) )*";

/**
 * Two values as one. A plain number takes the unit of the one it replaces ("200 ms, not 300"); where that has none, the
 * old number stays beside it: what is 512 now is meant by "512 -> 1024".
 */
function renewed(old: string, next: string): string {
  const plain = /^#n=([^ ^/]+)/.exec(next)?.[1];
  const before = readQuantityToken(old);
  if (plain === undefined || before === null) return next;
  if (before.kind === "n") return `${next} @old=${before.value}`;
  const noun = before.noun === "" ? "" : `/${before.noun}`;
  return ["ms", "mb", "rate"].includes(before.kind)
    ? `#${before.kind}=${Number(plain) * before.unit}~${before.unit}${noun}`
    : next;
}

/** The lower end of a range token, which carries its middle and its upper end. */
function lowerEnd(middle: string, upper: string): number {
  return 2 * Number(middle) - Number(upper);
}

/** What a clause says twice, once as it was and once as it should be: only the new value stays. */
export const contrastRewritings: readonly Rewriting[] = [
  // "from 500 to 800" read as a range, and "500 -> 800", "from 800 to 500", "800 to 500".
  [
    rule("from (#[a-z]+)=([^ ^/~]+)(~[^ ^/]+)?\\^([^ /]+)(/\\S+)?"),
    (_, kind = "", middle = "", unit = "", upper = "", noun = "") =>
      `to ${renewed(`${kind}=${lowerEnd(middle, upper)}`, `${kind}=${upper}${unit}${noun}`)}`,
  ],
  [rule("(?:from )?({v})(?: \\w+)? -> ({v})"), (_, old = "", next = "") => `to ${renewed(old, next)}`],
  [rule("from ({v}) (?:back )?(?:to|into) ({v})"), (_, old = "", next = "") => `to ${renewed(old, next)}`],
  // "Frankfurt... no, Ireland": the same kind of value again is what was meant.
  [
    rule(
      "(%[a-z]+|#[a-z]+)=\\S+ (?:\\.\\.\\. |, |\\. |- |\\? )?(?:no|nope|wait|sorry|oops|just kidding|kidding|jk|correction|rather|i mean|or rather|make that|make it|scratch that|actually|er|uh)(?: ,| no| wait| sorry| actually)* (?:it's |the |in |say |to )*(\\1=\\S+)",
    ),
    "$2",
  ],
  [
    rule(
      "({v})( \\w+)? (?:is|are|was|were) (?:far |way |just |a bit )?(?:wrong|incorrect|not right|off|overkill|plenty|excessive|nonsense|generous|optimistic|pessimistic|outdated|old|unrealistic|too \\w+) ?,? ?((?:(?:make|it|it's|it'll|be|should|rather|use|more|like|keep|them|set|to|so|but|and|we|have|try|let's|that's) )*)({v})",
    ),
    (_, old = "", noun = "", between = "", next = "") => `${between}${renewed(old, next)}${noun}`,
  ],
  // "Sydney is out, we go Singapore": what is ruled out is not chosen.
  [
    rule(
      "{v} (?:is|are) (?:out|gone|off the table|ruled out|history|dead|not an option|no option|no longer an option)(?= (?:,|;|\\.|-|so|and|but|we) )",
    ),
    " ",
  ],
  [rule("{v} (?:is |was |being |gets )?(?:replaced|swapped|substituted)(?: out)? (?:by|with|for) ({v})"), "$1"],
  // "per minute, not per second": with a number the second unit is gone, without one the current rate is re-read.
  [rule("((?:#rate|#per\\w+)=\\S+) ,? ?not (?:{per} )?{period}"), "$1"],
  [rule("not {per} {period} ,? ?(?:but )?((?:#rate|#per\\w+)=\\S+)"), "$1"],
  [rule("(?:it's |is |was |that's |i meant )?{per} ({period}) ,? ?not (?:{per} )?second"), "@reread=$1"],
  [rule("not {per} second ,? ?(?:but |it's |that's )?{per} ({period})"), "@reread=$1"],
  [
    rule(`({v})((?: [@\\w]+){0,2}?) ,? ?${instead} ${det}({v})`),
    (_, next = "", noun = "", old = "") => `${renewed(old, next)}${noun}`,
  ],
  [
    rule("(?:swap|replace|exchange|trade|switch) (?:out )?(?:the |our )?{v} (?:for|with|by|to) (?:the |a |an )?({v})"),
    "switch to $1",
  ],
  [
    rule(`${wasBefore} ${det}({v})(?: [@w]+)? (${turn})({v})`),
    (_, old = "", between = "", next = "") => `${between.replace(/^,? ?/, "")} ${renewed(old, next)}`,
  ],
  [rule("(?:not|no longer|used to be|instead of|rather than) (?:the |a |an |at |in |on )?(?:#)\\S+"), " "],
];
