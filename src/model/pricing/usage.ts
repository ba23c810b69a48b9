/** An amount of one billable dimension in a month, ready to be priced. */
export interface Usage {
  /** `service/dimension`. */
  id: string;
  /** In the unit of the price row. */
  quantity: number;
  /** False where AWS gives no free allowance: calls under provisioned concurrency. */
  freeTier: boolean;
  /** Share of the month a thing ran whose tiers count its size, not its use (io2 IOPS); 1 elsewhere. */
  tierScale: number;
}

/** Usage of an ordinary dimension. */
export function usageOf(id: string, quantity: number): Usage {
  return { id, quantity, freeTier: true, tierScale: 1 };
}

/** The same, left out when there is none: an unused extra is no line. */
export function usageIfAny(id: string, quantity: number): Usage[] {
  return quantity > 0 ? [usageOf(id, quantity)] : [];
}

/** Dimensions whose tiers count one resource alone; everything else adds up over the account. */
const tieredByResource: ReadonlySet<string> = new Set(["ebs/io2-iops"]);

/**
 * Adds up what shares tiers, in an order that does not depend on the order of the input.
 *
 * @returns sorted by id, then by quantity
 */
export function mergeUsage(usage: readonly Usage[]): MergedUsage[] {
  const sorted = [...usage].sort(byIdAndQuantity);
  const merged: MergedUsage[] = [];
  for (const item of sorted) {
    const last = merged.at(-1);
    const eligible = item.freeTier ? item.quantity : 0;
    if (last?.id === item.id && !tieredByResource.has(item.id)) {
      last.quantity += item.quantity;
      last.freeTierQuantity += eligible;
    } else {
      merged.push({ id: item.id, quantity: item.quantity, freeTierQuantity: eligible, tierScale: item.tierScale });
    }
  }
  return merged;
}

export interface MergedUsage {
  id: string;
  quantity: number;
  /** The part of the quantity that a free allowance may cover. */
  freeTierQuantity: number;
  tierScale: number;
}

function byIdAndQuantity(a: Usage, b: Usage): number {
  return compare(a.id, b.id) || a.quantity - b.quantity || a.tierScale - b.tierScale || compare(a.freeTier, b.freeTier);
}

function compare<Value extends string | boolean>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
