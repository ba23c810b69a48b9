import type { Rate } from "#src/understand/phrases/rate.ts";
import type { ActiveWindow } from "./windows.ts";

const secondsPerHour = 3600;
const hoursPerMonth = 730;
const monthMs = hoursPerMonth * secondsPerHour * 1000;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** Hours a month in which work arrives, as far as the window says. */
export function activeHours(window: ActiveWindow): number {
  const days = window.days?.daysPerMonth ?? hoursPerMonth / 24;
  return Math.min(hoursPerMonth, (window.hoursPerDay ?? 24) * days);
}

/**
 * Seconds over which one period's count arrives. A volume in a window is divided by the window: a daily one by the
 * hours of the day that are open, a weekly or monthly one by the open hours of the week or month.
 */
export function activeSeconds(rate: Rate, window: ActiveWindow): number {
  const hoursPerDay = window.hoursPerDay ?? 24;
  if (rate.period === "" || rate.periodMs < dayMs) return rate.periodMs / 1000;
  if (rate.periodMs === dayMs) return hoursPerDay * secondsPerHour;
  if (rate.periodMs % weekMs === 0) {
    const daysPerWeek = rate.period === "weekend" ? 2 : (window.days?.daysPerWeek ?? 7);
    return hoursPerDay * secondsPerHour * daysPerWeek * (rate.periodMs / weekMs);
  }
  return activeHours(window) * secondsPerHour * (rate.periodMs / monthMs);
}
