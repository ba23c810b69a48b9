import type { PriceSources } from "#src/catalog/schema.ts";
import type { RegionNames } from "./match-row.ts";
import { type OfferFiles, versionOf } from "./offer-index.ts";

/** Kind of the sources a refresh adds to sources.json. */
export const PRICE_LIST_SOURCE = "aws-price-list";

/** One offer as it was read. */
export interface OfferRead {
  offer: string;
  version: string;
  publicationDate: string;
  regions: string[];
}

/** Key of sources.json: an offer in one version. */
export function sourceKeyOf(offer: string, jsonPath: string): string {
  return `price-list-${offer}-${versionOf(jsonPath)}`;
}

/** The price list as a source of the rows read from it. */
export function listSources(
  offers: readonly OfferFiles[],
  regions: readonly RegionNames[],
  baseUrl: string,
): PriceSources {
  const sources: PriceSources = {};
  for (const { offer, publicationDate, jsonPaths } of offers) {
    for (const { id } of regions) {
      const jsonPath = jsonPaths.get(id);
      if (jsonPath === undefined) continue;
      const ref = `AWS Price List, offer ${offer}, version ${versionOf(jsonPath)}, ${baseUrl}/offers/v1.0/aws/${offer}`;
      sources[sourceKeyOf(offer, jsonPath)] = { ref, date: publicationDate, kind: PRICE_LIST_SOURCE };
    }
  }
  return sources;
}

export function offerRead(
  { offer, publicationDate, jsonPaths }: OfferFiles,
  regions: readonly RegionNames[],
): OfferRead {
  const read = regions.filter(({ id }) => jsonPaths.has(id)).map(({ id }) => id);
  const versions = new Set(read.map((id) => versionOf(jsonPaths.get(id) ?? "")));
  return { offer, version: [...versions].join(", "), publicationDate, regions: read };
}
