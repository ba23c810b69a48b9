import { UserError } from "#src/errors.ts";
import type { Catalog } from "./catalog.ts";
import type { Origin, Origins } from "./workload.ts";

/** Collects the origin of each leaf while a workload is completed. */
export class AssumedLeaves {
  readonly origins: Origins = {};
  readonly #given: Origins;
  readonly #catalog: Catalog;

  constructor(given: Origins, catalog: Catalog) {
    this.#given = given;
    this.#catalog = catalog;
  }

  /** A leaf that somebody gave; "stated" unless it came with another origin. */
  given<Value>(path: string, value: Value): Value {
    this.origins[path] = this.#given[path] ?? { origin: "stated" };
    return value;
  }

  /** The given value, else the fallback as an assumption without a range. */
  take<Value>(path: string, value: Value | undefined, fallback: Value, evidence?: string): Value {
    if (value !== undefined && value !== null) return this.given(path, value);
    this.origins[path] = this.#given[path] ?? { origin: "assumed", ...(evidence === undefined ? {} : { evidence }) };
    return fallback;
  }

  /** The given value, else a catalog assumption's typical value with its low and high. */
  fromCatalog(path: string, value: number | undefined, assumptionId: string, evidence?: string): number {
    if (value !== undefined) return this.given(path, value);
    const row = this.#catalog.assumptions.get(assumptionId);
    if (row === undefined) {
      throw new UserError({
        code: "unknown-catalog",
        message: `The catalog has no assumption "${assumptionId}".`,
        path: assumptionId,
      });
    }
    return this.range(path, row.typical, row.low, row.high, evidence ?? row.why);
  }

  /** An assumption whose range was worked out from other leaves. */
  range(path: string, typical: number, low: number, high: number, evidence: string): number {
    const origin: Origin = { origin: "assumed", evidence, low, high };
    this.origins[path] = this.#given[path] ?? origin;
    return typical;
  }

  /** Low, typical and high of an assumption, for ranges that are worked out. */
  row(assumptionId: string): { low: number; typical: number; high: number } {
    const row = this.#catalog.assumptions.get(assumptionId);
    return row ?? { low: 0, typical: 0, high: 0 };
  }
}
