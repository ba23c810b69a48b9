import type { Catalog } from "#src/model/catalog.ts";
import { dataDirectory, readDataFile, snapshotDates } from "./data-files.ts";
import { readPrices } from "./read-prices.ts";
import { readQuotas } from "./read-quotas.ts";
import {
  assumptionsFileSchema,
  ec2TypesFileSchema,
  fargateSizesFileSchema,
  freeTiersFileSchema,
  notOfferedFileSchema,
  regionsFileSchema,
} from "./schema.ts";
import { checkDay, chooseSnapshot } from "./snapshot.ts";

/** The days to read the catalog as of; a missing one means the newest. */
export interface CatalogDates {
  pricesAsOf?: string | undefined;
  quotasAsOf?: string | undefined;
}

const loaded = new Map<string, Catalog>();

/**
 * The catalog as of two days, checked. A pair of days is read once a process.
 *
 * `pricesAsOf` takes the newest snapshot not after it, and the oldest when all are later (`datesNotCovered` tells).
 * `quotasAsOf` takes the values in force on that day.
 *
 * @throws UserError when a date is no calendar day
 */
export function loadCatalog(asOf: CatalogDates = {}, dataDir: string = dataDirectory): Catalog {
  checkDay(asOf.pricesAsOf, "catalog.pricesAsOf");
  checkDay(asOf.quotasAsOf, "catalog.quotasAsOf");
  const key = JSON.stringify([dataDir, asOf.pricesAsOf, asOf.quotasAsOf]);
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const catalog = readCatalog(asOf, dataDir);
  loaded.set(key, catalog);
  return catalog;
}

/** The price snapshots there are, oldest first. */
export function listCatalogs(dataDir: string = dataDirectory): string[] {
  return snapshotDates(dataDir);
}

/** The dates asked for that lie before what the catalog knows: the oldest snapshot stands in, and the person is told. */
export function datesNotCovered(asOf: CatalogDates, dataDir: string = dataDirectory): "prices"[] {
  return chooseSnapshot(snapshotDates(dataDir), asOf.pricesAsOf).earlierThanOldest ? ["prices"] : [];
}

function readCatalog(asOf: CatalogDates, dataDir: string): Catalog {
  const { date } = chooseSnapshot(snapshotDates(dataDir), asOf.pricesAsOf);
  const { regions } = readDataFile(regionsFileSchema, dataDir, "regions.json");
  const { notOffered } = readDataFile(notOfferedFileSchema, dataDir, "not-offered.json");
  const { assumptions } = readDataFile(assumptionsFileSchema, dataDir, "assumptions.json");
  return {
    pricesAsOf: date,
    regions: regions.map(({ id }) => id),
    prices: readPrices(dataDir, date),
    freeTiers: readDataFile(freeTiersFileSchema, dataDir, "free-tiers.json").freeTiers,
    notOffered: new Map(notOffered.map(({ id, regions: without }) => [id, without])),
    ...readQuotas(dataDir, asOf.quotasAsOf),
    assumptions: new Map(assumptions.map((row) => [row.id, row])),
    ec2Types: readDataFile(ec2TypesFileSchema, dataDir, "ec2-types.json").types,
    fargateSizes: readDataFile(fargateSizesFileSchema, dataDir, "fargate-sizes.json").sizes,
  };
}
