import { z } from "zod";
import { type OnRow, PriceListFault, plainName } from "./price-list-row.ts";

const priceDimensionSchema = z.object({
  unit: z.string(),
  // Real files say beginRange; the schema in the billing guide says startingRange.
  beginRange: z.string().optional(),
  endRange: z.string().optional(),
  startingRange: z.string().optional(),
  endingRange: z.string().optional(),
  pricePerUnit: z.record(z.string(), z.string()),
});

const fileSchema = z.object({
  products: z.record(
    z.string(),
    z.object({ productFamily: z.string().default(""), attributes: z.record(z.string(), z.string()) }),
  ),
  terms: z.object({
    OnDemand: z
      .record(
        z.string(),
        z.record(
          z.string(),
          z.object({ effectiveDate: z.string(), priceDimensions: z.record(z.string(), priceDimensionSchema) }),
        ),
      )
      .default({}),
  }),
});

/**
 * Reads the JSON of one offer in one region; the whole text at once, so for small files only.
 *
 * @returns rows read
 * @throws PriceListFault for text that is no JSON (a cut file) or lacks a field of the layout
 */
export function readPriceListJson(file: string, text: string, onRow: OnRow): number {
  const parsed = fileSchema.safeParse(parseJson(file, text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PriceListFault(file, `${issue?.path.join(".")}: ${issue?.message}`);
  }
  let rows = 0;
  for (const [sku, product] of Object.entries(parsed.data.products)) {
    const attributes = new Map(Object.entries(product.attributes).map(([name, value]) => [plainName(name), value]));
    attributes.set("productfamily", product.productFamily);
    for (const term of Object.values(parsed.data.terms.OnDemand[sku] ?? {})) {
      for (const [rate, price] of Object.entries(term.priceDimensions)) {
        rows += 1;
        const currency = price.pricePerUnit["USD"] === undefined ? (Object.keys(price.pricePerUnit)[0] ?? "") : "USD";
        onRow({
          sku,
          effectiveDate: term.effectiveDate.slice(0, 10),
          unit: price.unit,
          begin: price.beginRange ?? price.startingRange ?? "0",
          end: price.endRange ?? price.endingRange ?? "Inf",
          price: price.pricePerUnit[currency] ?? "",
          currency,
          attribute: (name) => attributes.get(name) ?? "",
          place: `${file}, rate ${rate}`,
        });
      }
    }
  }
  return rows;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PriceListFault(file, complaint(text, error instanceof Error ? error.message : ""));
  }
}

/** JavaScript tells the position of most faults, and stops at the end of a text that was cut. */
function complaint(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (/Unexpected end|Unterminated/.test(message) || Number(position) >= text.length) return "the JSON ends too early";
  return position === undefined ? "the text is no JSON" : `no JSON from character ${position} on`;
}
