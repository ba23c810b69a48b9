import { byHedged, moved } from "./amounts.ts";
import { grows, shrinks } from "./directions.ts";
import { type Rewriting, rule } from "./tokens.ts";

/** Only "by" makes a difference of it: "raise the memory to 512 MB" sets it. */
function difference(whole: string, kind: string, value: number, named: string): string {
  return / by /.test(whole) ? `+${kind}=${value} ${named}` : whole;
}

/** Absolute differences: "200 more a second", "another 512 MB", "shave 2 ms off", "raise it by 1 GB". */
export const differences: readonly Rewriting[] = [
  [
    rule(`(?:${grows}) ${moved}${byHedged}{n:mb}`),
    (whole, named = "", value = "") => difference(whole, "mb", Number(value), named),
  ],
  [
    rule(`(?:${grows}) ${moved}${byHedged}{n:ms}`),
    (whole, named = "", value = "") => difference(whole, "ms", Number(value), named),
  ],
  [
    rule(`(?:${grows}) ${moved}${byHedged}{n:rate}`),
    (whole, named = "", value = "") => difference(whole, "rate", Number(value), named),
  ],
  [
    rule(`(?:${shrinks}) ${moved}${byHedged}{n:mb}`),
    (whole, named = "", value = "") => difference(whole, "mb", -Number(value), named),
  ],
  [
    rule(`(?:${shrinks}) ${moved}${byHedged}{n:rate}`),
    (whole, named = "", value = "") => difference(whole, "rate", -Number(value), named),
  ],
  [
    rule(
      `(?:shave|cut|knock|trim|save|take|reduce|lower|drop)(?: it| that| this| the time| the run time| the duration| time| thestep| \\$\\S+| the @duration| @duration)? (?:by |off )?{n:ms}(?: off)?(?= (?:$|[.,;?!]|and|but|per|for|in the|from|of|\\$\\S+|the \\$\\S+))`,
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
  [rule("(?<=(?:\\$\\S+|@\\w+) )(?:minus|less) {n:ms}"), (_, value = "") => `+ms=${-Number(value)}`],
  [rule("(?<=(?:\\$\\S+|@\\w+) )(?:minus|less) {n:mb}"), (_, value = "") => `+mb=${-Number(value)}`],
  [rule("(?<=\\$\\S+ )(?:plus|\\+) #(ms|mb)=([^ ~^]+)\\S*"), "+$1=$2"],
  // "Enrich -100 ms", "memory -256 MB".
  [rule("(?<=(?:\\$\\S+|@\\w+) )#(ms|mb)=(-[^ ~^]+)\\S*"), "+$1=$2"],
  [rule("{n:rate} (?:more|extra|additional|on top)"), (_, value = "") => `+rate=${value}`],
  [rule("(?:another|an extra|an additional|plus|\\+) {n:rate}"), (_, value = "") => `+rate=${value}`],
  [rule("{n:mb} (?:more|extra|additional|on top)"), (_, value = "") => `+mb=${value}`],
  [rule("{n:ms} (?:more|extra|additional|on top)"), (_, value = "") => `+ms=${value}`],
  [rule("{n:rate} (?:less|fewer)"), (_, value = "") => `+rate=${-Number(value)}`],
  [rule("{n:mb} (?:less|fewer|smaller)"), (_, value = "") => `+mb=${-Number(value)}`],
  [rule("{n:ms} less"), (_, value = "") => `+ms=${-Number(value)}`],
];
