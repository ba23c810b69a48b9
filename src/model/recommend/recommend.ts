import type { Architecture } from "#src/model/architecture-name.ts";
import { familyOf } from "#src/model/architectures.ts";
import type { BreakEven, Driver, Estimate, Family, Recommendation } from "#src/model/assessment.ts";
import { activeSecondsPerMonth, type Scene } from "#src/model/design.ts";
import { coldShareOfUnit } from "#src/model/latency.ts";
import { SECONDS_PER_HOUR } from "#src/model/units.ts";
import { premiumUsd } from "#src/model/winner.ts";
import { counterCase } from "./counter-case.ts";
import { questionsFrom } from "./questions.ts";
import { type Evidence, type PricedRival, reasonsFor } from "./reasons.ts";
import { risksOf } from "./risks.ts";
import { revisitTriggers } from "./triggers.ts";
import type { VerdictOf } from "./verdict.ts";

/** What the recommendation is drawn from. */
export interface Findings {
  scene: Scene;
  estimates: readonly Estimate[];
  verdict: VerdictOf;
  /** The family that wins at typical values. */
  winner: Family | null;
  wins: Readonly<Record<Family, number>>;
  drivers: readonly Driver[];
  breakEvens: readonly BreakEven[];
}

export function recommend(findings: Findings): Recommendation {
  const { verdict, estimates, scene, drivers } = findings;
  const byName = new Map<Architecture, Estimate>(estimates.map((estimate) => [estimate.architecture, estimate]));
  const preferred = verdict.preferred === null ? undefined : byName.get(verdict.preferred);
  const utilizationNeeded = containersWinAboveUtilization(scene, estimates);
  const base = {
    verdict: verdict.verdict,
    preferred: verdict.preferred,
    cheapest: verdict.cheapest,
    confidence: verdict.confidence,
    wins: { ...findings.wins },
    containersWinAboveUtilization: utilizationNeeded,
    openQuestions: questionsFrom(drivers, findings.winner, verdict.confidence),
  };
  if (preferred === undefined || verdict.family === null) {
    return { ...base, openQuestions: [], reasons: [], counterCase: [], risks: [], revisitTriggers: [] };
  }
  const rival = bestRival(estimates, verdict.family);
  const evidence: Evidence = {
    estimates: byName,
    preferred,
    rival,
    family: verdict.family,
    breakEvens: findings.breakEvens,
    ratePerSecond: scene.workload.ratePerSecond,
    utilizationNeeded,
    premiumUsd: premiumUsd(preferred.architecture, scene.parameters),
    worthiestRival: worthiestRival(estimates, preferred, scene),
    coldShare: coldShareOfUnit(scene),
    hasLatencyTarget: scene.workload.latency !== null,
  };
  return {
    ...base,
    reasons: reasonsFor(evidence),
    counterCase: counterCase(evidence),
    risks: risksOf(scene.workload, preferred, judgementShare(drivers)),
    revisitTriggers: revisitTriggers(preferred, findings.breakEvens, scene.workload.ratePerSecond),
  };
}

/** Cheapest feasible estimate of any other family. */
function bestRival(estimates: readonly Estimate[], family: Family): Estimate | null {
  let best: Estimate | null = null;
  for (const estimate of estimates) {
    if (!estimate.feasible || !estimate.shown || familyOf(estimate.architecture) === family) continue;
    if (best === null || estimate.monthlyUsd.point < best.monthlyUsd.point) best = estimate;
  }
  return best;
}

/** Of the estimates of other families that cost less, the one that costs least with its operation; null: none costs less. */
function worthiestRival(estimates: readonly Estimate[], preferred: Estimate, scene: Scene): PricedRival | null {
  const family = familyOf(preferred.architecture);
  let best: PricedRival | null = null;
  let bestUsd = Number.POSITIVE_INFINITY;
  for (const estimate of estimates) {
    if (!estimate.feasible || !estimate.shown || familyOf(estimate.architecture) === family) continue;
    if (estimate.monthlyUsd.point >= preferred.monthlyUsd.point) continue;
    const premium = premiumUsd(estimate.architecture, scene.parameters);
    if (estimate.monthlyUsd.point + premium >= bestUsd) continue;
    best = { estimate, premiumUsd: premium };
    bestUsd = estimate.monthlyUsd.point + premium;
  }
  return best;
}

/** Share of the explained spread that rests on our judgement. */
function judgementShare(drivers: readonly Driver[]): number {
  let all = 0;
  let judged = 0;
  for (const driver of drivers) {
    all += driver.explains;
    if (driver.judgement) judged += driver.explains;
  }
  return all === 0 ? 0 : judged / all;
}

/**
 * Average CPU use above which containers cost less than Lambda for the same work:
 * container price of a vCPU-hour / Lambda's price (duration and requests) of a vCPU-hour of CPU really used.
 * Null where either side cannot run it. Above 1: containers never do.
 */
export function containersWinAboveUtilization(scene: Scene, estimates: readonly Estimate[]): number | null {
  const hours = activeSecondsPerMonth(scene.workload) / SECONDS_PER_HOUR;
  const perVcpuHour = cheapest(estimates, "monolith", (estimate) => {
    if (estimate.fleet === undefined || estimate.fleet.busyVcpu <= 0) return null;
    return (computeUsd(estimate) * estimate.fleet.utilization) / (estimate.fleet.busyVcpu * hours);
  });
  const busyVcpu = estimates.find((estimate) => estimate.fleet !== undefined)?.fleet?.busyVcpu ?? 0;
  const lambdaPerBusyHour = cheapest(estimates, "serverless", (estimate) =>
    busyVcpu <= 0 ? null : computeUsd(estimate) / (busyVcpu * hours),
  );
  if (perVcpuHour === null || lambdaPerBusyHour === null || lambdaPerBusyHour <= 0) return null;
  return perVcpuHour / lambdaPerBusyHour;
}

function cheapest(
  estimates: readonly Estimate[],
  family: Family,
  usdOf: (estimate: Estimate) => number | null,
): number | null {
  let least: number | null = null;
  for (const estimate of estimates) {
    if (!estimate.feasible || familyOf(estimate.architecture) !== family) continue;
    const usd = usdOf(estimate);
    if (usd !== null && (least === null || usd < least)) least = usd;
  }
  return least;
}

function computeUsd(estimate: Estimate): number {
  let usd = 0;
  for (const line of estimate.lineItems) if (line.group === "compute") usd += line.costUsd;
  return usd;
}
