import { UserError } from "#src/errors.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { nearestNames } from "./nearest-names.ts";
import type { PriceRequest } from "./price-request.ts";
import { unknownPrice } from "./resolve-price.ts";

/**
 * What a schema can't see: that the region and the overridden prices exist, and that something is to be priced.
 *
 * @throws UserError naming the field
 */
export function checkRequest(request: PriceRequest, catalog: Catalog): void {
  checkRegion(request.region, catalog);
  for (const [id, override] of Object.entries(request.unitPriceOverrides)) {
    const path = `unitPriceOverrides["${id}"]`;
    if (!catalog.prices.has(id)) throw unknownPrice(id, path, catalog);
    if (typeof override !== "number") checkTiers(override, path);
  }
  if (request.usage.length + request.resources.length > 0) return;
  throw new UserError({
    code: "bad-input",
    path: "usage",
    message: "There is nothing to price.",
    nextStep: "Give usage (service, dimension, quantity) or resources.",
  });
}

function checkRegion(region: string, catalog: Catalog): void {
  if (catalog.regions.includes(region)) return;
  const close = nearestNames(region, catalog.regions, 1);
  throw new UserError({
    code: "unknown-region",
    path: "region",
    message: `region is ${JSON.stringify(region)}, which has no price list here.`,
    nextStep: `${close[0] === undefined ? "" : `Did you mean ${close[0]}? `}Regions: ${catalog.regions.join(", ")}.`,
  });
}

function checkTiers(tiers: readonly { upTo: number | null }[], path: string): void {
  const ascending = tiers.every(({ upTo }, index) => {
    const before = tiers[index - 1]?.upTo ?? 0;
    return index === tiers.length - 1 ? upTo === null : upTo !== null && upTo > before;
  });
  if (ascending) return;
  throw new UserError({
    code: "bad-input",
    path,
    message: `The tiers of ${path} do not ascend to an open end.`,
    nextStep: "Sort them by upTo and give the last one upTo null.",
  });
}
