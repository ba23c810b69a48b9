import type { PriceRow } from "#src/model/catalog.ts";
import { readDataFile, serviceFiles } from "./data-files.ts";
import { type PriceFile, type PriceFileRow, type PriceSources, priceFileSchema, priceSourcesSchema } from "./schema.ts";

type PriceMap = Map<string, Map<string, PriceRow>>;

/** All price rows of one snapshot, keyed `service/dimension` then region. */
export function readPrices(dataDir: string, date: string): PriceMap {
  const { sources } = readDataFile(priceSourcesSchema, dataDir, "prices", date, "sources.json");
  const prices: PriceMap = new Map();
  for (const name of serviceFiles(dataDir, date)) {
    const file = readDataFile(priceFileSchema, dataDir, "prices", date, name);
    for (const row of file.rows) addRow(prices, toPriceRow(file, row, sources));
  }
  return prices;
}

function addRow(prices: PriceMap, row: PriceRow): void {
  const id = `${row.service}/${row.dimension}`;
  const byRegion = prices.get(id) ?? new Map<string, PriceRow>();
  if (byRegion.has(row.region)) throw new Error(`catalog: ${id} has two rows for ${row.region}`);
  byRegion.set(row.region, row);
  prices.set(id, byRegion);
}

function toPriceRow(file: PriceFile, row: PriceFileRow, sources: PriceSources): PriceRow {
  const source = sources[row.source];
  if (source === undefined) throw new Error(`catalog: ${file.service}/${row.dimension} names no known source`);
  const dated = row.effectiveDate ?? source.date;
  return {
    service: file.service,
    dimension: row.dimension,
    region: row.region,
    unit: row.unit,
    tiers: row.tiers ?? [{ upTo: null, unitPriceUsd: row.unitPriceUsd ?? 0 }],
    source: dated === null ? `${source.ref} (undated, read ${file.retrievedDate})` : source.ref,
    effectiveDate: dated ?? file.retrievedDate,
    retrievedDate: file.retrievedDate,
    verified: row.verified,
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}
