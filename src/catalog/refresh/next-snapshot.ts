import type { PriceSources } from "#src/catalog/schema.ts";
import type { PriceOutcome } from "./compare.ts";
import { PRICE_LIST_SOURCE } from "./list-sources.ts";
import type { ListedPrice } from "./offer-prices.ts";
import type { OldPriceFile, OldPrices, RegionRow } from "./old-prices.ts";
import { priceFileText, sourcesFileText } from "./snapshot-text.ts";

type Priced = Extract<PriceOutcome, { price: ListedPrice }>;

/** The files of the next snapshot, by name: the old rows, with what the price list says in their place. */
export function nextSnapshot(
  old: OldPrices,
  outcomes: readonly PriceOutcome[],
  listSources: PriceSources,
  date: string,
): Map<string, string> {
  const sources = { ...old.sources, ...listSources };
  const priced = new Map<string, Priced>();
  for (const outcome of outcomes) if ("price" in outcome) priced.set(`${outcome.priceId} ${outcome.region}`, outcome);
  const order = old.regions.map(({ id }) => id);
  const files = new Map<string, string>();
  const used = new Set<string>();
  for (const [name, file] of old.files) {
    const rows = nextRows(file, priced, sources, order, date);
    for (const { rest } of rows) used.add(rest.source);
    files.set(name, priceFileText(file, rows));
  }
  // Sources that earlier refreshes added go when no row names them any more.
  const kept = Object.entries(sources).filter(([key, { kind }]) => kind !== PRICE_LIST_SOURCE || used.has(key));
  return files.set("sources.json", sourcesFileText(old.sourcesNote, kept));
}

function nextRows(
  { service, rows }: OldPriceFile,
  priced: ReadonlyMap<string, Priced>,
  sources: PriceSources,
  regions: readonly string[],
  date: string,
): RegionRow[] {
  const next: RegionRow[] = [];
  for (const [dimension, ofDimension] of Map.groupBy(rows, ({ rest }) => rest.dimension)) {
    const byRegion = new Map(ofDimension.map((row) => [row.region, row]));
    for (const region of regions) {
      const outcome = priced.get(`${service}/${dimension} ${region}`);
      const like = byRegion.get(region) ?? ofDimension[0];
      if (outcome === undefined || like === undefined) continue;
      byRegion.set(region, nextRow(like, byRegion.has(region), outcome, sources, date));
    }
    next.push(...inOrder([...byRegion.values()], regions));
  }
  return next;
}

/** @param like the old row, or for a new one a row of the same dimension, which lends its unit and its form */
function nextRow(
  like: RegionRow,
  isOld: boolean,
  { kind, region, price, sourceKey }: Priced,
  sources: PriceSources,
  date: string,
): RegionRow {
  const { dimension, unit, note } = like.rest;
  const agree = kind === "unchanged" ? agreeing(like, sources, sourceKey) : [];
  return {
    region,
    tiers: price.tiers,
    line: like.line,
    rest: {
      dimension,
      unit,
      source: sourceKey,
      ...(price.effectiveDate === sources[sourceKey]?.date ? {} : { effectiveDate: price.effectiveDate }),
      retrievedDate: date,
      verified: true,
      ...(agree.length === 0 ? {} : { crossChecked: agree }),
      ...(isOld && note !== undefined ? { note } : {}),
    },
  };
}

/** Sources that print the price still in force; earlier editions of the price list need not be kept. */
function agreeing({ rest }: RegionRow, sources: PriceSources, sourceKey: string): string[] {
  const keys = new Set([...(rest.verified ? [rest.source] : []), ...(rest.crossChecked ?? [])]);
  return [...keys].filter((key) => key !== sourceKey && sources[key]?.kind !== PRICE_LIST_SOURCE);
}

/** In the order of the catalog's regions; a region it does not list comes last. */
function inOrder(rows: readonly RegionRow[], regions: readonly string[]): RegionRow[] {
  const position = ({ region }: RegionRow) => (regions.includes(region) ? regions.indexOf(region) : regions.length);
  return rows.toSorted((a, b) => position(a) - position(b));
}
