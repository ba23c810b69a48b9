import { z } from "zod";
import { readDataFile } from "#src/catalog/data-files.ts";

const attributes = z.record(z.string(), z.string());

/** Where the price list holds one dimension: every condition given must hold. */
export const priceListFilterSchema = z.strictObject({
  offerCode: z.string().min(1),
  productFamily: z.string().optional(),
  group: z.string().optional(),
  operation: z.string().optional(),
  /** The usage type without the region's prefix. */
  usagetypeSuffix: z.string().optional(),
  /** `<location name>` stands for the region's, `<dimension>` for each dimension of a `service/*` filter. */
  attributes: attributes.optional(),
  /** Further attributes in one region, in place of those above. */
  attributesByRegion: z.record(z.string(), attributes).optional(),
  /** Where the first price band begins when the free amount before it is another product. */
  firstBandFrom: z.number().positive().optional(),
  /** By unit of the price list: how many of our units one of theirs is. A unit that is not here is then refused. */
  unitsPer: z.record(z.string(), z.number().positive()).optional(),
  note: z.string().optional(),
});
export type PriceListFilter = z.infer<typeof priceListFilterSchema>;

const filtersFileSchema = z.strictObject({
  note: z.string(),
  /** Keyed `service/dimension`, or `service/*`. */
  filters: z.record(z.string().regex(/^[a-z0-9-]+\/\S+$/), priceListFilterSchema),
});

export type PriceListFilters = ReadonlyMap<string, PriceListFilter>;

/** The filters of the catalog, by price id. */
export function readFilters(dataDir: string): PriceListFilters {
  return new Map(Object.entries(readDataFile(filtersFileSchema, dataDir, "price-list-filters.json").filters));
}

/** The filter a price id goes by: its own, or the one of its whole service. */
export function filterKeyOf(filters: PriceListFilters, priceId: string): string | null {
  if (filters.has(priceId)) return priceId;
  const wildcard = `${priceId.slice(0, priceId.indexOf("/"))}/*`;
  return filters.has(wildcard) ? wildcard : null;
}
