import { UserError } from "#src/errors.ts";
import type { PriceListFilters } from "./filters.ts";
import type { RegionNames } from "./match-row.ts";

/** The regions to read, in the catalog's order; null asks for all. */
export function chosenRegions(asked: readonly string[] | null, known: readonly RegionNames[]): readonly RegionNames[] {
  const unknown = asked?.find((id) => !known.some((region) => region.id === id));
  if (unknown !== undefined) {
    throw new UserError({
      code: "unknown-region",
      path: "--regions",
      message: `The catalog has no region ${JSON.stringify(unknown)}.`,
      nextStep: `It has ${known.map(({ id }) => id).join(", ")}.`,
    });
  }
  return asked === null ? known : known.filter(({ id }) => asked.includes(id));
}

/** The offers to read: those some filter looks into. Null asks for all. */
export function chosenOffers(asked: readonly string[] | null, filters: PriceListFilters): string[] {
  const known = [...new Set([...filters.values()].map(({ offerCode }) => offerCode))];
  const unknown = asked?.find((offer) => !known.includes(offer));
  if (unknown !== undefined) {
    throw new UserError({
      code: "bad-input",
      path: "--offers",
      message: `No price of the catalog comes from an offer ${JSON.stringify(unknown)}.`,
      nextStep: `Offers: ${known.join(", ")}.`,
    });
  }
  return asked === null ? known : known.filter((offer) => asked.includes(offer));
}
