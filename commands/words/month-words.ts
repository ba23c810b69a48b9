const names = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString("en", { month: "long", timeZone: "UTC" }).toLowerCase(),
);
const SHORTEST_NAME = 3;

/** "2026-10", "10/2026", "October 2026", "oct", "last month": YYYY-MM, or null. A bare name is the latest such month. */
export function readMonth(text: string, now: Date): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[.,]/g, "")
    .replace(/^(?:for|in|of)\s+/, "");
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(words);
  if (iso !== null) return month(Number(iso[1]), Number(iso[2]));
  const reversed = /^(\d{1,2})[-/](\d{4})$/.exec(words);
  if (reversed !== null) return month(Number(reversed[2]), Number(reversed[1]));
  if (words === "this month") return month(now.getUTCFullYear(), now.getUTCMonth() + 1);
  if (words === "last month") return lastMonth(now);
  const named = /^([a-z]+)(?:\s+(\d{4}))?$/.exec(words);
  const index = named === null ? -1 : monthNamed(named[1] ?? "");
  if (named === null || index === -1) return null;
  const year = named[2] === undefined ? latestYearOf(index, now) : Number(named[2]);
  return month(year, index + 1);
}

/** The month before this one: bills come after the month. */
export function lastMonth(now: Date): string {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return day.toISOString().slice(0, 7);
}

/** Position of the month whose name begins so; -1: none. */
function monthNamed(word: string): number {
  return word.length < SHORTEST_NAME ? -1 : names.findIndex((name) => name.startsWith(word));
}

function latestYearOf(index: number, now: Date): number {
  return index <= now.getUTCMonth() ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
}

function month(year: number, number: number): string | null {
  if (number < 1 || number > 12) return null;
  return `${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}`;
}
