import { assertNever } from "#src/errors.ts";
import type { Assessment, RevisitTrigger } from "#src/model/assessment.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { findPrice } from "#src/model/pricing/find-price.ts";
import type { Design } from "./content.ts";
import { estimateOf } from "./review-state.ts";

/** What a trigger is checked against. */
export interface TriggerFacts {
  assessment: Assessment;
  design: Design;
  now: Date;
  /** Catalog in use now, and the one the decision stands on. */
  catalog: Catalog;
  decidedCatalog: Catalog;
}

/** Whether the condition holds. Pure: the same facts, the same answer. */
export function holds({ kind, path, value }: RevisitTrigger, facts: TriggerFacts): boolean {
  const { assessment, design, now, catalog, decidedCatalog } = facts;
  const { region, ratePerSecond } = assessment.workload;
  switch (kind) {
    case "rate-above":
      return ratePerSecond > value;
    case "rate-below":
      return ratePerSecond < value;
    case "monthly-usd-above": {
      const estimate = assessment.estimates.find(({ architecture }) => architecture === path);
      return estimate !== undefined && estimate.missing.length === 0 && estimate.monthlyUsd.point > value;
    }
    case "headroom-below": {
      const use = estimateOf(assessment, design)?.limits.find(({ quota }) => quota === path);
      return use !== undefined && use.headroom !== null && use.headroom < value;
    }
    case "date":
      return now.getTime() >= value;
    case "price-changed":
      return priceMoved(path, region, decidedCatalog, catalog) >= value;
    case "quota-changed": {
      const today = quotaDefault(path, region, catalog);
      // The default of the day of the decision, not the value in the trigger: that may be a multiple of another quota.
      const then = quotaDefault(path, region, decidedCatalog);
      return today !== null && then !== null && today !== then;
    }
    default:
      return assertNever(kind);
  }
}

/** Largest move of any tier's price, up or down, as a share; 0 where one side has no price. */
export function priceMoved(priceId: string, region: string, then: Catalog, now: Catalog): number {
  const before = findPrice(then, priceId, region);
  const after = findPrice(now, priceId, region);
  if (before === undefined || after === undefined) return 0;
  const tiers = Math.min(before.tiers.length, after.tiers.length);
  let largest = 0;
  for (let tier = 0; tier < tiers; tier += 1) {
    const was = before.tiers[tier]?.unitPriceUsd ?? 0;
    const is = after.tiers[tier]?.unitPriceUsd ?? 0;
    if (was > 0) largest = Math.max(largest, Math.abs(is - was) / was);
  }
  // A rounding of doubles is no move.
  return Math.round(largest * 1e9) / 1e9;
}

function quotaDefault(quota: string, region: string, catalog: Catalog): number | null {
  const rows = catalog.quotas.get(quota);
  return (rows?.get(region) ?? rows?.get("default"))?.value ?? null;
}
