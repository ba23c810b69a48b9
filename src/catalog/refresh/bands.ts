import type { Tier } from "#src/model/catalog.ts";
import type { PriceListFilter } from "./filters.ts";
import { type PriceBandRow, PriceListFault } from "./price-list-row.ts";

interface Band {
  begin: number;
  /** Infinity: no end. */
  end: number;
  unitPriceUsd: number;
  place: string;
}

/**
 * The tiers of one product out of its rows: in our unit, ascending, the last one open.
 *
 * A free band at the start is left out and the next one begins at zero, because our prices stand before the free tier.
 *
 * @returns null when every band is free: the row of a free tier, not a price
 * @throws PriceListFault for figures that are none, and for bands with a gap or without an end (a cut file)
 */
export function tiersOf(rows: readonly PriceBandRow[], filter: PriceListFilter): Tier[] | null {
  const bands = rows.map((row) => bandOf(row, filter)).sort((a, b) => a.begin - b.begin);
  const paid = bands.slice(freeBands(bands));
  const first = paid[0];
  if (first === undefined) return null;
  if (first.begin !== 0 && paid.length === bands.length && first.begin !== filter.firstBandFrom)
    throw new PriceListFault(first.place, `the first price band begins at ${first.begin}, not at 0`);
  return paid.map((band, index) => {
    const next = paid[index + 1];
    if (next === undefined && band.end !== Number.POSITIVE_INFINITY)
      throw new PriceListFault(band.place, `the last price band ends at ${band.end}, and nothing follows`);
    if (next !== undefined && next.begin !== band.end)
      throw new PriceListFault(
        next.place,
        `a price band begins at ${next.begin}, but the one before ends at ${band.end}`,
      );
    return { upTo: next === undefined ? null : band.end, unitPriceUsd: band.unitPriceUsd };
  });
}

function freeBands(bands: readonly Band[]): number {
  const paidAt = bands.findIndex((band) => band.unitPriceUsd > 0);
  return paidAt === -1 ? bands.length : paidAt;
}

function bandOf(row: PriceBandRow, filter: PriceListFilter): Band {
  if (row.currency !== "USD")
    throw new PriceListFault(row.place, `the price is in ${row.currency || "no currency"}, not USD`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(row.effectiveDate))
    throw new PriceListFault(row.place, `${JSON.stringify(row.effectiveDate)} is no date`);
  const unitsPer = filter.unitsPer === undefined ? 1 : filter.unitsPer[row.unit];
  if (unitsPer === undefined) throw new PriceListFault(row.place, `the unit ${JSON.stringify(row.unit)} is a new one`);
  return {
    begin: numberOf(row.begin, row.place) * unitsPer,
    end: row.end === "Inf" ? Number.POSITIVE_INFINITY : numberOf(row.end, row.place) * unitsPer,
    unitPriceUsd: numberOf(row.price, row.place) / unitsPer,
    place: row.place,
  };
}

function numberOf(text: string, place: string): number {
  if (!/^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text))
    throw new PriceListFault(place, `${JSON.stringify(text)} is no number`);
  return Number(text);
}
