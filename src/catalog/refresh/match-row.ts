import type { PriceListFilter } from "./filters.ts";
import { type PriceListRow, plainName } from "./price-list-row.ts";

/** A region as the price list names it. */
export interface RegionNames {
  id: string;
  location: string;
  usagetypePrefixes: readonly string[];
}

/** A row that fits: the price id it prices, and whether its usage type bears a prefix we know. */
export interface Match {
  priceId: string;
  prefixKnown: boolean;
}

export type Matcher = (row: PriceListRow) => Match | null;

/** A region prefix we have not listed still looks like one: letters, then a digit ("MES1-"). */
const PREFIX_LIKE = /^[A-Z]{2,4}\d-$/;

/**
 * Makes a test of rows out of a filter, for one region.
 *
 * @param dimensions those of a `service/*` filter; the attribute that says `<dimension>` tells them apart
 */
export function matcherOf(
  key: string,
  filter: PriceListFilter,
  region: RegionNames,
  dimensions: ReadonlySet<string>,
): Matcher {
  const service = key.slice(0, key.indexOf("/"));
  const conditions: [string, string][] = [];
  let dimensionAttribute: string | null = null;
  for (const [name, value] of Object.entries(conditionsOf(filter, region.id))) {
    if (value === "<dimension>") dimensionAttribute = plainName(name);
    else conditions.push([plainName(name), value === "<location name>" ? region.location : value]);
  }
  return (row) => {
    for (const [name, value] of conditions) if (row.attribute(name) !== value) return null;
    const dimension = dimensionAttribute === null ? null : row.attribute(dimensionAttribute);
    if (dimension !== null && !dimensions.has(dimension)) return null;
    if (!isSoldIn(row, region)) return null;
    const prefix = prefixOf(row.attribute("usagetype"), filter.usagetypeSuffix);
    if (prefix === null) return null;
    const prefixKnown = region.usagetypePrefixes.includes(prefix) || filter.usagetypeSuffix === undefined;
    if (!prefixKnown && !PREFIX_LIKE.test(prefix)) return null;
    return { priceId: dimension === null ? key : `${service}/${dimension}`, prefixKnown };
  };
}

function conditionsOf(filter: PriceListFilter, region: string): Record<string, string> {
  const { productFamily, group, operation } = filter;
  return {
    ...(productFamily === undefined ? {} : { productFamily }),
    ...(group === undefined ? {} : { group }),
    ...(operation === undefined ? {} : { operation }),
    ...filter.attributes,
    ...filter.attributesByRegion?.[region],
  };
}

/** Rows of the whole world ("Global-", "Any") are the free tier; a transfer names its region by `fromLocation` alone. */
function isSoldIn(row: PriceListRow, region: RegionNames): boolean {
  if (row.attribute("usagetype").startsWith("Global-") || row.attribute("location") === "Any") return false;
  const code = row.attribute("regioncode");
  if (code !== "") return code === region.id;
  const location = row.attribute("location");
  return location === "" || location === region.location;
}

/** What stands before the suffix, its dash included; null when the usage type ends otherwise. */
function prefixOf(usagetype: string, suffix: string | undefined): string | null {
  if (suffix === undefined) return "";
  if (!usagetype.endsWith(suffix)) return null;
  const prefix = usagetype.slice(0, usagetype.length - suffix.length);
  return prefix === "" || prefix.endsWith("-") ? prefix : null;
}
