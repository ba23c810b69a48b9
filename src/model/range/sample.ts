import type { Architecture } from "#src/model/architecture-name.ts";
import { architectureNames } from "#src/model/architecture-name.ts";
import type { Family, Percentiles } from "#src/model/assessment.ts";
import type { Scene } from "#src/model/design.ts";
import { evaluate } from "#src/model/evaluate.ts";
import type { Tuning } from "#src/model/tunings.ts";
import { leadOf, noWins, winningFamily } from "#src/model/winner.ts";
import { LATTICE_POINTS, latticeMultipliers, latticePoint } from "./lattice.ts";
import { triangularQuantile } from "./triangular.ts";
import { copyScene, type Variable } from "./variables.ts";

/** What the sampled cases say. */
export interface Sample {
  monthlyUsd: Partial<Record<Architecture, Percentiles>>;
  /** Share of cases each family wins; they add up to 1 where something can run it in every case. */
  wins: Record<Family, number>;
  /** For each variable, in order: the share of the spread between the two leading families it explains (r squared). */
  explains: number[];
}

const PERCENTILES = { p10: 0.1, p50: 0.5, p90: 0.9 } as const;

/** Prices every architecture at each lattice point. */
export function sampleCases(scene: Scene, variables: readonly Variable[], chosen: readonly Tuning[]): Sample {
  const multipliers = latticeMultipliers(variables.length);
  const costs = new Map<Architecture, number[]>(architectureNames.map((name) => [name, []]));
  const wins = noWins();
  const leads: number[] = [];
  const draft = copyScene(scene);
  for (let point = 0; point < LATTICE_POINTS; point++) {
    variables.forEach((variable, index) => {
      variable.apply(draft, triangularQuantile(variable, latticePoint(point, multipliers[index] ?? 1)));
    });
    const outcomes = evaluate(draft, chosen);
    for (const name of architectureNames) {
      const outcome = outcomes[name];
      if (outcome !== undefined) costs.get(name)?.push(outcome.totalUsd);
    }
    const winner = winningFamily(outcomes, draft.parameters);
    if (winner !== null) wins[winner] += 1;
    leads.push(leadOf(outcomes, draft.parameters));
  }
  for (const family of ["serverless", "monolith", "hybrid"] as const) wins[family] /= LATTICE_POINTS;
  return {
    monthlyUsd: Object.fromEntries(
      [...costs].filter(([, usd]) => usd.length > 0).map(([name, usd]) => [name, percentiles(usd)]),
    ),
    wins,
    explains: variables.map((_, index) => explainedShare(leads, multipliers[index] ?? 1)),
  };
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p10: at(PERCENTILES.p10), p50: at(PERCENTILES.p50), p90: at(PERCENTILES.p90) };
}

/** Squared correlation of an input's quantile with the lead. */
function explainedShare(leads: readonly number[], multiplier: number): number {
  const n = leads.length;
  let meanLead = 0;
  for (const lead of leads) meanLead += lead;
  meanLead /= n;
  let covariance = 0;
  let varianceU = 0;
  let varianceLead = 0;
  for (let point = 0; point < n; point++) {
    // Quantiles of a lattice have mean one half exactly.
    const du = latticePoint(point, multiplier) - 0.5;
    const dl = (leads[point] ?? 0) - meanLead;
    covariance += du * dl;
    varianceU += du * du;
    varianceLead += dl * dl;
  }
  return varianceLead === 0 ? 0 : (covariance * covariance) / (varianceU * varianceLead);
}
