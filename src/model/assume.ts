import { UserError } from "#src/errors.ts";
import { assumeContainer, assumeEntry, assumeHandoff, assumeOrchestration, assumePurchase } from "./assume-parts.ts";
import { AssumedLeaves } from "./assumed-leaves.ts";
import { isSynchronous } from "./capacity/run-mode.ts";
import type { Catalog } from "./catalog.ts";
import { kindOfWork } from "./kind-of-work.ts";
import { HOURS_PER_MONTH, KB_PER_GB, SECONDS_PER_HOUR } from "./units.ts";
import {
  type EntryKind,
  type Origins,
  type Step,
  type UnderstoodWorkload,
  type Workload,
  type WorkloadInput,
  workloadSchema,
} from "./workload.ts";

const DEFAULT_REGION = "us-east-1";
const DEFAULT_UNIT = "request";

type StepInput = NonNullable<WorkloadInput["steps"]>[number];

/** What the words say of a workload that none of its fields holds. */
export interface AssumeHints {
  /** A batch works through its volume in a window: the window already is the peak. */
  isBatch?: boolean;
}

/**
 * Fills what a workload leaves open, from the catalog's assumptions, and records the origin of every leaf:
 * given leaves keep the origin they came with ("stated" when none), filled ones are "assumed" with low and high.
 *
 * @throws UserError `missing-rate` when there is no volume: it is never assumed
 */
export function assume(
  input: WorkloadInput,
  given: Origins,
  catalog: Catalog,
  hints: AssumeHints = {},
): UnderstoodWorkload {
  const leaves = new AssumedLeaves(given, catalog);
  if (input.ratePerSecond === undefined) {
    throw new UserError({
      code: "missing-rate",
      message: "How often does it run? A volume is never assumed.",
      nextStep: 'Say it in any unit, for example "300 a second" or "2 million a day".',
      path: "ratePerSecond",
    });
  }
  const entry = assumeEntry(input, leaves);
  const steps = assumeSteps(input, leaves);
  const orchestration = assumeOrchestration(input, steps.length, leaves);
  const ratePerSecond = leaves.given("ratePerSecond", input.ratePerSecond);
  const activeHoursPerMonth = leaves.take("activeHoursPerMonth", input.activeHoursPerMonth, HOURS_PER_MONTH);
  const workload: Workload = {
    name: leaves.take("name", input.name, ""),
    region: leaves.take("region", input.region, DEFAULT_REGION),
    unitOfWork: leaves.take("unitOfWork", input.unitOfWork, DEFAULT_UNIT),
    ratePerSecond,
    peakToMean: leaves.fromCatalog("peakToMean", input.peakToMean, peakAssumption(entry.kind, hints)),
    rampMinutes: leaves.fromCatalog("rampMinutes", input.rampMinutes, "workload.rampMinutes"),
    activeHoursPerMonth,
    growthPerMonth: leaves.fromCatalog("growthPerMonth", input.growthPerMonth, "workload.growthPerMonth"),
    environments: leaves.fromCatalog("environments", input.environments, "workload.environments"),
    steps,
    orchestration,
    handoff: assumeHandoff(input, steps.length, leaves),
    entry,
    egressGbPerMonth: 0,
    latency: assumeLatency(input, leaves),
    appliedQuotas: { ...input.appliedQuotas },
    purchase: assumePurchase(input, leaves),
    container: assumeContainer(input, leaves),
    assumptions: { ...input.assumptions },
  };
  const publicGb = isSynchronous(entry.kind)
    ? (ratePerSecond * activeHoursPerMonth * SECONDS_PER_HOUR * entry.responseKb) / KB_PER_GB
    : 0;
  workload.egressGbPerMonth = leaves.take("egressGbPerMonth", input.egressGbPerMonth, publicGb);
  for (const id of Object.keys(workload.appliedQuotas)) leaves.given(`appliedQuotas["${id}"]`, true);
  for (const id of Object.keys(workload.assumptions)) leaves.given(`assumptions["${id}"]`, true);
  return { workload: workloadSchema.parse(workload), origins: leaves.origins };
}

/** Traffic of people, of machines, and of batch windows peaks differently. */
function peakAssumption(entry: EntryKind, { isBatch = false }: AssumeHints): string {
  switch (entry) {
    case "api-gateway-http":
    case "api-gateway-rest":
    case "function-url":
    case "alb":
    case "websocket":
      return "workload.peakToMean.sync";
    case "none":
      return isBatch ? "workload.peakToMean.batch" : "workload.peakToMean.sync";
    case "sqs":
    case "sns":
    case "eventbridge":
    case "kinesis":
    case "s3-event":
      return "workload.peakToMean.machine";
    case "schedule":
      return "workload.peakToMean.batch";
  }
}

function assumeSteps(input: WorkloadInput, leaves: AssumedLeaves): Step[] {
  const given = input.steps === undefined || input.steps.length === 0 ? [{}] : input.steps;
  return given.map((step: StepInput, index): Step => {
    const at = `steps.${index}`;
    const name = leaves.take(`${at}.name`, step.name, given.length === 1 ? "work" : `step ${index + 1}`);
    // The step's own words first; what the whole is about only where they say nothing.
    const own = kindOfWork(name);
    const { kind, word } = own.kind === "unknown" ? kindOfWork(`${input.unitOfWork ?? ""} ${input.name ?? ""}`) : own;
    const evidence = word === null ? "nothing said about the kind of work" : `"${word}" sounds like ${kind}`;
    return {
      name,
      invocationsPerUnit: leaves.fromCatalog(
        `${at}.invocationsPerUnit`,
        step.invocationsPerUnit,
        "step.invocationsPerUnit",
      ),
      durationMs: leaves.fromCatalog(`${at}.durationMs`, step.durationMs, "step.durationMs"),
      memoryMb: leaves.fromCatalog(`${at}.memoryMb`, step.memoryMb, "step.memoryMb"),
      cpuBoundFraction: leaves.fromCatalog(
        `${at}.cpuBoundFraction`,
        step.cpuBoundFraction,
        `step.cpuBoundFraction.${kind}`,
        evidence,
      ),
      maxCores: leaves.fromCatalog(`${at}.maxCores`, step.maxCores, "step.maxCores"),
      memoryPerInFlightMb: leaves.take(`${at}.memoryPerInFlightMb`, step.memoryPerInFlightMb, null),
    };
  });
}

function assumeLatency(input: WorkloadInput, leaves: AssumedLeaves): Workload["latency"] {
  const { latency } = input;
  if (latency === undefined || latency === null || latency.targetMs === undefined) {
    return leaves.take("latency", null, null);
  }
  return {
    percentile: leaves.take("latency.percentile", latency.percentile, 99),
    targetMs: leaves.given("latency.targetMs", latency.targetMs),
  };
}
