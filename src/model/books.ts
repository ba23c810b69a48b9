import type { Catalog, Ec2Type, FargateSize, FreeTier, PriceRow, QuotaRow } from "./catalog.ts";
import { findPrice } from "./pricing/find-price.ts";
import type { CpuPerMemory } from "./rescale.ts";

/** An instance type with its price in the region. */
export interface PricedInstance {
  type: Ec2Type;
  priceId: string;
  usdPerHour: number;
}

/** The catalog narrowed to one region, so that estimates look things up once. */
export interface Books {
  region: string;
  prices: ReadonlyMap<string, PriceRow>;
  quotas: ReadonlyMap<string, QuotaRow>;
  freeTiers: readonly FreeTier[];
  fargateSizes: readonly FargateSize[];
  /** Every priced instance type of the region, cheapest per vCPU first; of two alike the newer generation. */
  instances: readonly PricedInstance[];
  /** How Lambda's CPU follows memory. */
  cpuPerMemory: CpuPerMemory;
  asOf: { pricesAsOf: string; quotasAsOf: string };
}

/**
 * Quota of the region, else of "every other region".
 * Undefined where AWS publishes no such quota.
 */
function quotaOf(byRegion: ReadonlyMap<string, QuotaRow>, region: string): QuotaRow | undefined {
  return byRegion.get(region) ?? byRegion.get("default");
}

const opened = new WeakMap<Catalog, Map<string, Books>>();

/**
 * Opens the price book and the quota book of one region, once for each catalog: a catalog never changes. A region
 * without a price list gives an empty price book.
 */
export function openBooks(catalog: Catalog, region: string): Books {
  const byRegion = opened.get(catalog) ?? new Map<string, Books>();
  opened.set(catalog, byRegion);
  const known = byRegion.get(region) ?? readBooks(catalog, region);
  byRegion.set(region, known);
  return known;
}

function readBooks(catalog: Catalog, region: string): Books {
  const prices = new Map<string, PriceRow>();
  for (const priceId of catalog.prices.keys()) {
    const row = findPrice(catalog, priceId, region);
    if (row !== undefined) prices.set(priceId, row);
  }
  const quotas = new Map<string, QuotaRow>();
  for (const [id, byRegion] of catalog.quotas) {
    const row = quotaOf(byRegion, region);
    if (row !== undefined) quotas.set(id, row);
  }
  return {
    region,
    prices,
    quotas,
    freeTiers: catalog.freeTiers,
    fargateSizes: catalog.fargateSizes,
    instances: pricedInstances(catalog, prices),
    cpuPerMemory: {
      memoryPerVcpuMb: constantOf(quotas, "lambda.memoryPerVcpu"),
      maxVcpu: constantOf(quotas, "lambda.vcpu.max"),
    },
    asOf: { pricesAsOf: catalog.pricesAsOf, quotasAsOf: catalog.quotasAsOf },
  };
}

/** A quota the formulas need as a constant. @throws Error when the catalog lacks it */
export function constantOf(quotas: ReadonlyMap<string, QuotaRow>, quotaId: string): number {
  const value = quotas.get(quotaId)?.value;
  if (value === undefined || value === null) throw new Error(`the catalog has no value for quota ${quotaId}`);
  return value;
}

function pricedInstances(catalog: Catalog, prices: ReadonlyMap<string, PriceRow>): PricedInstance[] {
  const priced: PricedInstance[] = [];
  for (const type of catalog.ec2Types) {
    const priceId = `ec2/${type.instanceType}`;
    const usdPerHour = prices.get(priceId)?.tiers[0]?.unitPriceUsd;
    if (usdPerHour !== undefined) priced.push({ type, priceId, usdPerHour });
  }
  return priced.sort(
    (a, b) =>
      a.usdPerHour / a.type.vcpu - b.usdPerHour / b.type.vcpu || b.type.instanceType.localeCompare(a.type.instanceType),
  );
}
