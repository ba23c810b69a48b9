import { type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { KB_PER_GB } from "#src/model/units.ts";
import { unitFactors } from "./factors.ts";

const APPLICATION = { group: "observability", share: "shared", label: "application logs" } as const;
const PLATFORM = { group: "observability", share: "own", label: "Lambda platform logs" } as const;

/**
 * Application logs: so many KB a handled call, the same text whoever runs the code, so the same price on both sides;
 * above a cap sampling is assumed, because nobody pays $125,000 for logs.
 */
export function applicationLogs(scene: Scene, meter: Meter): void {
  const { workload, parameters } = scene;
  const calls = unitsPerMonth(workload) * scene.describedCallsPerUnit;
  const fullGb = (calls * parameters.logsAppKb) / KB_PER_GB;
  const keptGb = Math.min(fullGb, parameters.logsCapGbPerMonth);
  meter.buy(APPLICATION, "cloudwatch/logs-custom-ingest-standard", keptGb, 1, () => [
    { value: calls, what: "calls" },
    { value: parameters.logsAppKb, what: "KB each", path: 'assumptions["logs.appKb"]' },
    ...(keptGb < fullGb ? [{ value: keptGb / fullGb, what: "of it kept (sampled)" }] : []),
  ]);
  if (keptGb < fullGb) meter.note({ code: "logs-sampled", fullGb, keptGb });
}

/** START, END and REPORT lines of every Lambda call, at the tiered price of vended logs. */
export function platformLogs(scene: Scene, meter: Meter, invocationsForUnit: number): void {
  const { workload, parameters } = scene;
  const calls = unitsPerMonth(workload) * invocationsForUnit;
  const gb = (calls * parameters.logsPlatformKb) / KB_PER_GB;
  meter.buy(PLATFORM, "cloudwatch/logs-lambda-vended-ingest-standard", gb, 1, () => [
    ...unitFactors(scene),
    { value: invocationsForUnit, what: "calls" },
    { value: parameters.logsPlatformKb, what: "KB each", path: 'assumptions["logs.platformKb"]' },
  ]);
}
