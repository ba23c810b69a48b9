import { type CatalogDates, datesNotCovered } from "#src/catalog/load.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import type { PriceWarning } from "#src/model/pricing/price-warning.ts";

/** What to know about the catalog itself: its age, or a date it does not reach. An old one asked for is no news. */
export function catalogWarnings(asked: CatalogDates, catalog: Catalog, now: Date): PriceWarning[] {
  const { pricesAsOf } = catalog;
  if (asked.pricesAsOf !== undefined) {
    const { pricesAsOf: wanted } = asked;
    return datesNotCovered(asked).map(() => ({ code: "before-oldest-catalog", asked: wanted, pricesAsOf }));
  }
  const ageDays = catalogAgeDays(pricesAsOf, now);
  return isOld(ageDays) ? [{ code: "old-catalog", pricesAsOf, ageDays }] : [];
}
