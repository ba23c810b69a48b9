import type { Tier } from "#src/model/catalog.ts";

/** The part of a quantity that fell into one tier, and what it cost. */
export interface TierUse {
  quantity: number;
  unitPriceUsd: number;
  costUsd: number;
}

/**
 * Runs a monthly quantity through cumulative price bands.
 *
 * @param tiers ascending, the last one open (`upTo: null`)
 * @param quantity in the tiers' unit, zero or more
 * @returns one entry for each band that was entered; a quantity of zero enters the first band with zero
 */
export function useTiers(tiers: readonly Tier[], quantity: number): TierUse[] {
  const uses: TierUse[] = [];
  let from = 0;
  for (const tier of tiers) {
    const to = tier.upTo ?? Number.POSITIVE_INFINITY;
    const inTier = Math.max(0, Math.min(quantity, to) - from);
    if (inTier > 0 || uses.length === 0) {
      uses.push({ quantity: inTier, unitPriceUsd: tier.unitPriceUsd, costUsd: inTier * tier.unitPriceUsd });
    }
    if (quantity <= to) break;
    from = to;
  }
  return uses;
}

/** The cost alone, without the record of bands: what the range and the break-even scan call thousands of times. */
export function costThroughTiers(tiers: readonly Tier[], quantity: number): number {
  let costUsd = 0;
  let from = 0;
  for (const tier of tiers) {
    const to = tier.upTo ?? Number.POSITIVE_INFINITY;
    costUsd += Math.max(0, Math.min(quantity, to) - from) * tier.unitPriceUsd;
    if (quantity <= to) break;
    from = to;
  }
  return costUsd;
}
