import { loadCatalog } from "#src/catalog/load.ts";
import { type PriceResult, price } from "#src/model/pricing/price.ts";
import { type PriceRequest, priceRequestSchema } from "#src/model/pricing/price-request.ts";
import type { PriceWarning } from "#src/model/pricing/price-warning.ts";
import { priceResultReply } from "#src/reply/views/price-result.ts";
import { priceWarningText } from "#src/reply/wording/price-warning.ts";
import { catalogWarnings } from "./catalog-warnings.ts";
import type { Io } from "./io.ts";
import { jsonCommand } from "./machine-command.ts";
import { parseInput } from "./parse-input.ts";
import { formatFlag, textFor } from "./text-format.ts";

type WordedWarning = PriceWarning & { message: string };

/** What `rethink price` prints: the priced lines, their warnings in words, and the catalog they came from. */
export interface PriceAnswer extends Omit<PriceResult, "warnings"> {
  warnings: WordedWarning[];
  catalog: { pricesAsOf: string };
}

export const priceCommand = jsonCommand<PriceAnswer>({
  name: "price",
  summary: "Price amounts of AWS dimensions, or resources they follow from",
  flags: formatFlag,
  answer: (input, { io }) => answer(parseInput(priceRequestSchema, input), io),
  present: (result, context) => textFor(() => priceResultReply(result, result.catalog.pricesAsOf), context),
});

function answer(request: PriceRequest, io: Io): PriceAnswer {
  const asOf = { pricesAsOf: request.catalog?.pricesAsOf };
  const catalog = loadCatalog(asOf);
  const { warnings, ...result } = price(request, catalog);
  const all = [...warnings, ...catalogWarnings(asOf, catalog, io.clock.now())];
  return {
    ...result,
    warnings: all.map((warning) => ({ ...warning, message: priceWarningText(warning) })),
    catalog: { pricesAsOf: catalog.pricesAsOf },
  };
}
