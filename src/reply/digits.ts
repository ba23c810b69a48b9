/**
 * Rounding to text. The only place figures lose digits: everything else in Rethink carries full doubles.
 *
 * `down` and `up` round against the claim: headroom, shares, confidence and savings down; needs up.
 */
export type Rounding = "nearest" | "down" | "up";

/** What stands for a figure that is not a number: never "NaN". */
export const NO_FIGURE = "–";

/** Above this `toFixed` would switch to exponents; nothing Rethink computes comes near. */
export const LARGEST_PRINTED = 1e20;

/** A double that should be 1.8 may be 1.7999999999999998: rounding down must not turn it into 1.7. */
const RELATIVE_SLACK = 1e-12;
const SLACK_MAX = 1e-6;

function toInteger(value: number, rounding: Rounding): number {
  if (rounding === "nearest") return Math.round(value);
  const slack = Math.min(Math.abs(value) * RELATIVE_SLACK, SLACK_MAX);
  return rounding === "down" ? Math.floor(value + slack) : Math.ceil(value - slack);
}

/** Rounds to a number of decimals; negative decimals round to tens and hundreds. */
export function roundDecimals(value: number, decimals: number, rounding: Rounding = "nearest"): number {
  const factor = 10 ** Math.abs(decimals);
  return decimals >= 0 ? toInteger(value * factor, rounding) / factor : toInteger(value / factor, rounding) * factor;
}

/** Rounds to a number of significant digits. */
export function roundSignificant(value: number, digits: number, rounding: Rounding = "nearest"): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  return roundDecimals(value, digits - 1 - Math.floor(Math.log10(Math.abs(value))), rounding);
}

/** Digits with thousands separators and exactly this many decimals: 137,970 or 8.0. */
export function grouped(value: number, decimals = 0): string {
  const capped = Math.min(Math.max(value, -LARGEST_PRINTED), LARGEST_PRINTED);
  const [whole = "0", fraction] = Math.abs(capped).toFixed(decimals).split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? separated : `${separated}.${fraction}`;
  return capped < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Digits without needless zeros: 0.25, 1.5, 12, 1,234. */
export function trimmed(value: number, decimals: number): string {
  const text = grouped(value, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** At most `digits` significant digits, but every digit before the point: 0.25, 1.67, 34.7, 12,345. */
export function significant(value: number, digits: number, rounding: Rounding = "nearest"): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  if (Math.abs(value) >= 10 ** digits) return grouped(roundDecimals(value, 0, rounding));
  const rounded = roundSignificant(value, digits, rounding);
  if (rounded === 0) return "0";
  return trimmed(rounded, Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(rounded))), 0), 20));
}
