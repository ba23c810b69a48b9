import type { Architecture } from "./architecture-name.ts";
import type { Family, Flip } from "./assessment.ts";
import type { Scene } from "./design.ts";
import { cheapestTunings, evaluate, type Outcomes } from "./evaluate.ts";
import { assumptionPath, parameterIds } from "./parameters.ts";
import { copyScene } from "./range/variables.ts";
import { rescaledDurationMs } from "./rescale.ts";
import { atMultiple } from "./scan.ts";
import { adjustedByFamily, premiumUsd, winningFamily } from "./winner.ts";

/** Multiples of today's value that are tried, nearest first, either way; beyond them a flip is out of reach. */
const LADDER = [1.25, 1.6, 2, 3, 5, 10, 30, 100, 1000] as const;
const BISECTIONS = 18;

/** A number whose change could change the verdict: how it reads, its bounds, and how it is set. */
interface NumericDriver {
  path: string;
  current: number;
  least: number;
  most: number;
  at(value: number): Scene;
}

/** A choice whose change could change the verdict. */
interface ChoiceDriver {
  path: string;
  current: string;
  options: readonly { value: string; scene: Scene }[];
}

/**
 * For each driver the value nearest to today's at which another family wins at typical values; null where none within
 * reach does.
 */
export function flipsOf(scene: Scene, outcomes: Outcomes): Flip[] {
  const winner = winningFamily(outcomes, scene.parameters);
  if (winner === null) return [];
  return [
    ...numericDrivers(scene).map((driver) => numericFlip(driver, winner)),
    ...choiceDrivers(scene).map((driver) => choiceFlip(driver, winner)),
    premiumFlip(scene, outcomes, winner),
  ];
}

function familyAt(scene: Scene): Family | null {
  return winningFamily(evaluate(scene, cheapestTunings(scene)), scene.parameters);
}

function numericFlip(driver: NumericDriver, winner: Family): Flip {
  const tried = { path: driver.path, current: driver.current };
  for (const factor of LADDER) {
    // Both sides of one rung before the next: the nearest flip is the one worth telling.
    for (const value of [driver.current * factor, driver.current / factor]) {
      const bounded = Math.min(driver.most, Math.max(driver.least, value));
      if (bounded === driver.current) continue;
      const family = familyAt(driver.at(bounded));
      if (family === null || family === winner) continue;
      return { ...tried, flipsAt: bisect(driver, bounded, winner), verdict: family };
    }
  }
  return { ...tried, flipsAt: null, verdict: null };
}

function bisect(driver: NumericDriver, flipped: number, winner: Family): number {
  let holds = driver.current;
  let flips = flipped;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = holds > 0 && flips > 0 ? Math.sqrt(holds * flips) : (holds + flips) / 2;
    if (familyAt(driver.at(middle)) === winner) holds = middle;
    else flips = middle;
  }
  return flips;
}

function numericDrivers(scene: Scene): NumericDriver[] {
  const { workload } = scene;
  const change = (edit: (draft: Scene, value: number) => void) => (value: number) => {
    const draft = copyScene(scene);
    edit(draft, value);
    return draft;
  };
  const total = (field: "durationMs" | "memoryMb") => workload.steps.reduce((sum, step) => sum + step[field], 0);
  const meanBusy = workload.steps.reduce((sum, step) => sum + step.cpuBoundFraction, 0) / workload.steps.length;
  const drivers: NumericDriver[] = [
    {
      path: "ratePerSecond",
      current: workload.ratePerSecond,
      least: 0,
      most: 1e12,
      at: (value) => atMultiple(scene, value / workload.ratePerSecond),
    },
    {
      path: "peakToMean",
      current: workload.peakToMean,
      least: 1,
      most: 1000,
      at: change((draft, value) => {
        draft.workload.peakToMean = value;
      }),
    },
    {
      path: "steps.*.durationMs",
      current: total("durationMs"),
      least: 0,
      most: 1e9,
      at: change((draft, value) => {
        for (const step of draft.workload.steps) step.durationMs *= value / total("durationMs");
      }),
    },
    {
      path: "steps.*.memoryMb",
      current: total("memoryMb"),
      least: 128 * workload.steps.length,
      most: 10_240 * workload.steps.length,
      at: change((draft, value) => {
        for (const step of draft.workload.steps) {
          const memoryMb = (step.memoryMb * value) / total("memoryMb");
          step.durationMs = rescaledDurationMs(step, memoryMb, scene.books.cpuPerMemory);
          step.memoryMb = memoryMb;
        }
      }),
    },
    {
      path: "steps.*.cpuBoundFraction",
      current: meanBusy,
      least: 0.01,
      most: 1,
      at: change((draft, value) => {
        for (const step of draft.workload.steps) {
          step.cpuBoundFraction = Math.min(1, (step.cpuBoundFraction * value) / meanBusy);
        }
      }),
    },
    {
      path: "container.targetUtilization",
      current: workload.container.targetUtilization ?? targetUtilizationOf(scene),
      least: 0.02,
      most: 1,
      at: change((draft, value) => {
        draft.workload.container.targetUtilization = value;
      }),
    },
    {
      path: "activeHoursPerMonth",
      current: workload.activeHoursPerMonth,
      least: 1,
      most: 730,
      at: change((draft, value) => {
        draft.workload.activeHoursPerMonth = value;
      }),
    },
    {
      path: "environments",
      current: workload.environments,
      least: 1,
      most: 100,
      at: change((draft, value) => {
        draft.workload.environments = value;
      }),
    },
  ];
  if (workload.orchestration.kind !== "none" && workload.orchestration.transitionsPerUnit > 0) {
    drivers.push({
      path: "orchestration.transitionsPerUnit",
      current: workload.orchestration.transitionsPerUnit,
      least: 0,
      most: 25_000,
      at: change((draft, value) => {
        draft.workload.orchestration.transitionsPerUnit = value;
      }),
    });
  }
  if (workload.handoff.store !== "none") {
    drivers.push({
      path: "handoff.objectsPerUnit",
      current: workload.handoff.objectsPerUnit,
      least: 0,
      most: 1e6,
      at: change((draft, value) => {
        draft.workload.handoff.objectsPerUnit = value;
      }),
    });
  }
  return drivers.filter((driver) => driver.current > 0);
}

function targetUtilizationOf(scene: Scene): number {
  const { entry } = scene.workload;
  const service = entry.kind.startsWith("api-gateway") || ["function-url", "alb", "websocket"].includes(entry.kind);
  return service ? scene.parameters.targetUtilizationSync : scene.parameters.targetUtilizationAsync;
}

function choiceDrivers(scene: Scene): ChoiceDriver[] {
  const { workload } = scene;
  const purchase = (patch: Partial<typeof workload.purchase>): Scene => ({
    ...scene,
    workload: { ...workload, purchase: { ...workload.purchase, ...patch } },
  });
  const { lambdaArchitecture, commitment } = workload.purchase;
  const other = lambdaArchitecture === "x86_64" ? "arm64" : "x86_64";
  return [
    {
      path: "purchase.lambdaArchitecture",
      current: lambdaArchitecture,
      options: [{ value: other, scene: purchase({ lambdaArchitecture: other }) }],
    },
    {
      path: "purchase.commitment",
      current: commitment,
      options: (["none", "compute-savings-plan-1y", "compute-savings-plan-3y", "spot"] as const)
        .filter((option) => option !== commitment)
        .map((option) => ({ value: option, scene: purchase({ commitment: option }) })),
    },
  ];
}

function choiceFlip(driver: ChoiceDriver, winner: Family): Flip {
  for (const option of driver.options) {
    const family = familyAt(option.scene);
    if (family !== null && family !== winner) {
      return { path: driver.path, current: driver.current, flipsAt: option.value, verdict: family };
    }
  }
  return { path: driver.path, current: driver.current, flipsAt: null, verdict: null };
}

/** How dear operating containers must be (or how cheap) before the other family wins: exact, no search. */
function premiumFlip(scene: Scene, outcomes: Outcomes, winner: Family): Flip {
  const architecture: Architecture = "monolith-fargate";
  const current = premiumUsd(architecture, scene.parameters);
  const path = assumptionPath(parameterIds.premiumFargateUsd);
  const adjusted = adjustedByFamily(outcomes, scene.parameters);
  const fargateUsd = outcomes[architecture]?.feasible === true ? outcomes[architecture].totalUsd : null;
  const flipsAt =
    fargateUsd === null || !Number.isFinite(adjusted.serverless) ? null : adjusted.serverless - fargateUsd;
  const reachable = flipsAt !== null && flipsAt >= 0 && winner !== "hybrid";
  return {
    path,
    current,
    flipsAt: reachable ? flipsAt : null,
    verdict: reachable ? (winner === "serverless" ? "monolith" : "serverless") : null,
  };
}
