import type { Tier } from "#src/model/catalog.ts";
import { filterKeyOf, type PriceListFilters } from "./filters.ts";
import type { Finding, ListedPrice } from "./offer-prices.ts";
import type { PriceTable } from "./old-prices.ts";

/** What one offer's file in one region said; null findings: the region has no file of that offer. */
export interface OfferReading {
  offer: string;
  region: string;
  /** Key of sources.json. */
  sourceKey: string;
  findings: ReadonlyMap<string, Finding> | null;
}

/** What a refresh found out about one price in one region. */
export type PriceOutcome = { priceId: string; region: string } & (
  | { kind: "changed"; oldTiers: readonly Tier[]; price: ListedPrice; sourceKey: string }
  | { kind: "added"; price: ListedPrice; sourceKey: string }
  | { kind: "unchanged"; price: ListedPrice; sourceKey: string }
  /** Ours, and no longer in the list. The old row stays. */
  | { kind: "vanished"; reason: string }
  /** The list says more than one thing. The old row stays. */
  | { kind: "unclear"; reason: string }
);

export interface Comparison {
  outcomes: readonly PriceOutcome[];
  /** Filters that fitted no row in any region asked for. */
  unmatched: readonly { filterKey: string; offer: string }[];
  /** Prices no filter looks for: they stay as they are. */
  notRefreshed: readonly { priceId: string; rows: number }[];
}

/** Compares what was read with the rows we have. Prices outside the offers and regions read are not spoken of. */
export function compare(rows: PriceTable, filters: PriceListFilters, readings: readonly OfferReading[]): Comparison {
  const fitted = fittedFilters(filters, readings);
  const outcomes = readings.flatMap((reading) => [
    ...foundOutcomes(rows, reading),
    ...vanishedOutcomes(rows, filters, reading, fitted),
  ]);
  const offersRead = new Set(readings.map(({ offer }) => offer));
  return {
    outcomes: outcomes.toSorted((a, b) => compareText(a.priceId, b.priceId) || compareText(a.region, b.region)),
    unmatched: [...filters]
      .filter(([key, { offerCode }]) => offersRead.has(offerCode) && !fitted.has(key))
      .map(([filterKey, { offerCode }]) => ({ filterKey, offer: offerCode })),
    notRefreshed: [...rows]
      .filter(([priceId]) => filterKeyOf(filters, priceId) === null)
      .map(([priceId, byRegion]) => ({ priceId, rows: byRegion.size })),
  };
}

function fittedFilters(filters: PriceListFilters, readings: readonly OfferReading[]): Set<string> {
  const priceIds = readings.flatMap(({ findings }) => [...(findings?.keys() ?? [])]);
  return new Set(priceIds.flatMap((priceId) => filterKeyOf(filters, priceId) ?? []));
}

function foundOutcomes(rows: PriceTable, { region, sourceKey, findings }: OfferReading): PriceOutcome[] {
  return [...(findings ?? [])].map(([priceId, finding]): PriceOutcome => {
    if (finding.kind === "unclear") return { priceId, region, ...finding };
    const { price } = finding;
    const old = rows.get(priceId)?.get(region);
    if (old === undefined) return { priceId, region, kind: "added", price, sourceKey };
    if (sameTiers(old, price.tiers)) return { priceId, region, kind: "unchanged", price, sourceKey };
    return { priceId, region, kind: "changed", oldTiers: old, price, sourceKey };
  });
}

/** Rows of ours that this file should have priced, and did not. */
function vanishedOutcomes(
  rows: PriceTable,
  filters: PriceListFilters,
  { offer, region, findings }: OfferReading,
  fitted: ReadonlySet<string>,
): PriceOutcome[] {
  const reason = findings === null ? `${offer} has no file for this region` : "no row fits";
  return [...rows].flatMap(([priceId, byRegion]): PriceOutcome[] => {
    const key = filterKeyOf(filters, priceId);
    if (key === null || filters.get(key)?.offerCode !== offer || !fitted.has(key)) return [];
    if (!byRegion.has(region) || findings?.has(priceId) === true) return [];
    return [{ priceId, region, kind: "vanished", reason }];
  });
}

/** Equal but for the last digits of a conversion. */
const RELATIVE_TOLERANCE = 1e-9;

function sameTiers(a: readonly Tier[], b: readonly Tier[]): boolean {
  return (
    a.length === b.length &&
    a.every((tier, index) => {
      const other = b[index];
      return other !== undefined && tier.upTo === other.upTo && near(tier.unitPriceUsd, other.unitPriceUsd);
    })
  );
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(a, b);
}

/** By code point, so that the order is the same everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
