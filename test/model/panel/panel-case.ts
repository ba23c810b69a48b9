import type { Verdict } from "#src/model/assessment.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

/** A workload with the answer an AWS cost expert would give, written down before the model ran. */
export interface PanelCase {
  name: string;
  workload: WorkloadInput;
  /** Verdicts an expert would accept. */
  accept: readonly Verdict[];
  /** The expert's reason, in one sentence. */
  because: string;
}

/** Shorthands of the panel: a day's worth of units as a rate, an HTTP API, a Standard state machine. */
export const PER_DAY = 1 / 86_400;
export const api = { kind: "api-gateway-http" } as const;
export const standard = (transitionsPerUnit: number) =>
  ({ kind: "step-functions-standard", transitionsPerUnit }) as const;
