import { grouped, NO_FIGURE, type Rounding, roundDecimals, roundSignificant, significant, trimmed } from "./digits.ts";

/**
 * A share as a percentage, without a space: 33%. Rounded down unless told otherwise, because headroom, shares,
 * confidence and savings are claims.
 *
 * @param share 0.33 for 33 %
 */
export function percent(share: number, rounding: Rounding = "down"): string {
  if (!Number.isFinite(share)) return NO_FIGURE;
  const points = share * 100;
  const size = Math.abs(points);
  if (size === 0) return "0%";
  if (size < 0.1) return "under 0.1%";
  return `${size < 1 ? trimmed(roundDecimals(points, 1, rounding), 1) : grouped(roundDecimals(points, 0, rounding))}%`;
}

/** A percentage somebody gave or assumed, with the digits it has: 65%, 12.5%, 0.5%. */
export function percentGiven(share: number): string {
  if (!Number.isFinite(share)) return NO_FIGURE;
  return `${significant(share * 100, 3)}%`;
}

/** A count of cases out of 100: 96.7 % of cases is "96 of 100", never rounded up to a certainty. */
export function casesOf100(share: number): string {
  if (!Number.isFinite(share)) return NO_FIGURE;
  return `${grouped(Math.min(100, Math.max(0, roundDecimals(share * 100, 0, "down"))))} of 100`;
}

/** A multiple: 1.8×, 12×, 260×. Rounded down unless told otherwise. Below one it reads as a percentage. */
export function multiple(times: number, rounding: Rounding = "down"): string {
  if (!Number.isFinite(times)) return NO_FIGURE;
  if (times < 1) return percent(times, rounding);
  const tenths = roundDecimals(times, 1, rounding);
  if (tenths < 10) return `${grouped(tenths, 1)}×`;
  if (times < 1e6) return `${grouped(roundSignificant(times, 2, rounding))}×`;
  return `${abbreviated(times, rounding)}×`;
}

/** A multiple somebody gave or assumed: 3×, 1.5×. */
export function multipleGiven(times: number): string {
  return Number.isFinite(times) ? `${significant(times, 3)}×` : NO_FIGURE;
}

const scales = [
  { size: 1e12, suffix: "T" },
  { size: 1e9, suffix: "B" },
  { size: 1e6, suffix: "M" },
] as const;

function abbreviated(value: number, rounding: Rounding): string {
  const scale = scales.find(({ size }) => Math.abs(value) >= size);
  if (scale === undefined) return grouped(roundDecimals(value, 0, rounding));
  return `${significant(roundSignificant(value / scale.size, 3, rounding), 3)}${scale.suffix}`;
}

/** A count of things: 0.25, 6, 385, 12,345, 1.25M. Needs are passed with `up`. */
export function count(value: number, rounding: Rounding = "nearest"): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  if (Math.abs(value) >= 1e6) return abbreviated(value, rounding);
  return significant(value, Math.abs(value) < 100 ? 2 : 3, rounding);
}

/** A factor of the arithmetic, written so that the product can be checked by hand: 2,628,000 or 5,518.8M. */
export function quantity(value: number): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  const size = Math.abs(value);
  if (size < 1e7) return trimmed(value, size >= 1000 ? 1 : size >= 1 ? 3 : smallDecimals(size));
  const scale = scales.find((entry) => size >= entry.size * (entry.suffix === "M" ? 1 : 100));
  return scale === undefined ? grouped(value) : `${trimmed(value / scale.size, 1)}${scale.suffix}`;
}

/** Enough decimals for three digits of a small number. */
function smallDecimals(size: number): number {
  return size === 0 ? 0 : Math.min(12, 2 - Math.floor(Math.log10(size)));
}
