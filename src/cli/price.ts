import { datesNotCovered, loadCatalog } from "#src/catalog/load.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import { type PriceResult, price } from "#src/model/pricing/price.ts";
import { type PriceRequest, priceRequestSchema } from "#src/model/pricing/price-request.ts";
import type { PriceWarning } from "#src/model/pricing/price-warning.ts";
import { priceWarningText } from "#src/reply/wording/price-warning.ts";
import type { Io } from "./io.ts";
import { jsonCommand } from "./machine-command.ts";
import { parseInput } from "./parse-input.ts";

type WordedWarning = PriceWarning & { message: string };

/** What `rethink price` prints: the priced lines, their warnings in words, and the catalog they came from. */
export interface PriceAnswer extends Omit<PriceResult, "warnings"> {
  warnings: WordedWarning[];
  catalog: { pricesAsOf: string };
}

export const priceCommand = jsonCommand<PriceAnswer>({
  name: "price",
  summary: "Price amounts of AWS dimensions, or resources they follow from",
  answer: (input, { io }) => answer(parseInput(priceRequestSchema, input), io),
});

function answer(request: PriceRequest, io: Io): PriceAnswer {
  const asOf = { pricesAsOf: request.catalog?.pricesAsOf };
  const catalog = loadCatalog(asOf);
  const { warnings, ...result } = price(request, catalog);
  const all = [...warnings, ...catalogWarnings(asOf.pricesAsOf, catalog, io.clock.now())];
  return {
    ...result,
    warnings: all.map((warning) => ({ ...warning, message: priceWarningText(warning) })),
    catalog: { pricesAsOf: catalog.pricesAsOf },
  };
}

/** An old catalog is no news when the person asked for an old one. */
export function catalogWarnings(asked: string | undefined, catalog: Catalog, now: Date): PriceWarning[] {
  const { pricesAsOf } = catalog;
  if (asked !== undefined) {
    return datesNotCovered({ pricesAsOf: asked }).map(() => ({ code: "before-oldest-catalog", asked, pricesAsOf }));
  }
  const ageDays = catalogAgeDays(pricesAsOf, now);
  return isOld(ageDays) ? [{ code: "old-catalog", pricesAsOf, ageDays }] : [];
}
