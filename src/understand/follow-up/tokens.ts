/**
 * The line a follow-up is turned into before rules look at it: words and tokens, one blank between them and one at
 * each end. A token starts with a sign that says what it is, and carries its value:
 *
 * `#ms=1500` a quantity (kinds below) · `*2` "twice", ×2 · `+ms=50` "50 ms more" · `@memory` a field by name ·
 * `$0` a step, `$0,2` several, `$*` all · `%region=eu-west-1` a choice · `!store` "no S3" · `|` the end of a clause
 */
export const quantityKinds = [
  "n",
  "ms",
  "mb",
  "pct",
  "x",
  "rate",
  "clock",
  "usd",
  "cores",
  "bw",
  "ptile",
  "hours",
] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/** A number as JavaScript prints it. */
const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;

/** One rewriting of the line. */
export type Rewriting = readonly [pattern: RegExp, replacement: string | ((...groups: string[]) => string)];

/** Short names inside rule patterns: `{n:ms}` is a duration token whose number is captured, `{q:ms}` one as it is. */
const names: Readonly<Record<string, string>> = {
  v: String.raw`(?:#[a-z]+=\S+|%[a-z0-9]+(?:=\S+)?)`,
  steps: String.raw`\$(?:\*|\d+(?:,\d+)*)`,
  factor: String.raw`\*${number}`,
  period: "(?:millisecond|second|sec|s|minute|min|hour|hr|h|day|d|weekday|week|month|year|yr|night)",
  per: "(?:per|a|an|/|each|every)",
  det: "(?:(?:the|our|your|a|an|its|their|all|any|those|these|this|that|of|to|some) )*",
  be: "(?:is|are|was|be|being|been|it's|that's|we're|becomes?|gets?|goes|go|stays?|=|:)",
};

/** Builds a rule pattern that matches whole words of the line; `{name}` stands for the patterns above. */
export function rule(source: string, flags = "g"): RegExp {
  const expanded = source.replace(
    /\{(?:(n|q):([a-z|]+)|([a-z]+))\}/g,
    (whole, how?: string, kinds?: string, name?: string) => {
      if (how === "n") return `#(?:${kinds})=(${number})\\S*`;
      if (how === "q") return `#(?:${kinds})=\\S+`;
      return names[name ?? ""] ?? whole;
    },
  );
  return new RegExp(`(?<= )(?:${expanded})(?= )`, flags);
}

/** Applies rewritings in order. Blanks are tidied after each, so that the next may rely on single ones. */
export function rewrite(line: string, rewritings: readonly Rewriting[]): string {
  return rewritings.reduce((text, [pattern, replacement]) => {
    const next =
      typeof replacement === "string"
        ? text.replace(pattern, replacement)
        : text.replace(pattern, (...groups) => replacement(...groups.map((group) => String(group ?? ""))));
    return next === text ? text : tidy(next);
  }, line);
}

export function tidy(line: string): string {
  return ` ${line.trim().replace(/ {2,}/g, " ")} `;
}

/** A quantity token taken apart. */
export interface QuantityToken {
  kind: string;
  value: number;
  /** What a rate counts; empty when it was not said. */
  noun: string;
  /** Base units in one unit as written: 1000 for "5 s". */
  unit: number;
}

/** Null for a word that is no quantity token. */
export function readQuantityToken(token: string): QuantityToken | null {
  const match = /^([#+])([a-z]+)=([^/^~]+)(?:~([^/^]*))?(?:\^[^/]*)?(?:\/(.*))?$/.exec(token);
  if (match === null) return null;
  return {
    kind: (match[1] === "+" ? "+" : "") + match[2],
    value: Number(match[3]),
    noun: match[5] ?? "",
    unit: Number(match[4] ?? 1),
  };
}
