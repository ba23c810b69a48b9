import { dataDirectory } from "#src/catalog/data-files.ts";
import { UserError } from "#src/errors.ts";
import { type Comparison, compare, type OfferReading } from "./compare.ts";
import { diffMarkdown } from "./diff-markdown.ts";
import { checkBaseUrl, type Source } from "./download.ts";
import { type PriceListFilters, readFilters } from "./filters.ts";
import { listSources, type OfferRead, offerRead, sourceKeyOf } from "./list-sources.ts";
import type { RegionNames } from "./match-row.ts";
import { nextSnapshot } from "./next-snapshot.ts";
import { findOffers, type OfferFiles } from "./offer-index.ts";
import { priceTable, readOldPrices } from "./old-prices.ts";
import { readOffer } from "./read-offer.ts";
import { chosenOffers, chosenRegions } from "./selection.ts";
import { writeSnapshot } from "./write-snapshot.ts";

export interface RefreshOptions {
  /** Where the catalog's files are; left out: the program's own. */
  dataDir?: string;
  baseUrl: string;
  /** Longest silence of the server. */
  silenceMaxMs: number;
  /** Offer codes and region codes to read; null: all the catalog knows. */
  offers: readonly string[] | null;
  regions: readonly string[] | null;
  /** ISO day, the date of the snapshot. */
  today: string;
  /** Called before each file is read. */
  onFile?(offer: string, region: string): void;
}

/** What a refresh found. Nothing is written yet. */
export interface Refresh {
  oldDate: string;
  date: string;
  offers: readonly OfferRead[];
  comparison: Comparison;
  /** Files of the next snapshot, by name. */
  files: ReadonlyMap<string, string>;
}

/**
 * Reads the AWS Price List and compares it with the newest snapshot, file by file, with bounded memory.
 *
 * @throws UserError `refresh-failed` when anything could not be read whole; `bad-input` and `unknown-region` for options
 */
export async function refreshPrices(options: RefreshOptions): Promise<Refresh> {
  const dataDir = options.dataDir ?? dataDirectory;
  const source = { baseUrl: checkBaseUrl(options.baseUrl), silenceMaxMs: options.silenceMaxMs };
  const old = readOldPrices(dataDir);
  const filters = readFilters(dataDir);
  const regions = chosenRegions(options.regions, old.regions);
  const offers = await findOffers(source, chosenOffers(options.offers, filters));
  const rows = priceTable(old);
  const readings: OfferReading[] = [];
  for (const files of offers) {
    for (const region of regions) {
      if (files.jsonPaths.has(region.id)) options.onFile?.(files.offer, region.id);
      readings.push(await readRegion(source, files, region, filters, [...rows.keys()], options.today));
    }
  }
  const comparison = compare(rows, filters, readings);
  return {
    oldDate: old.date,
    date: options.today,
    offers: offers.map((files) => offerRead(files, regions)),
    comparison,
    files: nextSnapshot(old, comparison.outcomes, listSources(offers, regions, source.baseUrl), options.today),
  };
}

/** True when a price moved or came: what is worth a new snapshot. */
export function hasChanges({ comparison }: Refresh): boolean {
  return comparison.outcomes.some(({ kind }) => kind === "changed" || kind === "added");
}

/**
 * Writes the snapshot and, beside its files, the diff as `changes.md`.
 *
 * @throws UserError `refresh-failed` when the snapshot would not be the newest, or can't be written
 */
export async function writeRefresh(refresh: Refresh, dataDir: string = dataDirectory): Promise<void> {
  checkIsNewer(refresh.date, refresh.oldDate);
  await writeSnapshot(dataDir, refresh.date, new Map([...refresh.files, ["changes.md", diffMarkdown(refresh)]]));
}

/** The date of the newest snapshot must lie before the day of a refresh that is to be written. */
export function checkIsNewer(today: string, newest: string): void {
  if (newest < today) return;
  throw new UserError({
    code: "refresh-failed",
    message: `The newest catalog is of ${newest}, so one of ${today} can't follow it.`,
    nextStep: "Refresh on a later day, or remove that catalog first.",
  });
}

async function readRegion(
  source: Source,
  { offer, jsonPaths }: OfferFiles,
  region: RegionNames,
  filters: PriceListFilters,
  priceIds: readonly string[],
  today: string,
): Promise<OfferReading> {
  const jsonPath = jsonPaths.get(region.id);
  if (jsonPath === undefined) return { offer, region: region.id, sourceKey: "", findings: null };
  const findings = await readOffer(source, {
    offer,
    region,
    jsonPath,
    filters: [...filters].filter(([, filter]) => filter.offerCode === offer),
    dimensionsOf: (service) => dimensionsOf(service, priceIds),
    today,
  });
  return { offer, region: region.id, sourceKey: sourceKeyOf(offer, jsonPath), findings };
}

function dimensionsOf(service: string, priceIds: readonly string[]): Set<string> {
  const prefix = `${service}/`;
  return new Set(priceIds.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length)));
}
