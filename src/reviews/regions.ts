import { loadCatalog } from "#src/catalog/load.ts";

/** Regions with prices, in the catalog's order. */
export function pricedRegions(): readonly string[] {
  return loadCatalog().regions;
}
