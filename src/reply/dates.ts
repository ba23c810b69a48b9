import { oneLine } from "./clean-text.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Longest forecast that is worth a month's name. */
const FORECAST_YEARS_MAX = 50;

interface Day {
  year: number;
  month: number;
  day: number;
}

function parse(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return null;
  return { year, month, day };
}

/** A fact's date: "23 Nov 2026", "Sep 2026". What is no ISO date is a note of the source and comes through as it is. */
export function factDate(iso: string): string {
  if (/^\d{4}-\d{2}$/.test(iso)) return monthName(iso);
  const day = parse(iso);
  if (day === null) return oneLine(iso, 60);
  return `${day.day} ${months[day.month - 1]} ${day.year}`;
}

/** "Nov 2026" of an ISO month or date. */
export function monthName(iso: string): string {
  const day = parse(iso.length === 7 ? `${iso}-01` : iso);
  return day === null ? oneLine(iso, 20) : `${months[day.month - 1]} ${day.year}`;
}

/** A forecast: the month that lies `monthsAhead` after a day. "Dec 2027", or "after 2076". */
export function forecast(fromIso: string, monthsAhead: number): string {
  const day = parse(fromIso);
  if (day === null || !Number.isFinite(monthsAhead)) return "–";
  if (monthsAhead > FORECAST_YEARS_MAX * 12) return `after ${day.year + FORECAST_YEARS_MAX}`;
  const position = day.year * 12 + (day.month - 1) + (day.day - 1) / 31 + Math.max(0, monthsAhead);
  const month = Math.floor(position);
  return `${months[month % 12]} ${Math.floor(month / 12)}`;
}

/** ISO day of a moment, UTC. */
export function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
