import type { Tier } from "#src/model/catalog.ts";

/** The part of a quantity that fell into one tier, and what it cost. */
export interface TierUse {
  quantity: number;
  unitPriceUsd: number;
  costUsd: number;
}

/** The same with the bound of its band. */
export type BandUse = TierUse & Tier;

/**
 * Runs a monthly quantity through cumulative price bands.
 *
 * @param tiers ascending, the last one open (`upTo: null`)
 * @param quantity in the tiers' unit, zero or more
 * @param before quantity of the same dimension bought earlier in the month: it has climbed the first bands already
 * @returns one entry for each band that was entered; a quantity of zero enters one band with zero
 */
export function useTiers(tiers: readonly Tier[], quantity: number, before = 0): BandUse[] {
  const uses: BandUse[] = [];
  const end = before + quantity;
  let from = before;
  for (const tier of tiers) {
    const to = tier.upTo ?? Number.POSITIVE_INFINITY;
    if (from >= to) continue;
    const inTier = Math.min(end, to) - from;
    if (inTier > 0 || uses.length === 0) {
      uses.push({ ...tier, quantity: inTier, costUsd: inTier * tier.unitPriceUsd });
    }
    if (end <= to) break;
    from = to;
  }
  return uses;
}

/** The cost alone, without the record of bands: what the range and the break-even scan call thousands of times. */
export function costThroughTiers(tiers: readonly Tier[], quantity: number, before = 0): number {
  const end = before + quantity;
  let costUsd = 0;
  let from = before;
  for (const tier of tiers) {
    const to = tier.upTo ?? Number.POSITIVE_INFINITY;
    if (from >= to) continue;
    costUsd += (Math.min(end, to) - from) * tier.unitPriceUsd;
    if (end <= to) break;
    from = to;
  }
  return costUsd;
}
