import { type Rewriting, rule } from "./tokens.ts";

const instead = "(?:instead of|rather than|and not|but not|not|as opposed to|replacing|over|versus|vs)";
const wasBefore =
  "(?:not|instead of|rather than|no longer|used to be|was|were|currently|today|now it's|up from|down from|from)";

/** What a clause says twice, once as it was and once as it should be: only the new value stays. */
export const contrastRewritings: readonly Rewriting[] = [
  // "from 500 to 800" read as a range, and "500 -> 800", "from 800 to 500", "800 to 500".
  [
    rule("from (#[a-z]+)=[^ ^/]+\\^([^ /]+)(/\\S+)?"),
    (_, kind = "", upper = "", noun = "") => `to ${kind}=${upper}${noun}`,
  ],
  [rule("(?:from )?{v}(?: \\w+)? -> ({v})"), "to $1"],
  [rule("from {v} (?:back )?(?:to|into) ({v})"), "to $1"],
  // "per minute, not per second": with a number the second unit is gone, without one the current rate is re-read.
  [rule("((?:#rate|#per\\w+)=\\S+) ,? ?not (?:{per} )?{period}"), "$1"],
  [rule("not {per} {period} ,? ?(?:but )?((?:#rate|#per\\w+)=\\S+)"), "$1"],
  [rule("(?:it's |is |was |that's |i meant )?{per} ({period}) ,? ?not (?:{per} )?second"), "@reread=$1"],
  [rule("not {per} second ,? ?(?:but |it's |that's )?{per} ({period})"), "@reread=$1"],
  [rule(`({v})( \\w+)? ,? ?${instead} (?:the |a |an |at |in |on |with )?{v}`), "$1$2"],
  [
    rule("(?:swap|replace|exchange|trade|switch) (?:out )?(?:the |our )?{v} (?:for|with|by|to) (?:the |a |an )?({v})"),
    "switch to $1",
  ],
  [
    rule(
      `${wasBefore} (?:the |a |an |at |in |on )?{v} (?:but|,|to|it's|rather|use|more like|and now) ?(?:it's |use |more like |to |now )*({v})`,
    ),
    "to $1",
  ],
  [rule("(?:not|no longer|used to be|instead of|rather than) (?:the |a |an |at |in |on )?(?:#)\\S+"), " "],
];
