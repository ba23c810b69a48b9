import type { Workload } from "#src/model/workload.ts";
import type { Review, Revision } from "#src/reviews/review.ts";

/** Average month: 365.25 days / 12. */
export const MONTH_MS = (365.25 / 12) * 86_400_000;

/** Months from one moment to another; 0 when the second is earlier. */
export function monthsBetween(from: Date, to: Date): number {
  return Math.max(0, (to.getTime() - from.getTime()) / MONTH_MS);
}

/** The workload after some months of its growth: rate x (1 + growth)^months, and what follows the rate. */
export function grown(workload: Workload, months: number): Workload {
  const multiple = (1 + workload.growthPerMonth) ** months;
  if (multiple === 1) return workload;
  const { connections } = workload.entry;
  return {
    ...workload,
    ratePerSecond: workload.ratePerSecond * multiple,
    entry: { ...workload.entry, connections: connections === null ? null : connections * multiple },
    egressGbPerMonth: workload.egressGbPerMonth * multiple,
  };
}

/**
 * When the rate of a revision was said: growth counts from there. A later edit of something else hands the rate on
 * and does not start growth anew; an undo goes back to the revision it restores.
 */
export function rateSaidAt({ revisions }: Review, revision: Revision): Date {
  let said = revision;
  for (;;) {
    const earlier = revisions.find(({ number }) => number === (said.restores ?? said.number - 1));
    if (earlier === undefined || !sameRate(earlier, said)) return said.at;
    said = earlier;
  }
}

function sameRate({ workload: a }: Revision, { workload: b }: Revision): boolean {
  return a.ratePerSecond === b.ratePerSecond && a.growthPerMonth === b.growthPerMonth;
}
