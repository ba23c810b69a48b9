import { UserError } from "#src/errors.ts";

/** Which snapshot a date takes, and whether the date lies before everything the catalog knows. */
export interface SnapshotChoice {
  date: string;
  earlierThanOldest: boolean;
}

/**
 * The newest snapshot not after the date asked for; the oldest where there is none; the newest without a date.
 *
 * @param dates snapshot dates, oldest first, at least one
 */
export function chooseSnapshot(dates: readonly string[], asked?: string): SnapshotChoice {
  const oldest = dates[0];
  const newest = dates.at(-1);
  if (oldest === undefined || newest === undefined) throw new Error("the catalog has no price snapshot");
  if (asked === undefined) return { date: newest, earlierThanOldest: false };
  const date = dates.findLast((candidate) => candidate <= asked);
  return date === undefined ? { date: oldest, earlierThanOldest: true } : { date, earlierThanOldest: false };
}

/** Rejects what is not a calendar day with one sentence. */
export function checkDay(value: string | undefined, path: string): void {
  if (value === undefined) return;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return;
  throw new UserError({
    code: "bad-input",
    path,
    message: `${path} is ${JSON.stringify(value)}, which is no calendar day.`,
    nextStep: "Write it as YYYY-MM-DD.",
  });
}
