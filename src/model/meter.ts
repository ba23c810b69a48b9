import type { Factor, LineGroup, LineItem, LineShare, MissingPrice } from "./assessment.ts";
import type { Books } from "./books.ts";
import type { FreeTier, PriceRow } from "./catalog.ts";
import { costThroughTiers, useTiers } from "./pricing/tiers.ts";
import type { EstimateNote, Infeasibility } from "./statement.ts";

/** What a line is, besides its quantity. Constant objects: parts call the meter thousands of times. */
export interface LineAbout {
  group: LineGroup;
  share: LineShare;
  label: string;
}

/**
 * Where parts report what a design uses. One path of formulas serves two readers: the bill with every line
 * (`Bill`), and the bare totals that the range and the break-even scan need thousands of times (`Totals`).
 */
export interface Meter {
  /**
   * Buys a quantity of one billable dimension for the month.
   *
   * @param priceId `service/dimension`
   * @param keep share of the list price that is paid (commitment or spot); 1 at list price
   */
  buy(about: LineAbout, priceId: string, quantity: number, keep: number, factors: () => readonly Factor[]): void;
  /** Uses a quota: `mean` and `peak` in the quota's own unit. */
  use(quotaId: string, mean: number, peak: number): void;
  /** Says that the design cannot run the workload at all. */
  refuse(why: Infeasibility): void;
  note(note: EstimateNote): void;
}

export interface MeterOptions {
  books: Books;
  /** 1 - negotiated discount. */
  keepOfList: number;
  freeTier: boolean;
  estimatedPriceFactor: number;
}

/**
 * Quantity of each dimension bought so far: volume tiers hold for the account, so lines of one dimension climb them
 * together, in the order they are bought.
 */
class Climbed {
  readonly #bought = new Map<string, number>();

  /** @returns what was bought before, and adds the quantity */
  add(priceId: string, quantity: number): number {
    const before = this.#bought.get(priceId) ?? 0;
    this.#bought.set(priceId, before + quantity);
    return before;
  }
}

/** Free monthly amounts that are left; lines of one pool share them in the order they are bought. */
class FreePool {
  readonly #left = new Map<FreeTier, number>();
  readonly #byPrice = new Map<string, FreeTier>();

  constructor(freeTiers: readonly FreeTier[]) {
    for (const tier of freeTiers) {
      this.#left.set(tier, tier.amount);
      for (const dimension of tier.dimensions) this.#byPrice.set(`${tier.service}/${dimension}`, tier);
    }
  }

  /** Takes as much of the quantity as is free and returns the rest. */
  charge(priceId: string, quantity: number): number {
    const tier = this.#byPrice.get(priceId);
    if (tier === undefined) return quantity;
    const left = this.#left.get(tier) ?? 0;
    const free = Math.min(left, quantity);
    this.#left.set(tier, left - free);
    return quantity - free;
  }
}

/** Sums of an estimate, without its lines. */
export class Totals implements Meter {
  ownUsd = 0;
  sharedUsd = 0;
  feasible = true;
  missing = false;
  readonly demands = new Map<string, { mean: number; peak: number }>();
  readonly #options: MeterOptions;
  readonly #pool: FreePool | null;
  readonly #climbed = new Climbed();

  constructor(options: MeterOptions) {
    this.#options = options;
    this.#pool = options.freeTier ? new FreePool(options.books.freeTiers) : null;
  }

  buy(about: LineAbout, priceId: string, quantity: number, keep: number): void {
    if (quantity <= 0) return;
    const row = this.#options.books.prices.get(priceId);
    if (row === undefined) {
      this.missing = true;
      return;
    }
    const charged = this.#pool === null ? quantity : this.#pool.charge(priceId, quantity);
    const factor = row.estimated === undefined ? 1 : this.#options.estimatedPriceFactor;
    const before = row.tiers.length === 1 ? 0 : this.#climbed.add(priceId, charged);
    const costUsd = costThroughTiers(row.tiers, charged, before) * keep * factor * this.#options.keepOfList;
    if (about.share === "own") this.ownUsd += costUsd;
    else this.sharedUsd += costUsd;
  }

  use(quotaId: string, mean: number, peak: number): void {
    addDemand(this.demands, quotaId, mean, peak);
  }

  refuse(): void {
    this.feasible = false;
  }

  note(): void {}

  get totalUsd(): number {
    return this.ownUsd + this.sharedUsd;
  }
}

/** The itemised bill of an estimate. */
export class Bill implements Meter {
  readonly lines: LineItem[] = [];
  readonly missing: MissingPrice[] = [];
  readonly refusals: Infeasibility[] = [];
  readonly notes: EstimateNote[] = [];
  readonly demands = new Map<string, { mean: number; peak: number }>();
  readonly #options: MeterOptions;
  readonly #pool: FreePool | null;
  readonly #climbed = new Climbed();

  constructor(options: MeterOptions) {
    this.#options = options;
    this.#pool = options.freeTier ? new FreePool(options.books.freeTiers) : null;
  }

  buy(about: LineAbout, priceId: string, quantity: number, keep: number, factors: () => readonly Factor[]): void {
    if (quantity <= 0) return;
    const row = this.#options.books.prices.get(priceId);
    if (row === undefined) {
      this.#miss(priceId);
      return;
    }
    const charged = this.#pool === null ? quantity : this.#pool.charge(priceId, quantity);
    this.lines.push(this.#line(about, row, charged, this.#climbed.add(priceId, charged), keep, factors()));
  }

  #line(
    about: LineAbout,
    row: PriceRow,
    quantity: number,
    before: number,
    keep: number,
    factors: readonly Factor[],
  ): LineItem {
    const paid = keep * this.#options.keepOfList;
    const factor = row.estimated === undefined ? 1 : this.#options.estimatedPriceFactor;
    const costUsd = costThroughTiers(row.tiers, quantity, before) * keep * factor * this.#options.keepOfList;
    return {
      service: row.service,
      dimension: row.dimension,
      quantity,
      unit: row.unit,
      costUsd,
      ...about,
      tiers: useTiers(row.tiers, quantity, before).map(({ upTo, unitPriceUsd, quantity: used }) => ({
        upTo,
        unitPriceUsd,
        quantity: used,
      })),
      ...(row.estimated === undefined
        ? {}
        : { estimated: { lowUsd: costUsd * row.estimated.low, highUsd: costUsd * row.estimated.high } }),
      paidShare: paid,
      source: row.source,
      effectiveDate: row.effectiveDate,
      verified: row.verified,
      factors,
    };
  }

  #miss(priceId: string): void {
    const [service = priceId, dimension = ""] = priceId.split("/");
    this.missing.push({ service, dimension, region: this.#options.books.region });
  }

  use(quotaId: string, mean: number, peak: number): void {
    addDemand(this.demands, quotaId, mean, peak);
  }

  refuse(why: Infeasibility): void {
    this.refusals.push(why);
  }

  note(note: EstimateNote): void {
    this.notes.push(note);
  }
}

function addDemand(
  demands: Map<string, { mean: number; peak: number }>,
  quotaId: string,
  mean: number,
  peak: number,
): void {
  const known = demands.get(quotaId);
  if (known === undefined) demands.set(quotaId, { mean, peak });
  else {
    known.mean += mean;
    known.peak += peak;
  }
}
