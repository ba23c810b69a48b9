import { UserError } from "#src/errors.ts";
import type { Catalog, PriceRow, Tier } from "#src/model/catalog.ts";
import { findPrice, isNotOffered } from "./find-price.ts";
import { nearestNames } from "./nearest-names.ts";
import type { PriceOverride } from "./price-request.ts";

/** The price a quantity is run through, and where it came from. */
export interface ResolvedPrice {
  unit: string;
  tiers: readonly Tier[];
  source: string;
  /** Null for a price given in the request. */
  effectiveDate: string | null;
  verified: boolean;
  estimated?: { low: number; high: number };
}

/**
 * The price of a dimension in a region: the request's own, else the list price.
 *
 * @throws UserError `unknown-price` with the nearest ids, `missing-price` where no row serves the region
 */
export function resolvePrice(
  id: string,
  region: string,
  path: string,
  catalog: Catalog,
  override: PriceOverride | undefined,
): ResolvedPrice {
  const known = catalog.prices.get(id);
  if (known === undefined) throw unknownPrice(id, path, catalog);
  if (override !== undefined) return overridden(override, known);
  const row = findPrice(catalog, id, region);
  if (row === undefined) throw missingPrice(id, region, path, catalog);
  const { unit, tiers, source, effectiveDate, verified, estimated } = row;
  return { unit, tiers, source, effectiveDate, verified, ...(estimated === undefined ? {} : { estimated }) };
}

/** @throws UserError `unknown-price` naming the nearest ids, or the service's dimensions */
export function unknownPrice(id: string, path: string, catalog: Catalog): UserError {
  const ids = [...catalog.prices.keys()];
  const service = (id.split("/")[0] ?? "").toLowerCase();
  const siblings = ids
    .filter((known) => known.startsWith(`${service}/`))
    .map((known) => known.slice(service.length + 1));
  const close =
    siblings.length > 0
      ? nearestNames(id.slice(service.length + 1), siblings, 3).map((name) => `${service}/${name}`)
      : nearestNames(id, ids, 3);
  return new UserError({
    code: "unknown-price",
    path,
    message: `The catalog has no price ${JSON.stringify(id)} (${path}).`,
    nextStep: close.length > 0 ? `Nearest: ${close.join(", ")}.` : advice(service, siblings, catalog),
  });
}

function advice(service: string, siblings: readonly string[], catalog: Catalog): string {
  if (siblings.length > 0) return `${service} has: ${siblings.slice(0, 12).join(", ")}.`;
  const services = new Set([...catalog.prices.keys()].map((id) => id.split("/")[0]));
  return `Services: ${[...services].sort().join(", ")}.`;
}

function missingPrice(id: string, region: string, path: string, catalog: Catalog): UserError {
  const priced = catalog.regions.filter((known) => catalog.prices.get(id)?.has(known) === true);
  return new UserError({
    code: "missing-price",
    path,
    message: isNotOffered(catalog, id, region)
      ? `AWS does not sell ${id} in ${region}.`
      : `The catalog has no price for ${id} in ${region}.`,
    nextStep: `Give it in unitPriceOverrides, or use a region that has one: ${priced.join(", ")}.`,
  });
}

function overridden(override: PriceOverride, known: ReadonlyMap<string, PriceRow>): ResolvedPrice {
  const [anyRow] = known.values();
  return {
    unit: anyRow?.unit ?? "unit",
    tiers: typeof override === "number" ? [{ upTo: null, unitPriceUsd: override }] : override,
    source: "given in the request (unitPriceOverrides)",
    effectiveDate: null,
    verified: true,
  };
}
