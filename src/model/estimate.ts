import type { Architecture } from "./architecture-name.ts";
import { AS_DESCRIBED, type Composed, hybrid, monolith, serverless } from "./architectures.ts";
import type { Estimate, Fleet, LineItem } from "./assessment.ts";
import type { FleetPlan, UnitOption } from "./capacity/fleet.ts";
import type { Scene } from "./design.ts";
import { meterOptions } from "./evaluate.ts";
import { containerLatencyMs, serverlessLatencyMs } from "./latency.ts";
import { Bill } from "./meter.ts";
import { outOfReach, quotaUses, supportedShareOf } from "./quota.ts";
import type { EstimateNote, Infeasibility, TradeOff } from "./statement.ts";
import { applyTunings, type Tuning } from "./tunings.ts";

/** The itemised estimate of one architecture at the point; its percentiles are filled in from the range. */
export function estimate(scene: Scene, architecture: Architecture, chosen: readonly Tuning[]): Estimate {
  const design = architecture === "serverless-tuned" ? applyTunings(scene, chosen) : applyTunings(scene, []);
  const bill = new Bill(meterOptions(design.scene));
  const composed = compose(design.scene, bill, architecture, design.variant);
  const limits = quotaUses(design.scene, bill.demands);
  const infeasibleBecause: Infeasibility[] = [
    ...uniqueRefusals(bill.refusals),
    ...bill.missing.map((missing): Infeasibility => ({ code: "price-missing", ...missing })),
    ...outOfReach(limits),
  ];
  const ownUsd = sum(bill.lines, "own");
  const sharedUsd = sum(bill.lines, "shared");
  const point = ownUsd + sharedUsd;
  return {
    architecture,
    ...(architecture === "serverless-tuned" && chosen.length > 0
      ? { tuning: chosen.map((tuning) => tuning.name).join("+") }
      : {}),
    givesUp: architecture === "serverless-tuned" ? tradeOffs(chosen) : [],
    feasible: infeasibleBecause.length === 0,
    infeasibleBecause,
    shown: true,
    monthlyUsd: { point, p10: point, p50: point, p90: point },
    ownUsd,
    sharedUsd,
    lineItems: bill.lines,
    missing: bill.missing,
    limits,
    supportedShare: supportedShareOf(limits),
    latencyMs:
      composed.fleet === undefined && !isContainer(architecture)
        ? serverlessLatencyMs(design.scene)
        : containerLatencyMs(design.scene, composed.fleet),
    ...(composed.fleet === undefined ? {} : { fleet: describeFleet(composed.fleet, bill.lines) }),
    notes: withEstimatedPrices(bill),
  };
}

type Variant = typeof AS_DESCRIBED;

function compose(scene: Scene, bill: Bill, architecture: Architecture, variant: Variant): Composed {
  switch (architecture) {
    case "serverless":
      return serverless(scene, bill, AS_DESCRIBED);
    case "serverless-tuned":
      return serverless(scene, bill, variant);
    case "monolith-fargate":
      return monolith(scene, bill, "fargate");
    case "monolith-ec2":
      return monolith(scene, bill, "ec2");
    case "hybrid":
      return hybrid(scene, bill);
  }
}

function isContainer(architecture: Architecture): boolean {
  return architecture === "monolith-fargate" || architecture === "monolith-ec2";
}

function sum(lines: readonly LineItem[], share: "own" | "shared"): number {
  let usd = 0;
  for (const line of lines) if (line.share === share) usd += line.costUsd;
  return usd;
}

function uniqueRefusals(refusals: readonly Infeasibility[]): Infeasibility[] {
  const seen = new Set<string>();
  return refusals.filter((refusal) => {
    const key = JSON.stringify(refusal);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

function tradeOffs(chosen: readonly Tuning[]): TradeOff[] {
  return [...new Set(chosen.flatMap((tuning) => tuning.givesUp))];
}

function withEstimatedPrices(bill: Bill): EstimateNote[] {
  const count = bill.lines.filter((line) => line.estimated !== undefined).length;
  return count === 0 ? bill.notes : [...bill.notes, { code: "estimated-prices", count }];
}

function describeFleet(plan: FleetPlan<UnitOption>, lines: readonly LineItem[]): Fleet {
  let idleUsd = 0;
  for (const line of lines) if (line.label === "containers, idle") idleUsd += line.costUsd;
  return {
    runMode: plan.mode,
    unitLabel: plan.option.label,
    vcpuPerUnit: plan.option.vcpu,
    memoryGbPerUnit: plan.option.memoryGb,
    unitsMin: plan.unitsMin,
    unitsMean: plan.unitsMean,
    unitsPeak: plan.unitsPeak,
    busyVcpu: plan.busyVcpu,
    utilization: plan.utilization,
    idleUsd,
  };
}
