import type { Scene } from "#src/model/design.ts";
import { durationPerUnitMs, unitsPerMonth } from "#src/model/design.ts";
import { HOURS_PER_MONTH, MS_PER_SECOND, SECONDS_PER_HOUR } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";
import { type ContainerNeed, containerNeed } from "./cpu.ts";
import { type CapacityTerms, capacityTerms } from "./purchase.ts";
import { type RunMode, runModeOf } from "./run-mode.ts";
import { type FleetHours, fleetHours, type LoadProfile } from "./unit-hours.ts";

/** Fargate bills a task for one minute at least (facts: Fargate pricing guide quoting AWS). */
const SHORTEST_RUN_SECONDS = 60;

/** One size that capacity can be bought in: a Fargate task size or an instance type. */
export interface UnitOption {
  label: string;
  vcpu: number;
  memoryGb: number;
  /** vCPU that tasks can use after packing; a burstable type counts only its baseline. */
  usableVcpu: number;
  usableMb: number;
  /** List price of an hour of the unit itself: what spot and commitments lower. */
  usdPerHour: number;
  /** What comes with each unit, an hour: public addresses, a root volume. Nothing lowers it. */
  besideUsdPerHour: number;
}

export interface FleetPlan<Option extends UnitOption> {
  mode: RunMode;
  option: Option;
  /** Capacity bought in a month, idle copies included. */
  unitHours: number;
  /** Hours at list price: less where a commitment pays. */
  paidHours: number;
  /** Share of list price paid for each hour (spot). */
  keep: number;
  unitsMin: number;
  unitsMean: number;
  unitsPeak: number;
  busyVcpu: number;
  /** Average CPU use over all paid hours. */
  utilization: number;
  /** Units a stated fleet lacks at peak; 0 when it suffices. */
  lacksUnits: number;
}

/** What decides the size besides the options: one object for one architecture at one point. */
export interface FleetRequest {
  need: ContainerNeed;
  mode: RunMode;
  utilization: number;
  profile: LoadProfile;
  terms: CapacityTerms;
  /** Most units at peak before a larger size is taken. */
  maxUnits: number;
  /** True when the team named the size: it is then taken as it is, however slow. */
  statedSize: boolean;
  /** A stated fleet of this many units, always on. */
  fixedUnits: number | null;
  /** Hours and units when every unit of work starts a task of its own; null unless it is a job. */
  perRun: { unitHours: number; unitsPeak: number } | null;
  idleCopies: number;
}

export function fleetRequest(
  scene: Scene,
  steps: readonly Step[],
  on: "fargate" | "ec2",
  handoffDisappears: boolean,
): FleetRequest {
  const { workload, parameters } = scene;
  const { container } = workload;
  const mode = runModeOf(scene, steps);
  const service = mode === "service";
  const terms = capacityTerms(workload.purchase.commitment, on, parameters);
  const defaultFloor = service ? parameters.minTasksService : parameters.minTasksWorker;
  const lag = workload.rampMinutes <= 0 ? 1 : Math.min(1, parameters.scaleOutMinutes / workload.rampMinutes);
  return {
    need: containerNeed(scene, steps, handoffDisappears, mode === "job"),
    mode,
    utilization:
      container.targetUtilization ?? (service ? parameters.targetUtilizationSync : parameters.targetUtilizationAsync),
    profile: {
      peakToMean: workload.peakToMean,
      activeHours: workload.activeHoursPerMonth,
      spare: service ? workload.peakToMean * lag : 0,
      floorUnits: container.minTasks ?? Math.max(service ? 1 : 0, Math.round(defaultFloor)),
      floorHours: service ? HOURS_PER_MONTH : workload.activeHoursPerMonth,
      scaleInWaste: parameters.scaleInWaste,
      committedHours: terms.committedHours,
    },
    terms,
    maxUnits: parameters.peakTasks,
    statedSize: on === "ec2" ? container.instanceType !== null : container.taskVcpu !== null,
    fixedUnits: on === "ec2" ? container.instanceCount : null,
    perRun: mode === "job" ? jobRuns(scene, steps) : null,
    idleCopies: workload.environments - 1,
  };
}

/** A job starts, works, and ends: runs x (duration + start). */
function jobRuns(scene: Scene, steps: readonly Step[]): { unitHours: number; unitsPeak: number } {
  const { workload, parameters } = scene;
  const seconds = Math.max(SHORTEST_RUN_SECONDS, durationPerUnitMs(steps) / MS_PER_SECOND + parameters.jobStartSeconds);
  return {
    unitHours: (unitsPerMonth(workload) * seconds) / SECONDS_PER_HOUR,
    unitsPeak: Math.ceil(workload.ratePerSecond * workload.peakToMean * seconds),
  };
}

/**
 * The cheapest size that carries the load: the smallest sizes are passed over once they would need more than
 * `maxUnits` at peak. Undefined when no option holds even one call.
 */
export function planFleet<Option extends UnitOption>(
  request: FleetRequest,
  options: readonly Option[],
): FleetPlan<Option> | undefined {
  let best: FleetPlan<Option> | undefined;
  let bestUsd = Number.POSITIVE_INFINITY;
  const fitting = options.filter((option) => holdsOneCall(option, request));
  const largestVcpu = fitting.reduce((most, option) => Math.max(most, option.vcpu), 0);
  for (const option of fitting) {
    const unitsAtMean = unitsNeeded(option, request);
    const tooMany = unitsAtMean * request.profile.peakToMean > request.maxUnits;
    if (tooMany && option.vcpu < largestVcpu && request.fixedUnits === null) continue;
    if (leastUsd(option, unitsAtMean, request) >= bestUsd) continue;
    const plan = planWith(option, unitsAtMean, request);
    const usd = plan.paidHours * plan.keep * option.usdPerHour + plan.unitHours * option.besideUsdPerHour;
    if (usd < bestUsd) {
      best = plan;
      bestUsd = usd;
    }
  }
  return best;
}

function holdsOneCall(option: UnitOption, request: FleetRequest): boolean {
  if (request.statedSize) return true;
  const { need } = request;
  return option.usableMb >= need.largestCallMb && option.vcpu >= need.oneRequestVcpu - 1e-9;
}

/** D: units that the mean load needs, by CPU or by memory, whichever is more. */
function unitsNeeded(option: UnitOption, request: FleetRequest): number {
  const byCpu = request.need.busyVcpu / request.utilization / option.usableVcpu;
  const byMemory = option.usableMb <= 0 ? 0 : request.need.inFlightMb / option.usableMb;
  return Math.max(byCpu, byMemory);
}

/** No plan with this option can cost less: lets most instance types be passed over unsized. */
function leastUsd(option: UnitOption, unitsAtMean: number, request: FleetRequest): number {
  if (request.perRun !== null || request.fixedUnits !== null) return 0;
  const { profile, terms } = request;
  const hours = Math.max(profile.floorUnits * profile.floorHours, unitsAtMean * profile.activeHours);
  const cheapestHour = terms.committedHours === null ? 1 : terms.committedHours / HOURS_PER_MONTH;
  return hours * (cheapestHour * terms.keep * option.usdPerHour + option.besideUsdPerHour);
}

function planWith<Option extends UnitOption>(
  option: Option,
  unitsAtMean: number,
  request: FleetRequest,
): FleetPlan<Option> {
  const { profile, terms, need, mode } = request;
  const hours = hoursFor(unitsAtMean, request);
  const copyHours = mode === "job" ? 0 : request.idleCopies * profile.floorUnits * profile.floorHours;
  const unitHours = hours.unitHours * terms.rework + copyHours;
  const busyVcpuHours = need.busyVcpu * profile.activeHours;
  return {
    mode,
    option,
    unitHours,
    paidHours: hours.paidHours * terms.rework + copyHours,
    keep: terms.keep,
    unitsMin: request.fixedUnits ?? (mode === "job" ? 0 : profile.floorUnits),
    unitsMean: hours.unitHours / profile.activeHours,
    unitsPeak: hours.unitsPeak,
    busyVcpu: need.busyVcpu,
    utilization: unitHours === 0 ? 0 : Math.min(1, busyVcpuHours / (unitHours * option.vcpu)),
    lacksUnits:
      request.fixedUnits === null
        ? 0
        : Math.max(0, Math.ceil(unitsAtMean * profile.peakToMean - 1e-9) - request.fixedUnits),
  };
}

function hoursFor(unitsAtMean: number, request: FleetRequest): FleetHours {
  const { profile, fixedUnits, perRun } = request;
  if (fixedUnits !== null) {
    const each = profile.committedHours ?? HOURS_PER_MONTH;
    return {
      unitHours: fixedUnits * HOURS_PER_MONTH,
      paidHours: fixedUnits * Math.min(HOURS_PER_MONTH, each),
      unitsPeak: fixedUnits,
    };
  }
  if (perRun === null) return fleetHours(unitsAtMean, profile);
  // Short jobs share a task: a worker that stays on through the active hours may cost less than a task for each run.
  const shared = fleetHours(unitsAtMean, { ...profile, floorUnits: Math.max(1, profile.floorUnits) });
  return perRun.unitHours <= shared.unitHours
    ? { unitHours: perRun.unitHours, paidHours: perRun.unitHours, unitsPeak: perRun.unitsPeak }
    : shared;
}
