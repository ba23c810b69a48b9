import type { Catalog } from "#src/model/catalog.ts";
import type { MergedUsage } from "./usage.ts";

/**
 * How much of each amount is free, in the order of the usage.
 *
 * Dimensions that share an allowance take from it in the order the catalog lists them (x86 before arm), so the answer
 * does not depend on the order of the request.
 */
export function freeQuantities(usage: readonly MergedUsage[], catalog: Catalog): number[] {
  const free = usage.map(() => 0);
  for (const { service, dimensions, amount } of catalog.freeTiers) {
    let left = amount;
    for (const dimension of dimensions) {
      usage.forEach((item, index) => {
        if (item.id !== `${service}/${dimension}`) return;
        const taken = Math.min(left, item.freeTierQuantity - (free[index] ?? 0));
        free[index] = (free[index] ?? 0) + taken;
        left -= taken;
      });
    }
  }
  return free;
}
