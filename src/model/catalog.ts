/**
 * What the model reads of the catalog. Data only: `src/catalog` loads and checks the files and builds these values.
 * The model never holds a price, a quota or a default of its own.
 */

/** Where a figure came from, and when it was true. */
export interface Provenance {
  /** Human-readable source: document, feed or URL. */
  source: string;
  /** Date the source itself bears, ISO. */
  effectiveDate: string;
  /** False where only one secondary source, or none, supports the figure. */
  verified: boolean;
}

/** One price band. `upTo` is the cumulative monthly bound in the row's unit; null: no bound. */
export interface Tier {
  upTo: number | null;
  unitPriceUsd: number;
}

/** List price of one billable dimension in one region, before free tier, discount and tax. */
export interface PriceRow extends Provenance {
  service: string;
  dimension: string;
  region: string;
  /** Billing unit, as AWS prints it: "request", "GB-second", "vCPU-hour". */
  unit: string;
  /** Ascending, last one open. */
  tiers: readonly Tier[];
  /** The day the row was read from its source, ISO. */
  retrievedDate: string;
  /** What to know about the row: what it covers, what was not checked. */
  note?: string;
  /** Set when the region has no row of its own: us-east-1's price scaled by the region's Fargate ratio. */
  estimated?: { low: number; high: number };
}

/** Always-free monthly amount; `dimensions` share one allowance. */
export interface FreeTier {
  service: string;
  dimensions: readonly string[];
  amount: number;
  unit: string;
  source: string;
}

/** How a quota counts: see docs/model.md. */
export type QuotaClass = "hard" | "raisable" | "account-age" | "guideline";

/** One AWS quota in one region on one date. */
export interface QuotaRow extends Provenance {
  id: string;
  service: string;
  name: string;
  /** Default value; null: AWS publishes none. */
  value: number | null;
  unit: string;
  class: QuotaClass;
  adjustable: boolean;
  /** Highest value AWS is known to grant; null: unknown (ten times the default is then taken). */
  raisableTo: number | null;
  /** What happens at the limit, in words. */
  atLimit: string;
  /** Service Quotas code, where published. */
  code?: string;
}

/** Default of one assumption: low, typical, high and why. Booleans and enums are not sampled. */
export interface AssumptionRow {
  id: string;
  unit: string;
  low: number;
  typical: number;
  high: number;
  why: string;
  source: string;
  /** True where the value is our judgement rather than a published figure. */
  judgement: boolean;
}

export interface Ec2Type {
  instanceType: string;
  vcpu: number;
  memoryGb: number;
  architecture: "x86_64" | "arm64";
  /** Sustained share of a vCPU for burstable types; null: not burstable. */
  baselineUtilization: number | null;
  /** Sustained network baseline, Mbit/s; null: not known. */
  baselineBandwidthMbps: number | null;
}

export interface FargateSize {
  vcpu: number;
  /** Valid memory sizes, GB, ascending. */
  memoryGb: readonly number[];
}

export interface LatencyFact extends Provenance {
  id: string;
  what: string;
  low: number | null;
  typical: number | null;
  high: number | null;
  unit: string;
}

/** One catalog as of two dates, narrowed to nothing: all regions, quota values of `quotasAsOf`. */
export interface Catalog {
  pricesAsOf: string;
  quotasAsOf: string;
  /** Regions with a price list, in a fixed order. */
  regions: readonly string[];
  /** Keyed `service/dimension` then region. */
  prices: ReadonlyMap<string, ReadonlyMap<string, PriceRow>>;
  freeTiers: readonly FreeTier[];
  /** Keyed by service or price id: regions in which AWS does not sell it, so that no price is estimated there. */
  notOffered?: ReadonlyMap<string, readonly string[]>;
  /** Keyed by quota id then region; region "default" is every other commercial region. */
  quotas: ReadonlyMap<string, ReadonlyMap<string, QuotaRow>>;
  assumptions: ReadonlyMap<string, AssumptionRow>;
  ec2Types: readonly Ec2Type[];
  fargateSizes: readonly FargateSize[];
  latency: ReadonlyMap<string, LatencyFact>;
}
