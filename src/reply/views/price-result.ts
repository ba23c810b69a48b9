import type { PricedLine, PriceResult } from "#src/model/pricing/price.ts";
import type { TierUse } from "#src/model/pricing/tiers.ts";
import { factDate } from "#src/reply/dates.ts";
import { quantity } from "#src/reply/numbers.ts";
import type { Block, Reply, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { unitPrice } from "#src/reply/unit-price.ts";
import { priceWarningText } from "#src/reply/wording/price-warning.ts";

/** An estimated price is known to a fifth: more digits would claim more. */
const ESTIMATE_DIGITS = 3;

/** Priced amounts for a person: quantity, unit price, cost and source of every band, a total, and what to know. */
export function priceResultReply(result: PriceResult, pricesAsOf: string): Reply {
  const sources = [...new Set(result.lineItems.map(sourceWords))];
  const title = `${cents(result.totalUsd)} a month in ${result.region}`;
  return {
    kind: "detail",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      table(result, sources),
      ...warnings(result),
      { kind: "heading", text: "Sources" },
      { kind: "list", items: sources.map((source, position) => [plain(`${position + 1}: ${source}`)]) },
      {
        kind: "context",
        spans: [
          plain(
            `AWS list prices before discount and tax, catalog ${factDate(pricesAsOf)}, a month of ${quantity(result.monthHours)} hours.`,
          ),
        ],
      },
    ],
  };
}

function table(result: PriceResult, sources: readonly string[]): Block {
  const total = [[strong("Total")], [plain("–")], [plain("–")], [strong(cents(result.totalUsd))], [plain("–")]];
  return {
    kind: "table",
    columns: [
      { label: "Item", align: "left" },
      { label: "Quantity", align: "right" },
      { label: "Unit price", align: "left" },
      { label: "A month", align: "right" },
      { label: "Source", align: "right" },
    ],
    rows: [
      ...result.lineItems.flatMap((line) => rowsOf(line, sources.indexOf(sourceWords(line)) + 1)),
      { cells: total, emphasized: false },
    ],
    figureColumn: 3,
  };
}

function rowsOf(line: PricedLine, source: number): TableRow[] {
  const id = `${line.service}/${line.dimension}`;
  return line.tiers.map((tier, position) => ({
    cells: [
      [plain(position === 0 ? id : "and on")],
      [plain(quantity(tier.quantity))],
      [plain(priceWords(tier, line, id))],
      [plain(cents(tier.costUsd))],
      [plain(String(source))],
    ],
    emphasized: false,
  }));
}

function priceWords(tier: TierUse, line: PricedLine, id: string): string {
  if (tier.unitPriceUsd === 0) return "free";
  if (line.estimated === undefined) return unitPrice(tier.unitPriceUsd, line.unit, id);
  return `about ${unitPrice(Number(tier.unitPriceUsd.toPrecision(ESTIMATE_DIGITS)), line.unit, id)} (estimated)`;
}

function sourceWords({ source, effectiveDate }: PricedLine): string {
  return effectiveDate === null ? source : `${source}, ${factDate(effectiveDate)}`;
}

function warnings(result: PriceResult): Block[] {
  if (result.warnings.length === 0) return [];
  return [
    { kind: "heading", text: "To know" },
    { kind: "list", items: result.warnings.map((warning) => [plain(priceWarningText(warning))]) },
  ];
}

/** A bill is read to the cent. */
function cents(usd: number): string {
  if (usd > 0 && usd < 0.005) return "under 1¢";
  return usd.toLocaleString("en-US", { style: "currency", currency: "USD" });
}
