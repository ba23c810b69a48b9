import { UserError } from "#src/errors.ts";
import { download, downloadText, type Source, sizeOf } from "./download.ts";
import type { PriceListFilter } from "./filters.ts";
import { type Matcher, matcherOf, type RegionNames } from "./match-row.ts";
import { type Finding, offerPrices } from "./offer-prices.ts";
import { priceListCsvReader } from "./price-list-csv.ts";
import { readPriceListJson } from "./price-list-json.ts";
import { type OnRow, PriceListFault } from "./price-list-row.ts";

/** JSON is read whole, so it is taken only up to this size; beyond it, or where the size is not told, the CSV. */
const JSON_MAX_BYTES = 8_000_000;

/** One file to read: an offer in a region, and the filters that look into it. */
export interface OfferQuery {
  offer: string;
  region: RegionNames;
  jsonPath: string;
  filters: readonly (readonly [key: string, filter: PriceListFilter])[];
  /** Dimensions of each service with a `service/*` filter. */
  dimensionsOf(service: string): ReadonlySet<string>;
  /** ISO day: prices that begin later do not hold yet. */
  today: string;
}

/**
 * What one offer says of the dimensions asked for in one region. Dimensions it does not list are left out.
 *
 * @throws UserError `refresh-failed` when the file can't be had whole or is not what the layout says
 */
export async function readOffer(source: Source, query: OfferQuery): Promise<Map<string, Finding>> {
  const gathered = offerPrices();
  const matchers = query.filters.map(([key, filter]): [Matcher, PriceListFilter] => {
    const dimensions = query.dimensionsOf(key.slice(0, key.indexOf("/")));
    return [matcherOf(key, filter, query.region, dimensions), filter];
  });
  const onRow: OnRow = (row) => {
    for (const [match, filter] of matchers) {
      const found = match(row);
      if (found !== null) gathered.add(row, found, filter);
    }
  };
  try {
    await readFile(source, query, onRow);
    return gathered.findings(query.today);
  } catch (cause) {
    if (!(cause instanceof PriceListFault)) throw cause;
    throw new UserError(
      {
        code: "refresh-failed",
        message: `${cause.message}. The catalog is unchanged.`,
        nextStep: "Try again later; if it stays so, AWS has changed the layout of the file.",
      },
      { cause },
    );
  }
}

async function readFile(source: Source, query: OfferQuery, onRow: OnRow): Promise<void> {
  const name = `${query.offer} ${query.region.id}`;
  const bytes = await sizeOf(source, query.jsonPath);
  if (bytes !== null && bytes <= JSON_MAX_BYTES) {
    readPriceListJson(`${name} index.json`, await downloadText(source, query.jsonPath), onRow);
    return;
  }
  const { chunks } = await download(source, query.jsonPath.replace(/\.json$/, ".csv"));
  const reader = priceListCsvReader(`${name} index.csv`, onRow);
  const decoder = new TextDecoder();
  for await (const chunk of chunks) reader.push(decoder.decode(chunk, { stream: true }));
  reader.push(decoder.decode());
  reader.end();
}
