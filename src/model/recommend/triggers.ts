import type { BreakEven, Estimate, RevisitTrigger } from "#src/model/assessment.ts";
import { dearestLine } from "./reasons.ts";

/** A price that moves by this share is worth another look. */
const PRICE_MOVE = 0.1;

/** Conditions under which the decision should be looked at again, as data the digest can check. */
export function revisitTriggers(
  preferred: Estimate,
  breakEvens: readonly BreakEven[],
  ratePerSecond: number,
): RevisitTrigger[] {
  const triggers: RevisitTrigger[] = [];
  const above = breakEvens.find((crossing) => crossing.ratePerSecond > ratePerSecond);
  const below = breakEvens.findLast((crossing) => crossing.ratePerSecond < ratePerSecond);
  if (above !== undefined) triggers.push({ kind: "rate-above", path: "ratePerSecond", value: above.ratePerSecond });
  if (below !== undefined) triggers.push({ kind: "rate-below", path: "ratePerSecond", value: below.ratePerSecond });
  const quota = preferred.limits.find((use) => use.counts);
  if (quota !== undefined) {
    triggers.push({ kind: "headroom-below", path: quota.quota, value: 1 });
    triggers.push({ kind: "quota-changed", path: quota.quota, value: quota.default });
  }
  triggers.push({ kind: "monthly-usd-above", path: preferred.architecture, value: preferred.monthlyUsd.p90 });
  const dearest = dearestLine(preferred.lineItems);
  if (dearest !== null) triggers.push({ kind: "price-changed", path: dearest.id, value: PRICE_MOVE });
  return triggers;
}
