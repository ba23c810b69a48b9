import type { PostRule } from "#src/digest/schedule.ts";

/** When to post, found in a line, and the line without it. */
export interface RuleReading {
  rule: PostRule | null;
  rest: string;
}

const ALWAYS =
  /,?\s*\b(?:and )?(?:always|every time|no matter what|even (?:if|when) (?:nothing|quiet)[a-z ]*?)(?=\s*(?:,|$))/;
const FLIPS =
  /,?\s*\b(?:and )?(?:(?:only|just) )?(?:on |for |if |when )?(?:(?:only|just) )?(?:a |the )?(?:flips?\b(?: only)?|(?:verdicts?|winners?) (?:changes?|flips?)(?: only)?)/;
const AMOUNT = String.raw`(?:\$\s?[\d,.]+\s?k?|[\d.,]+\s?(?:%|percent|usd|dollars?))(?: (?:a|per) month)?`;
const MOVED = new RegExp(
  String.raw`,?\s*\b(?:and )?(?:only )?(?:if|when|over|above|from|threshold|(?:moves?|changes?|moved))\b(?: of| is| it| something| anything| moves?| moved| changes?| changed| by| over| above| more than| at least| is)*\s*(${AMOUNT})(?:\s*(?:or|and|,|/)\s*(${AMOUNT}))?(?:,? (?:up or down|either way))?`,
);
const ANY_MOVE = /,?\s*\b(?:only )?(?:if|when) (?:something|anything) (?:moves?|moved|changes?|changed)(?=\s*(?:,|$))/;

/** "always", "only flips", "over 5% or $200", "only when something moves". `rule` null: nothing of it was said. */
export function readRule(text: string): RuleReading {
  for (const [pattern, toRule] of rules) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rule = toRule(match);
    if (rule === null) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { rule, rest: rest.replace(/\s+/g, " ").trim() };
  }
  return { rule: null, rest: text };
}

const rules: readonly (readonly [RegExp, (match: RegExpExecArray) => PostRule | null])[] = [
  [MOVED, (match) => movedBy([match[1], match[2]])],
  [ALWAYS, () => ({ kind: "always" })],
  [FLIPS, () => ({ kind: "flips" })],
  [ANY_MOVE, () => ({ kind: "moved", share: 0.1, usd: 500 })],
];

function movedBy(amounts: readonly (string | undefined)[]): PostRule | null {
  let share: number | null = null;
  let usd: number | null = null;
  for (const amount of amounts) {
    if (amount === undefined) continue;
    const value = Number(amount.replace(/[^\d.]/g, ""));
    if (!(value > 0) || !Number.isFinite(value)) return null;
    if (/%|percent/.test(amount)) share = value / 100;
    else usd = value * (/\dk|\d\s?k/.test(amount) ? 1000 : 1);
  }
  return share === null && usd === null ? null : { kind: "moved", share, usd };
}
