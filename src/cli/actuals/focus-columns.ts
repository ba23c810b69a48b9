import { UserError } from "#src/errors.ts";

/** Columns of a FOCUS 1.x cost and usage file that are read, by their place in the header. */
export interface FocusColumns {
  cost: number;
  billingPeriodStart: number;
  currency: number;
  service: number;
  category: number;
  /** -1: the file has none. */
  tags: number;
}

export const costColumns = { effective: "EffectiveCost", billed: "BilledCost", list: "ListCost" } as const;
export type CostColumn = keyof typeof costColumns;

/** @throws UserError `bad-input` that names a column the file lacks */
export function findColumns(header: readonly string[], cost: CostColumn): FocusColumns {
  const at = new Map(
    header.map((name, position) => [
      name
        .replace(/^\uFEFF/, "")
        .trim()
        .toLowerCase(),
      position,
    ]),
  );
  const need = (name: string): number => {
    const position = at.get(name.toLowerCase());
    if (position !== undefined) return position;
    const separator = header.length === 1 ? (/[;\t|]/.exec(header[0] ?? "")?.[0] ?? null) : null;
    if (separator !== null) {
      throw new UserError({
        code: "bad-input",
        message: `The columns are not separated by commas but by ${separator === "\t" ? "tabs" : `"${separator}"`}.`,
        nextStep: "Export it again as CSV with commas.",
      });
    }
    throw new UserError({
      code: "bad-input",
      path: name,
      message: `The file has no column ${name}: it is no FOCUS 1.x cost and usage file.`,
      nextStep: "Export it again as FOCUS 1.0 or later, as CSV with a header.",
    });
  };
  return {
    cost: need(costColumns[cost]),
    billingPeriodStart: need("BillingPeriodStart"),
    currency: need("BillingCurrency"),
    service: need("ServiceName"),
    category: need("ChargeCategory"),
    tags: at.get("tags") ?? -1,
  };
}
