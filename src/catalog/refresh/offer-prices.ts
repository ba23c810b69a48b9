import type { Tier } from "#src/model/catalog.ts";
import { tiersOf } from "./bands.ts";
import type { PriceListFilter } from "./filters.ts";
import type { Match } from "./match-row.ts";
import type { PriceBandRow, PriceListRow } from "./price-list-row.ts";

/** What the price list says of one dimension in one region. */
export interface ListedPrice {
  tiers: readonly Tier[];
  effectiveDate: string;
  /** As the price list prints it, for a person to compare. */
  unit: string;
}

/** A price, or why none could be told. */
export type Finding = { kind: "price"; price: ListedPrice } | { kind: "unclear"; reason: string };

interface Candidate {
  row: PriceBandRow;
  match: Match;
}

/** Gathers the rows of one offer in one region that fit a filter. */
export interface OfferPrices {
  add(row: PriceListRow, match: Match, filter: PriceListFilter): void;
  /** @throws PriceListFault for a product whose figures or bands are broken */
  findings(today: string): Map<string, Finding>;
}

export function offerPrices(): OfferPrices {
  const byPrice = new Map<string, { filter: PriceListFilter; candidates: Candidate[] }>();
  return {
    add(row, match, filter) {
      const entry = byPrice.get(match.priceId) ?? { filter, candidates: [] };
      entry.candidates.push({ row: copyOf(row), match });
      byPrice.set(match.priceId, entry);
    },
    findings(today) {
      const found = new Map<string, Finding>();
      for (const [priceId, { filter, candidates }] of byPrice) found.set(priceId, decide(candidates, filter, today));
      return found;
    },
  };
}

/** One price from every product that fits: those with a prefix we know go first, free ones do not count. */
function decide(candidates: readonly Candidate[], filter: PriceListFilter, today: string): Finding {
  const known = candidates.filter(({ match }) => match.prefixKnown);
  const rows = (known.length > 0 ? known : candidates).map(({ row }) => row);
  const prices: ListedPrice[] = [];
  const skus: string[] = [];
  for (const [sku, ofSku] of Map.groupBy(rows, (row) => row.sku)) {
    const current = inForce(ofSku, today);
    const tiers = tiersOf(current, filter);
    const first = current[0];
    if (tiers === null || first === undefined) continue;
    if (!prices.some((price) => JSON.stringify(price.tiers) === JSON.stringify(tiers))) skus.push(sku);
    prices.push({ tiers, effectiveDate: first.effectiveDate, unit: first.unit });
  }
  const price = prices.toSorted((a, b) => a.effectiveDate.localeCompare(b.effectiveDate)).at(-1);
  if (price === undefined) return { kind: "unclear", reason: "only free rows fit" };
  if (skus.length > 1) return { kind: "unclear", reason: `products with different prices fit: ${skus.join(", ")}` };
  return { kind: "price", price };
}

/** A product may be listed with its present and its coming price: the newest that holds today. */
function inForce(rows: readonly PriceBandRow[], today: string): PriceBandRow[] {
  const dates = rows.map((row) => row.effectiveDate).sort();
  const date = dates.findLast((candidate) => candidate <= today) ?? dates[0];
  return rows.filter((row) => row.effectiveDate === date);
}

/** A copy of the few fields that are needed. A piece of a string keeps the whole string alive, here a piece of a file. */
function copyOf({ sku, effectiveDate, unit, begin, end, price, currency, place }: PriceListRow): PriceBandRow {
  return structuredClone({ sku, effectiveDate, unit, begin, end, price, currency, place });
}
