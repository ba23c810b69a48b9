import { NO_FIGURE, roundSignificant, significant, trimmed } from "./digits.ts";
import { count } from "./numbers.ts";

/** A span of time in which a load is counted. A month has 730 hours, as in AWS's own estimates. */
export interface RateUnit {
  seconds: number;
  short: string;
  words: string;
}

const second: RateUnit = { seconds: 1, short: "/s", words: "a second" };
const minute: RateUnit = { seconds: 60, short: "/min", words: "a minute" };
const hour: RateUnit = { seconds: 3600, short: "/h", words: "an hour" };
const day: RateUnit = { seconds: 86_400, short: "/day", words: "a day" };
const month: RateUnit = { seconds: 730 * 3600, short: "/month", words: "a month" };
const units = [second, minute, hour, day, month] as const;

/**
 * The unit in which a load reads best: a second where it can be, else the first in which it is at least one, and
 * among those one that makes it a round number (200 a minute rather than 3.33 a second).
 */
export function rateUnit(ratePerSecond: number): RateUnit {
  if (!(ratePerSecond > 0) || ratePerSecond >= 10 || isRound(ratePerSecond, second)) return second;
  const candidates = units.filter((unit) => ratePerSecond * unit.seconds >= 1);
  return candidates.find((unit) => isRound(ratePerSecond, unit)) ?? candidates[0] ?? month;
}

function isRound(ratePerSecond: number, unit: RateUnit): boolean {
  const value = ratePerSecond * unit.seconds;
  if (value < 1) return false;
  return Math.abs(value - roundSignificant(value, 2)) <= 1e-9 * value;
}

function digits(ratePerSecond: number, unit: RateUnit): string {
  const value = ratePerSecond * unit.seconds;
  if (!Number.isFinite(value)) return NO_FIGURE;
  return value >= 1e6 ? count(value) : significant(value, 3);
}

/** "300/s", "200/min", "40/day". `unit` keeps two loads of one sentence in the same unit. */
export function rate(ratePerSecond: number, unit: RateUnit = rateUnit(ratePerSecond)): string {
  return `${digits(ratePerSecond, unit)}${unit.short}`;
}

/** The number alone, in `unit`. */
export function rateDigits(ratePerSecond: number, unit: RateUnit): string {
  return digits(ratePerSecond, unit);
}

/** "300 a second". */
export function rateWords(ratePerSecond: number, unit: RateUnit = rateUnit(ratePerSecond)): string {
  return `${digits(ratePerSecond, unit)} ${unit.words}`;
}

/** The name of a unit, where a chart asks for it; a month is told in days. */
export function unitName(unit: RateUnit): "second" | "minute" | "hour" | "day" {
  switch (unit) {
    case second:
      return "second";
    case minute:
      return "minute";
    case hour:
      return "hour";
    default:
      return "day";
  }
}

/** The unit all loads of one chart are told in: the one of the load it is about. */
export function chartUnit(ratePerSecond: number): RateUnit {
  const unit = rateUnit(ratePerSecond);
  return unit === month ? day : unit;
}

/** A computed load in a given unit, two digits: "2.9/s". */
export function computedRateIn(ratePerSecond: number, unit: RateUnit): string {
  const value = roundSignificant(ratePerSecond * unit.seconds, 2);
  return `${value >= 1e6 ? count(value) : trimmed(value, value >= 10 ? 0 : value >= 1 ? 1 : 3)}${unit.short}`;
}

/** A load that was computed (a break-even, a wall): two digits are all it can claim. */
export function computedRate(ratePerSecond: number): { digits: string; unit: RateUnit } {
  const rounded = roundSignificant(ratePerSecond, 2);
  const unit = units.find((entry) => rounded * entry.seconds >= 1) ?? month;
  const value = roundSignificant(ratePerSecond * unit.seconds, 2);
  return { digits: value >= 1e6 ? count(value) : trimmed(value, value >= 10 ? 0 : value >= 1 ? 1 : 3), unit };
}
