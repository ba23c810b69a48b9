import { expect, test } from "vitest";
import { dataDirectory } from "#src/catalog/data-files.ts";
import { filterKeyOf, type PriceListFilter, readFilters } from "#src/catalog/refresh/filters.ts";
import { type PriceTable, priceTable, readOldPrices } from "#src/catalog/refresh/old-prices.ts";
import { refreshPrices } from "#src/catalog/refresh/refresh.ts";
import type { Tier } from "#src/model/catalog.ts";
import type { Product } from "./price-list-files.ts";
import { type Offer, startPriceListServer } from "./price-list-server.ts";

const old = readOldPrices(dataDirectory);
const filters = readFilters(dataDirectory);
const rows = priceTable(old);

test("every filter of the catalog looks for a price the catalog has", () => {
  const found = new Set([...rows.keys()].map((priceId) => filterKeyOf(filters, priceId)));
  expect([...filters.keys()].filter((key) => !found.has(key))).toEqual([]);
});

test("a price list made of our own catalog, all services and regions in it, is found unchanged row by row", async () => {
  const server = await startPriceListServer(offersFrom(rows));
  try {
    const { comparison } = await refreshPrices({
      baseUrl: server.baseUrl,
      silenceMaxMs: 10_000,
      offers: null,
      regions: null,
      today: "2027-01-01",
    });
    const wrong = comparison.outcomes.filter(({ kind }) => kind !== "unchanged");
    expect(wrong).toEqual([]);
    expect(comparison.unmatched).toEqual([]);
    const filtered = [...rows].filter(([priceId]) => filterKeyOf(filters, priceId) !== null);
    const expected = filtered.reduce((sum, [, byRegion]) => sum + byRegion.size, 0);
    expect(comparison.outcomes).toHaveLength(expected);
    expect(expected).toBeGreaterThan(1500);
  } finally {
    await server.stop();
  }
});

/** The price list as AWS would publish our prices: usage types with the region's prefix, prices as decimal text. */
function offersFrom(table: PriceTable): Record<string, Offer> {
  const offers: Record<string, Offer> = {};
  for (const [priceId, byRegion] of table) {
    const filter = filters.get(filterKeyOf(filters, priceId) ?? "");
    if (filter === undefined) continue;
    offers[filter.offerCode] ??= { version: "1", publicationDate: "2026-12-01", regions: {} };
    for (const [region, tiers] of byRegion) {
      const regions = offers[filter.offerCode]?.regions ?? {};
      regions[region] = [...(regions[region] ?? []), productOf(priceId, filter, region, tiers)];
    }
  }
  return offers;
}

function productOf(priceId: string, filter: PriceListFilter, region: string, tiers: readonly Tier[]): Product {
  const names = old.regions.find(({ id }) => id === region);
  const dimension = priceId.slice(priceId.indexOf("/") + 1);
  const wanted = { ...filter.attributes, ...filter.attributesByRegion?.[region] };
  const filled = Object.entries(wanted).map(([name, value]) => [
    name,
    value === "<dimension>" ? dimension : value === "<location name>" ? (names?.location ?? "") : value,
  ]);
  const [unit = "Quantity", unitsPer = 1] = Object.entries(filter.unitsPer ?? {})[0] ?? [];
  return {
    sku: `${priceId} ${region}`,
    productFamily: filter.productFamily ?? "Some family",
    attributes: {
      ...Object.fromEntries(filled),
      ...(filter.group === undefined ? {} : { group: filter.group }),
      ...(filter.operation === undefined ? {} : { operation: filter.operation }),
      usagetype: `${names?.usagetypePrefixes.at(-1)}${filter.usagetypeSuffix ?? `of:${dimension}`}`,
      regionCode: region,
      location: names?.location ?? "",
    },
    unit,
    bands: tiers.map(({ upTo, unitPriceUsd }, index) => ({
      begin: String((tiers[index - 1]?.upTo ?? 0) / unitsPer),
      end: upTo === null ? "Inf" : String(upTo / unitsPer),
      price: (unitPriceUsd * unitsPer).toFixed(14),
    })),
  };
}
