import type { Architecture } from "./architecture-name.ts";
import type { QuotaClass, Tier } from "./catalog.ts";
import type {
  EstimateNote,
  FigureUnit,
  Infeasibility,
  Likeness,
  ModelNote,
  ReasonCode,
  Risk,
  TradeOff,
} from "./statement.ts";
import type { Origins, Workload } from "./workload.ts";

/** Groups a bill is read in. */
export const lineGroups = ["orchestration", "hand-off", "compute", "entry", "network", "observability"] as const;
export type LineGroup = (typeof lineGroups)[number];

/** `own` differs between architectures and is what ratios and savings use; `shared` is the same on every side. */
export type LineShare = "own" | "shared";

/** Quantity x unit price through tiers: one row of an estimate. */
export interface LineItem {
  service: string;
  dimension: string;
  quantity: number;
  unit: string;
  costUsd: number;
  group: LineGroup;
  share: LineShare;
  /** Which part of the design asks for it: "step resize", "idle capacity". */
  label: string;
  /** Bands the quantity ran through. */
  tiers: readonly (Tier & { quantity: number })[];
  /** Low and high cost where the price is estimated from another region. */
  estimated?: { lowUsd: number; highUsd: number };
  /** Share of the list price that is paid after commitment, spot and negotiated discount; 1 at list price. */
  paidShare: number;
  source: string;
  effectiveDate: string;
  verified: boolean;
  /** The arithmetic behind the quantity, in order: 300 images/s x 7 states x 2,628,000 s. */
  factors: readonly Factor[];
}

/** One number of a product, with what it counts. `path` names the workload leaf it came from, when it is one. */
export interface Factor {
  value: number;
  what: string;
  path?: string;
}

export interface MissingPrice {
  service: string;
  dimension: string;
  region: string;
}

/** Demand against one quota. */
export interface QuotaUse {
  quota: string;
  name: string;
  service: string;
  class: QuotaClass;
  applied: number;
  default: number;
  unit: string;
  demandMean: number;
  demandPeak: number;
  /** The demand that is compared with the quota: peak for synchronous entries, mean for queues and streams. */
  demandChecked: number;
  /** Demand at planned peak / applied. */
  utilization: number;
  /** Applied / demand at planned peak; growth not included. Null when there is no demand. */
  headroom: number | null;
  /** True when this quota takes part in supportedShare. */
  counts: boolean;
  adjustable: boolean;
  raisableTo: number | null;
  /** True when the applied value was given by the team. */
  stated: boolean;
  atLimit: string;
  /** Months until growth reaches it; 0: already there; null: growth never does. */
  monthsToLimit: number | null;
  /** Delay at peak in seconds where a queue or stream absorbs the excess; null: none. */
  delayAtPeakSeconds: number | null;
  asOf: string;
  source: string;
  verified: boolean;
}

export interface Percentiles {
  p10: number;
  p50: number;
  p90: number;
}

export interface MonthlyUsd extends Percentiles {
  /** With every assumption at its typical value. */
  point: number;
}

/** Size of the container fleet behind a monolith or hybrid estimate. */
export interface Fleet {
  runMode: "service" | "worker" | "job";
  /** Fargate "2 vCPU / 4 GB" or an instance type. */
  unitLabel: string;
  vcpuPerUnit: number;
  memoryGbPerUnit: number;
  unitsMin: number;
  unitsMean: number;
  unitsPeak: number;
  /** Busy vCPU at mean load. */
  busyVcpu: number;
  /** Average CPU use over paid hours. */
  utilization: number;
  idleUsd: number;
}

export interface Estimate {
  architecture: Architecture;
  /** The named tuning, for `serverless-tuned`. */
  tuning?: string;
  /** What the tuning gives up. */
  givesUp: readonly TradeOff[];
  feasible: boolean;
  infeasibleBecause: readonly Infeasibility[];
  /** False for a row that is computed but would only be noise on a card (hybrid that wins nothing). */
  shown: boolean;
  monthlyUsd: MonthlyUsd;
  /** Sum of `own` lines at the point. */
  ownUsd: number;
  sharedUsd: number;
  lineItems: readonly LineItem[];
  missing: readonly MissingPrice[];
  /** Tightest first. */
  limits: readonly QuotaUse[];
  /** Smallest headroom that counts, capped at 1. */
  supportedShare: number;
  latencyMs: { p50: number; p99: number };
  fleet?: Fleet;
  /** What the estimate includes or leaves out that a reader could miss. */
  notes: readonly EstimateNote[];
}

export const familyNames = ["serverless", "monolith", "hybrid"] as const;
export type Family = (typeof familyNames)[number];

export type Verdict = Family | "too-close-to-call" | "out-of-scope";

export interface BreakEven {
  ratePerSecond: number;
  /** Of the workload's own rate. */
  multiple: number;
  from: Family;
  to: Family;
}

/** The value of one driver at which the verdict changes. */
export interface Flip {
  path: string;
  current: number | string;
  /** Null: not within reach. */
  flipsAt: number | string | null;
  verdict: Verdict | null;
}

export interface GrowthRow {
  multiple: number;
  monthlyUsd: Partial<Record<Architecture, number>>;
  cheapest: Architecture | null;
}

/** How much one assumed input explains, and what its ends would mean. */
export interface Driver {
  /** A workload path, or `parameters.<assumption id>` for an assumption of the model itself. */
  path: string;
  unit: string;
  low: number;
  typical: number;
  high: number;
  /** Share of the spread of the preferred family's lead that this input explains, 0 to 1. */
  explains: number;
  /** Preferred architecture's monthly cost with this input at its low and high. */
  costAtLowUsd: number;
  costAtHighUsd: number;
  /** Verdict family with this input at its low and high. */
  winnerAtLow: Family;
  winnerAtHigh: Family;
  judgement: boolean;
  why: string;
  source: string;
}

/** Why the verdict is what it is, or what speaks against it: a code and its figures; reply/ puts it into words. */
export interface Reason {
  code: ReasonCode;
  figure: number;
  unit: FigureUnit;
  /** What the figure is of: an architecture, a quota id, a tuning, a service/dimension. */
  subject: string;
  /** A second figure or thing the first is set against. */
  otherFigure?: number;
  otherSubject?: string;
}

/** A condition that, when it comes true, means the decision should be looked at again. Data, checked by the digest. */
export interface RevisitTrigger {
  kind:
    | "rate-above"
    | "rate-below"
    | "monthly-usd-above"
    | "headroom-below"
    | "date"
    | "price-changed"
    | "quota-changed";
  path: string;
  value: number;
}

export interface Recommendation {
  verdict: Verdict;
  preferred: Architecture | null;
  /** Cheapest feasible at the point. */
  cheapest: Architecture | null;
  /** Share of sampled cases the verdict's family wins. */
  confidence: number;
  /** Share of cases by family, premium counted. */
  wins: Record<Family, number>;
  containersWinAboveUtilization: number | null;
  reasons: readonly Reason[];
  counterCase: readonly Reason[];
  risks: readonly Risk[];
  openQuestions: readonly Question[];
  revisitTriggers: readonly RevisitTrigger[];
}

/** A question whose answer could change the verdict; reply/ words it from the path and its driver. */
export interface Question {
  path: string;
  /** `missing`: no answer is possible without it. `decides`: an end of its range changes the verdict. */
  reason: "missing" | "decides" | "widest";
}

/** A published fact, in our words. */
export interface ReferenceFact {
  text: string;
  source: string;
}

export interface ReferenceComparison {
  name: string;
  like: readonly Likeness[];
  unlike: readonly Likeness[];
  facts: readonly ReferenceFact[];
  /** Our reconstruction run through the same model and catalog. */
  reconstruction: ReferenceReconstruction;
}

/** Our rebuilding of the case through the same model: never a published figure. Own lines only. */
export interface ReferenceReconstruction {
  asDescribedUsd: number;
  monolithUsd: number;
  saving: number;
  bindingQuota: string | null;
  supportedShare: number;
  /** Dearest group first. */
  costOrder: readonly { group: LineGroup; costUsd: number }[];
  tunings: readonly { tuning: string; monthlyUsd: number; saving: number }[];
  /** The inputs nobody published. */
  inputs: readonly string[];
  quotasAsOf: string;
}

/** Everything the model says of one workload with one catalog. Same input, same bytes. */
export interface Assessment {
  workload: Workload;
  origins: Origins;
  questions: readonly Question[];
  notes: readonly ModelNote[];
  estimates: readonly Estimate[];
  breakEven: readonly BreakEven[];
  flips: readonly Flip[];
  growth: readonly GrowthRow[];
  /** Assumed inputs, the weightiest first. */
  drivers: readonly Driver[];
  /** Cost of a million units by load, for the chart. */
  curves: readonly Curve[];
  recommendation: Recommendation;
  referenceCase: ReferenceComparison;
  catalog: { pricesAsOf: string; quotasAsOf: string };
}

/** Cost against load for one architecture. */
export interface Curve {
  architecture: Architecture;
  points: readonly { ratePerSecond: number; usdPerMillionUnits: number; monthlyUsd: number }[];
  /** Load at which its own first counting quota ends it; null: none on the chart. */
  quotaWallRatePerSecond: number | null;
}
