/** Days after which prices are called old: AWS republishes most lists within a quarter. */
const OLD_AFTER_DAYS = 90;

const MS_PER_DAY = 86_400_000;

/**
 * Whole days from a catalog's date to a moment; zero for a catalog of today or later.
 *
 * @param pricesAsOf ISO day
 */
export function catalogAgeDays(pricesAsOf: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(`${pricesAsOf}T00:00:00Z`)) / MS_PER_DAY));
}

export function isOld(ageDays: number): boolean {
  return ageDays > OLD_AFTER_DAYS;
}
