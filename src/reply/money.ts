import { grouped, LARGEST_PRINTED, NO_FIGURE, type Rounding, roundDecimals } from "./digits.ts";

/** A sum of money ready to be written, its suffix apart so that ranges can share it. */
interface MoneyParts {
  sign: "" | "−";
  digits: string;
  suffix: "" | "¢" | "k" | "M" | "B" | "T";
}

const scales = [
  { size: 1e3, suffix: "k" },
  { size: 1e6, suffix: "M" },
  { size: 1e9, suffix: "B" },
  { size: 1e12, suffix: "T" },
] as const;

/** The smallest sum that is written out; less is "under 1¢". */
const ONE_CENT = 0.01;

function partsOf(usd: number, rounding: Rounding): MoneyParts {
  const sign = usd < 0 ? "−" : "";
  const amount = Math.min(Math.abs(usd), LARGEST_PRINTED);
  const cents = roundDecimals(amount, 2, rounding);
  if (cents < 1) return { sign, digits: grouped(cents * 100), suffix: "¢" };
  if (cents < 10) return { sign, digits: grouped(cents, 2), suffix: "" };
  const whole = roundDecimals(amount, 0, rounding);
  if (whole < 1000) return { sign, digits: grouped(whole), suffix: "" };
  return { sign, ...scaled(amount, rounding) };
}

function scaled(amount: number, rounding: Rounding): Omit<MoneyParts, "sign"> {
  for (const { size, suffix } of scales) {
    const tenths = roundDecimals(amount / size, 1, rounding);
    if (tenths < 10) return { digits: grouped(tenths, 1), suffix };
    const whole = roundDecimals(amount / size, 0, rounding);
    if (whole < 1000 || suffix === "T") return { digits: grouped(whole), suffix };
  }
  return { digits: NO_FIGURE, suffix: "" };
}

function written({ sign, digits, suffix }: MoneyParts): string {
  return suffix === "¢" ? `${sign}${digits}¢` : `${sign}$${digits}${suffix}`;
}

/**
 * Money as people say it: $5.4k, $11k, $156k, $1.2M; $161 under a thousand, $1.40 under ten, 42¢ under one.
 *
 * @param usd US dollars
 */
export function money(usd: number, rounding: Rounding = "nearest"): string {
  if (!Number.isFinite(usd)) return NO_FIGURE;
  if (usd === 0) return "$0";
  if (Math.abs(usd) < ONE_CENT) return "under 1¢";
  return written(partsOf(usd, rounding));
}

/** Whole dollars, for the breakdown and Why: $137,970. Under ten dollars the cents matter and stay. */
export function wholeDollars(usd: number): string {
  if (!Number.isFinite(usd)) return NO_FIGURE;
  if (roundDecimals(Math.abs(usd), 2) < 10) return money(usd);
  return `${usd < 0 ? "−" : ""}$${grouped(roundDecimals(Math.abs(usd), 0))}`;
}

/**
 * The range beside a figure, its unit written once: 4.2–8.0k. Ends that read the same are written once.
 *
 * @param besideUsd the figure it stands beside: dollars beside cents need their sign
 */
export function moneyRange(lowUsd: number, highUsd: number, besideUsd: number = highUsd): string {
  if (!Number.isFinite(lowUsd) || !Number.isFinite(highUsd)) return NO_FIGURE;
  if (Math.abs(highUsd) < ONE_CENT) return money(highUsd);
  const low = partsOf(lowUsd, "nearest");
  const high = partsOf(highUsd, "nearest");
  if (lowUsd > 0 && lowUsd < ONE_CENT) return `up to ${written(high)}`;
  const sign = high.suffix === "" && partsOf(besideUsd, "nearest").suffix !== "" ? "$" : "";
  if (written(low) === written(high)) return `${sign}${high.digits}${high.suffix}`;
  const shared = low.sign === high.sign && (low.suffix === high.suffix || lowUsd === 0);
  if (shared) return `${sign}${lowUsd === 0 ? "0" : low.digits}–${high.digits}${high.suffix}`;
  return `${money(lowUsd)}–${money(highUsd)}`;
}

/** "$5.4k (4.2–8.0k)": the figure and the range for 8 cases in 10; the figure alone where the range reads the same. */
export function moneyWithRange(pointUsd: number, lowUsd: number, highUsd: number): string {
  const point = money(pointUsd);
  if (money(lowUsd) === point && money(highUsd) === point) return point;
  return `${point} (${moneyRange(lowUsd, highUsd, pointUsd)})`;
}

/** Below this on both sides a percentage says nothing. */
const PERCENT_MATTERS_FROM_USD = 50;

/** "+99%", "−12%", "21×" when it is more than tenfold, or null when a percentage would say nothing. */
export function moneyChange(beforeUsd: number, afterUsd: number): string | null {
  if (!Number.isFinite(beforeUsd) || !Number.isFinite(afterUsd) || beforeUsd <= 0) return null;
  if (beforeUsd < PERCENT_MATTERS_FROM_USD && afterUsd < PERCENT_MATTERS_FROM_USD) return null;
  const ratio = afterUsd / beforeUsd;
  if (ratio >= 10) return `${grouped(roundDecimals(ratio, 0, "down"))}×`;
  if (ratio === 1) return "no change";
  // A saving is a claim: it is rounded down, so that "−100%" is never read off a bill that is still there.
  const points = roundDecimals(Math.abs(ratio - 1) * 100, 0, ratio < 1 ? "down" : "nearest");
  if (points === 0) return "under 1%";
  return `${ratio < 1 ? "−" : "+"}${grouped(points)}%`;
}
