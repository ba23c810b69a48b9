import type { Architecture } from "#src/model/architecture-name.ts";
import type { Driver, Family } from "#src/model/assessment.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Scene } from "#src/model/design.ts";
import { evaluate } from "#src/model/evaluate.ts";
import { parameterIds } from "#src/model/parameters.ts";
import type { Tuning } from "#src/model/tunings.ts";
import { winningFamily } from "#src/model/winner.ts";
import type { Origins } from "#src/model/workload.ts";
import { copyScene, type Variable } from "./variables.ts";

/** Inputs beyond this many explain nothing a reader would act on. */
const MOST_DRIVERS = 20;
/** How well any estimate can be known: nobody can answer it, so it is never asked. */
const NOT_AN_INPUT = parameterIds.estimateError;

/** Uncertain inputs, the weightiest first, with what their ends would mean for cost and winner. */
export function driversOf(
  scene: Scene,
  variables: readonly Variable[],
  explains: readonly number[],
  chosen: readonly Tuning[],
  preferred: Architecture | null,
  winner: Family | null,
  origins: Origins,
  catalog: Catalog,
): Driver[] {
  return variables
    .map((variable, index) => ({ variable, share: explains[index] ?? 0, index }))
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .filter(({ variable }) => variable.assumptionId !== NOT_AN_INPUT)
    .slice(0, MOST_DRIVERS)
    .map(({ variable, share }) => driverOf(scene, variable, share, chosen, preferred, winner, origins, catalog));
}

function driverOf(
  scene: Scene,
  variable: Variable,
  explains: number,
  chosen: readonly Tuning[],
  preferred: Architecture | null,
  winner: Family | null,
  origins: Origins,
  catalog: Catalog,
): Driver {
  const at = (value: number) => {
    const draft = copyScene(scene);
    variable.apply(draft, value);
    const outcomes = evaluate(draft, chosen);
    return {
      usd: preferred === null ? 0 : (outcomes[preferred]?.totalUsd ?? 0),
      family: winningFamily(outcomes, draft.parameters) ?? winner ?? "serverless",
    };
  };
  const low = at(variable.low);
  const high = at(variable.high);
  const row = variable.assumptionId === null ? undefined : catalog.assumptions.get(variable.assumptionId);
  return {
    path: variable.path,
    unit: row?.unit ?? "",
    low: variable.low,
    typical: variable.typical,
    high: variable.high,
    explains,
    costAtLowUsd: low.usd,
    costAtHighUsd: high.usd,
    winnerAtLow: low.family,
    winnerAtHigh: high.family,
    judgement: row?.judgement ?? true,
    why: row?.why ?? evidenceOf(variable.path, origins),
    source: row?.source ?? "",
  };
}

function evidenceOf(path: string, origins: Origins): string {
  const own = origins[path] ?? origins[path.replace("*", "0")];
  return own?.evidence ?? "";
}
