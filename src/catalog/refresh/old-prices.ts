import { readDataFile, serviceFiles, snapshotDates } from "#src/catalog/data-files.ts";
import {
  type PriceFile,
  type PriceFileRow,
  type PriceSources,
  priceFileSchema,
  priceSourcesSchema,
  regionsFileSchema,
} from "#src/catalog/schema.ts";
import type { Tier } from "#src/model/catalog.ts";
import type { RegionNames } from "./match-row.ts";

/** One price in one region, as its file has it. */
export interface RegionRow {
  region: string;
  tiers: readonly Tier[];
  /** The rest of its line, shared by all regions of a joint line. */
  rest: Omit<PriceFileRow, "region" | "unitPriceUsd" | "tiers" | "unitPricesUsd">;
  /** `joint`: its line holds several regions. */
  line: "single" | "joint";
}

export interface OldPriceFile extends Omit<PriceFile, "rows"> {
  rows: readonly RegionRow[];
}

/** The newest snapshot as it lies in its files, to compare with and to write the next one from. */
export interface OldPrices {
  date: string;
  /** By file name: "lambda.json". */
  files: ReadonlyMap<string, OldPriceFile>;
  sources: PriceSources;
  sourcesNote: string;
  regions: readonly RegionNames[];
}

export function readOldPrices(dataDir: string): OldPrices {
  const date = newestSnapshot(dataDir);
  const { note, sources } = readDataFile(priceSourcesSchema, dataDir, "prices", date, "sources.json");
  const { regions } = readDataFile(regionsFileSchema, dataDir, "regions.json");
  const files = serviceFiles(dataDir, date).map((name): [string, OldPriceFile] => {
    const file = readDataFile(priceFileSchema, dataDir, "prices", date, name);
    return [name, { ...file, rows: file.rows.flatMap(regionRows) }];
  });
  return { date, files: new Map(files), sources, sourcesNote: note, regions };
}

/** Date of the newest price snapshot. */
export function newestSnapshot(dataDir: string): string {
  const date = snapshotDates(dataDir).at(-1);
  if (date === undefined) throw new Error(`no price snapshot under ${dataDir}`);
  return date;
}

function regionRows({ region, unitPriceUsd, tiers, unitPricesUsd, ...rest }: PriceFileRow): RegionRow[] {
  const flat = (price: number): Tier[] => [{ upTo: null, unitPriceUsd: price }];
  if (unitPricesUsd !== undefined) {
    return Object.entries(unitPricesUsd).map(([id, price]) => ({
      region: id,
      tiers: flat(price),
      rest,
      line: "joint",
    }));
  }
  return region === undefined ? [] : [{ region, tiers: tiers ?? flat(unitPriceUsd ?? 0), rest, line: "single" }];
}

/** Every price of the snapshot by price id, then region. */
export type PriceTable = ReadonlyMap<string, ReadonlyMap<string, readonly Tier[]>>;

export function priceTable(old: OldPrices): PriceTable {
  const table = new Map<string, Map<string, readonly Tier[]>>();
  for (const { service, rows } of old.files.values()) {
    for (const { region, tiers, rest } of rows) {
      const priceId = `${service}/${rest.dimension}`;
      const byRegion = table.get(priceId) ?? new Map<string, readonly Tier[]>();
      table.set(priceId, byRegion.set(region, tiers));
    }
  }
  return table;
}
