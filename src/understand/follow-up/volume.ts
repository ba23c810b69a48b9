import type { Workload } from "#src/model/workload.ts";
import { periodMs } from "#src/understand/lex/units.ts";

const hoursPerMonth = 730;
const weekdaysPerMonth = 21.7;
const daysPerMonth = hoursPerMonth / 24;

/**
 * Units a second, during active hours, of a volume in a long period. A daily volume falls into the hours of a day in
 * which the workload is active: an active month that is a whole number of hours on each weekday is a working week.
 *
 * @param kind `rate` (already a second), `perday`, `perweekday`, `perweek`, `permonth`, `peryear`
 */
export function perActiveSecond(kind: string, count: number, workload: Pick<Workload, "activeHoursPerMonth">): number {
  const active = workload.activeHoursPerMonth;
  const perMonth = monthly(kind, count, active);
  return perMonth === null ? count : perMonth / (active * 3600);
}

function monthly(kind: string, count: number, activeHours: number): number | null {
  switch (kind) {
    case "perday":
      return count * (activeHours < hoursPerMonth && onWeekdays(activeHours) ? weekdaysPerMonth : daysPerMonth);
    case "perweekday":
      return count * weekdaysPerMonth;
    case "perweek":
      return (count * hoursPerMonth * 3_600_000) / (periodMs["week"] ?? 1);
    case "permonth":
      return count;
    case "peryear":
      return count / 12;
    default:
      return null;
  }
}

function onWeekdays(activeHours: number): boolean {
  const hours = activeHours / weekdaysPerMonth;
  return hours <= 24 && Math.abs(hours - Math.round(hours * 2) / 2) < 0.01;
}
