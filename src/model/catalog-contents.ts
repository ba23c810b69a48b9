import type { Catalog, PriceRow } from "./catalog.ts";
import { findPrice } from "./pricing/find-price.ts";

/** One place figures were read from. */
export interface SourceCount {
  source: string;
  rows: number;
  oldest: string;
  newest: string;
}

/** What is held of one service: dimensions, and how many of them each region has. */
export interface ServiceCoverage {
  service: string;
  dimensions: number;
  rows: number;
  byRegion: Readonly<Record<string, number>>;
}

/** A dimension that some regions have no row for. `estimated`: us-east-1's price is scaled; else there is no answer. */
export interface PriceGap {
  id: string;
  estimated: readonly string[];
  missing: readonly string[];
}

export interface CatalogContents {
  pricesAsOf: string;
  quotasAsOf: string;
  regions: readonly string[];
  priceRows: number;
  verifiedRows: number;
  sources: readonly SourceCount[];
  services: readonly ServiceCoverage[];
  gaps: readonly PriceGap[];
  unverified: readonly { id: string; regions: readonly string[] }[];
  quotas: number;
  latencyFacts: number;
  assumptions: number;
  ec2Types: number;
}

/** What a catalog holds, where it came from, and what it lacks. */
export function catalogContents(catalog: Catalog): CatalogContents {
  const rows = [...catalog.prices.values()].flatMap((byRegion) => [...byRegion.values()]);
  return {
    pricesAsOf: catalog.pricesAsOf,
    quotasAsOf: catalog.quotasAsOf,
    regions: catalog.regions,
    priceRows: rows.length,
    verifiedRows: rows.filter((row) => row.verified).length,
    sources: countSources(rows),
    services: coverage(rows, catalog.regions),
    gaps: gaps(catalog),
    unverified: unverified(catalog),
    quotas: catalog.quotas.size,
    latencyFacts: catalog.latency.size,
    assumptions: catalog.assumptions.size,
    ec2Types: catalog.ec2Types.length,
  };
}

function countSources(rows: readonly PriceRow[]): SourceCount[] {
  return [...Map.groupBy(rows, (row) => row.source)]
    .map(([source, from]) => {
      const dates = from.map((row) => row.effectiveDate).sort();
      return { source, rows: from.length, oldest: dates[0] ?? "", newest: dates.at(-1) ?? "" };
    })
    .sort((a, b) => b.rows - a.rows || (a.source < b.source ? -1 : 1));
}

function coverage(rows: readonly PriceRow[], regions: readonly string[]): ServiceCoverage[] {
  return [...Map.groupBy(rows, (row) => row.service)]
    .map(([service, held]) => ({
      service,
      dimensions: new Set(held.map((row) => row.dimension)).size,
      rows: held.length,
      byRegion: Object.fromEntries(
        regions.map((region) => [region, held.filter((row) => row.region === region).length]),
      ),
    }))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}

function gaps(catalog: Catalog): PriceGap[] {
  return [...catalog.prices].flatMap(([id, byRegion]) => {
    const absent = catalog.regions.filter((region) => !byRegion.has(region));
    if (absent.length === 0) return [];
    const estimated = absent.filter((region) => findPrice(catalog, id, region) !== undefined);
    return [{ id, estimated, missing: absent.filter((region) => !estimated.includes(region)) }];
  });
}

function unverified(catalog: Catalog): { id: string; regions: string[] }[] {
  return [...catalog.prices].flatMap(([id, byRegion]) => {
    const regions = [...byRegion.values()].filter((row) => !row.verified).map((row) => row.region);
    return regions.length === 0 ? [] : [{ id, regions }];
  });
}
