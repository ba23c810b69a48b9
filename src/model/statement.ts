/**
 * What the model says besides figures, as codes with their numbers. `reply/` turns each into a sentence with an
 * exhaustive switch, so a new code that nobody worded does not build.
 */

export type FigureUnit = "usd-month" | "share" | "multiple" | "rate-per-second" | "ms" | "vcpu" | "months" | "count";

/** Codes of reasons for the verdict and of the counter-case. */
export const reasonCodes = [
  /** subject architecture costs `figure` USD a month less than otherSubject (otherFigure: the dearer total). */
  "costs-less",
  /** subject (service/dimension) is `figure` USD of otherFigure, the total of otherSubject. */
  "largest-line",
  /** subject architecture stops at `figure` share of the planned peak, at quota otherSubject. */
  "stops-at-share",
  /** subject architecture carries `figure` times the planned peak. */
  "carries-multiple",
  /** named tuning (subject) alone saves `figure` share of the described cost. */
  "tuning-saves",
  /** average CPU use must stay above `figure` for containers to cost less; planned use is otherFigure. */
  "utilization-needed",
  /** `figure` USD a month of the containers' bill (subject) pays for idle capacity. */
  "idle-cost",
  /** subject is the only feasible architecture; otherFigure others are not. */
  "only-feasible",
  /** the saving of `figure` USD does not cover operating more: premium otherFigure USD. */
  "less-to-operate",
  /** above (or below) `figure` units a second otherSubject family costs least; subject says "above" or "below". */
  "break-even-load",
  /** p99 of subject is `figure` ms against otherSubject's otherFigure ms. */
  "latency",
  /** `figure` share of calls meet a cold start on subject. */
  "cold-starts",
  /** each idle copy (environment) costs `figure` USD a month on subject. */
  "idle-copies",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Why an architecture cannot run the workload at all. */
export type Infeasibility =
  | { code: "step-too-long"; step: string; durationMs: number; limitMs: number; quota: string }
  | { code: "step-too-big"; step: string; memoryMb: number; limitMb: number; quota: string }
  | { code: "state-payload-too-large"; payloadKb: number; limitKb: number; quota: string }
  | { code: "request-too-large"; payloadKb: number; limitKb: number; quota: string }
  | { code: "entry-times-out"; durationMs: number; limitMs: number; quota: string }
  | { code: "history-too-long"; events: number; limit: number; quota: string }
  | { code: "execution-too-long"; durationMs: number; limitMs: number; quota: string }
  | { code: "quota-out-of-reach"; quota: string; applied: number; demand: number; reachable: number }
  | { code: "no-size-fits"; needMemoryMb: number; largestMemoryMb: number }
  | { code: "unknown-instance-type"; instanceType: string }
  | { code: "misses-latency-target"; percentile: number; targetMs: number; reachedMs: number }
  | { code: "price-missing"; service: string; dimension: string; region: string };

/** What a tuning gives up. */
export const tradeOffs = [
  "no-rest-features",
  "no-api-gateway-throttling",
  "alb-body-1-mb",
  "url-iam-only",
  "at-least-once",
  "no-execution-history",
  "one-deployment",
  "retries-repeat-all",
  "largest-memory-for-all",
  "operations-limit",
  "pays-when-idle",
] as const;
export type TradeOff = (typeof tradeOffs)[number];

/** Things an estimate contains or leaves out that a reader could miss. */
export type EstimateNote =
  | { code: "logs-sampled"; fullGb: number; keptGb: number }
  | { code: "runs-as"; mode: "service" | "worker" | "job" }
  | { code: "estimated-prices"; count: number }
  | { code: "durable-writes"; perUnit: number }
  | { code: "kept-objects-written"; retentionHours: number }
  | { code: "queue-boundary"; movedSteps: readonly string[] }
  | { code: "commitment-covers"; share: number }
  | { code: "stated-fleet-too-small"; needUnits: number; statedUnits: number }
  | { code: "slower-than-lambda"; vcpu: number; lambdaVcpu: number }
  | { code: "provisioned-concurrency-needed"; coldShare: number }
  | { code: "connections-held"; connections: number };

/** Notes on the review as a whole. */
export type ModelNote =
  | { code: "prices-older-than-asked"; asked: string; used: string }
  | { code: "region-estimated"; region: string; count: number }
  | { code: "out-of-scope"; topic: string }
  | { code: "free-tier-on" }
  /** Every design that can run misses it; `reachedMs` is the fastest one's. */
  | { code: "latency-target-missed-by-all"; percentile: number; targetMs: number; reachedMs: number }
  | { code: "unread"; text: string };

/** Risks that hold whatever the figures say. */
export const riskCodes = [
  "recursive-trigger",
  "raise-needed-first",
  "account-vcpu-check",
  "at-least-once",
  "single-deployment",
  "spot-interruption",
  "estimated-prices",
  "judgement-inputs",
  "downstream-connections",
  "burst-ramp",
] as const;
export type Risk = { code: (typeof riskCodes)[number]; figure?: number; subject?: string };

/** One driver on which a workload is compared with the reference case. */
export type Likeness =
  | { code: "paid-per-state"; share: number }
  | { code: "not-paid-per-state" }
  | { code: "data-through-s3"; share: number }
  | { code: "no-data-through-s3" }
  | { code: "steady-load"; peakToMean: number }
  | { code: "spiky-load"; peakToMean: number }
  | { code: "same-first-wall"; quota: string; share: number }
  | { code: "other-first-wall"; quota: string; share: number }
  | { code: "no-wall"; multiple: number }
  | { code: "tuning-saves-most"; tuning: string; share: number }
  | { code: "tuning-saves-little"; tuning: string | null; share: number }
  | { code: "cpu-heavy"; fraction: number }
  | { code: "mostly-waiting"; fraction: number };
