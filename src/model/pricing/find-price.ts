import type { Catalog, PriceRow } from "#src/model/catalog.ts";

/** The region every price exists in first, and the base of estimated ones. */
const BASE_REGION = "us-east-1";
/** Bought the same way everywhere and priced in every region: its ratio stands for how dear a region is. */
const PROXY_DIMENSION = "fargate/vcpu-x86";
/** How far a price estimated from another region may be off, either way. */
const PROXY_SPREAD = 0.2;

/**
 * The price row of a dimension in a region.
 *
 * Where the region has no row: us-east-1's price times the region's Fargate ratio, marked `estimated` (+-20 %).
 * Undefined when us-east-1 has none either, when AWS does not sell the service there, or when the region has no price
 * list at all.
 */
export function findPrice(catalog: Catalog, priceId: string, region: string): PriceRow | undefined {
  const byRegion = catalog.prices.get(priceId);
  const own = byRegion?.get(region);
  if (own !== undefined) return own;
  if (isNotOffered(catalog, priceId, region)) return undefined;
  const base = byRegion?.get(BASE_REGION);
  const proxy = catalog.prices.get(PROXY_DIMENSION);
  const regional = proxy?.get(region)?.tiers[0]?.unitPriceUsd;
  const reference = proxy?.get(BASE_REGION)?.tiers[0]?.unitPriceUsd;
  if (base === undefined || regional === undefined || reference === undefined) return undefined;
  // A share of another price (a fee of 15 %) is no dearer where prices are.
  const ratio = base.unit.startsWith("fraction") ? 1 : regional / reference;
  return {
    ...base,
    region,
    tiers: base.tiers.map((tier) => ({ upTo: tier.upTo, unitPriceUsd: tier.unitPriceUsd * ratio })),
    estimated: { low: 1 - PROXY_SPREAD, high: 1 + PROXY_SPREAD },
    verified: false,
  };
}

/** True when AWS does not sell the service, or this item of it, in the region. */
export function isNotOffered(catalog: Catalog, priceId: string, region: string): boolean {
  const service = priceId.slice(0, priceId.indexOf("/"));
  return [service, priceId].some((key) => catalog.notOffered?.get(key)?.includes(region) === true);
}
