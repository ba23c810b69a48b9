import type { PriceRow, Tier } from "#src/model/catalog.ts";
import { damaged, readDataFile, serviceFiles } from "./data-files.ts";
import { type PriceFile, type PriceFileRow, type PriceSources, priceFileSchema, priceSourcesSchema } from "./schema.ts";

type PriceMap = Map<string, Map<string, PriceRow>>;

/** All price rows of one snapshot, keyed `service/dimension` then region. */
export function readPrices(dataDir: string, date: string): PriceMap {
  const { sources } = readDataFile(priceSourcesSchema, dataDir, "prices", date, "sources.json");
  const prices: PriceMap = new Map();
  for (const name of serviceFiles(dataDir, date)) {
    const file = readDataFile(priceFileSchema, dataDir, "prices", date, name);
    for (const row of file.rows) for (const priced of toPriceRows(file, row, sources)) addRow(prices, priced);
  }
  return prices;
}

function addRow(prices: PriceMap, row: PriceRow): void {
  const id = `${row.service}/${row.dimension}`;
  const byRegion = prices.get(id) ?? new Map<string, PriceRow>();
  if (byRegion.has(row.region)) throw damaged(`${id} has two rows for ${row.region}`);
  byRegion.set(row.region, row);
  prices.set(id, byRegion);
}

/** A line of a price file as rows of the catalog: one, or one a region. */
function toPriceRows(file: PriceFile, row: PriceFileRow, sources: PriceSources): PriceRow[] {
  const source = sources[row.source];
  if (source === undefined) throw damaged(`${file.service}/${row.dimension} names no known source`);
  const dated = row.effectiveDate ?? source.date;
  const retrievedDate = row.retrievedDate ?? file.retrievedDate;
  const shared = {
    service: file.service,
    dimension: row.dimension,
    unit: row.unit,
    source: dated === null ? `${source.ref} (undated, read ${retrievedDate})` : source.ref,
    effectiveDate: dated ?? retrievedDate,
    retrievedDate,
    verified: row.verified,
    ...(row.note === undefined ? {} : { note: row.note }),
  };
  return tiersByRegion(row).map(([region, tiers]) => ({ ...shared, region, tiers }));
}

function tiersByRegion(row: PriceFileRow): [string, readonly Tier[]][] {
  if (row.unitPricesUsd !== undefined) {
    return Object.entries(row.unitPricesUsd).map(([region, unitPriceUsd]) => [region, [{ upTo: null, unitPriceUsd }]]);
  }
  if (row.region === undefined) return [];
  return [[row.region, row.tiers ?? [{ upTo: null, unitPriceUsd: row.unitPriceUsd ?? 0 }]]];
}
