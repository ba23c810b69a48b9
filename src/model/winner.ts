import type { Architecture } from "./architecture-name.ts";
import { familyOf } from "./architectures.ts";
import { type Family, familyNames } from "./assessment.ts";
import type { Outcome, Outcomes } from "./evaluate.ts";
import type { Parameters } from "./parameters.ts";
import { recordFrom } from "./typed-record.ts";

/** A hybrid must beat both families by this share, or it is two systems to run for nothing. */
const HYBRID_MARGIN = 0.1;
/** Architectures of one family this close are a tie; a tie goes to the one with less to operate. */
const TIE = 0.05;

/** What a month of operating costs more than serverless: never in totals, only in the verdict. */
export function premiumUsd(architecture: Architecture, parameters: Parameters): number {
  switch (architecture) {
    case "serverless":
    case "serverless-tuned":
      return 0;
    case "monolith-fargate":
      return parameters.premiumFargateUsd;
    case "monolith-ec2":
      return parameters.premiumEc2Usd;
    case "hybrid":
      return parameters.premiumHybridUsd;
  }
}

function entriesOf(outcomes: Outcomes): [Architecture, Outcome][] {
  const entries: [Architecture, Outcome][] = [];
  for (const architecture of [
    "serverless",
    "serverless-tuned",
    "monolith-fargate",
    "monolith-ec2",
    "hybrid",
  ] as const) {
    const outcome = outcomes[architecture];
    if (outcome?.feasible === true) entries.push([architecture, outcome]);
  }
  return entries;
}

/** Cheapest feasible architecture, premium left out; null when none can run it. */
export function cheapestOf(outcomes: Outcomes): Architecture | null {
  let best: Architecture | null = null;
  let bestUsd = Number.POSITIVE_INFINITY;
  for (const [architecture, outcome] of entriesOf(outcomes)) {
    if (outcome.totalUsd < bestUsd) {
      best = architecture;
      bestUsd = outcome.totalUsd;
    }
  }
  return best;
}

/** Least adjusted cost (total + premium) of each family that can run it. */
export function adjustedByFamily(outcomes: Outcomes, parameters: Parameters): Record<Family, number> {
  const adjusted: Record<Family, number> = {
    serverless: Number.POSITIVE_INFINITY,
    monolith: Number.POSITIVE_INFINITY,
    hybrid: Number.POSITIVE_INFINITY,
  };
  for (const [architecture, outcome] of entriesOf(outcomes)) {
    const family = familyOf(architecture);
    // What is compared was never built: one side may be off against the other.
    const error = family === "serverless" ? 1 : parameters.estimateError;
    adjusted[family] = Math.min(adjusted[family], outcome.totalUsd * error + premiumUsd(architecture, parameters));
  }
  return adjusted;
}

/**
 * The family that wins one point: least total plus operating premium. A hybrid must also beat both others by 10 %.
 * Null when nothing can run it.
 */
export function winningFamily(outcomes: Outcomes, parameters: Parameters): Family | null {
  const adjusted = adjustedByFamily(outcomes, parameters);
  const others = Math.min(adjusted.serverless, adjusted.monolith);
  if (adjusted.hybrid < others * (1 - HYBRID_MARGIN)) return "hybrid";
  if (!Number.isFinite(others)) return null;
  return adjusted.serverless <= adjusted.monolith ? "serverless" : "monolith";
}

/** The architecture to name for a family: least adjusted cost; within 5 % the one with less to operate. */
export function preferredOf(outcomes: Outcomes, family: Family, parameters: Parameters): Architecture | null {
  let best: Architecture | null = null;
  let bestUsd = Number.POSITIVE_INFINITY;
  for (const [architecture, outcome] of entriesOf(outcomes)) {
    if (familyOf(architecture) !== family) continue;
    const adjustedUsd = outcome.totalUsd + premiumUsd(architecture, parameters);
    // Entries come with less to operate first, so a later one must win clearly.
    if (best === null || (adjustedUsd < bestUsd && outcome.totalUsd < bestTotal(outcomes, best) * (1 - TIE))) {
      best = architecture;
      bestUsd = adjustedUsd;
    }
  }
  return best;
}

function bestTotal(outcomes: Outcomes, architecture: Architecture): number {
  return outcomes[architecture]?.totalUsd ?? Number.POSITIVE_INFINITY;
}

/** How far serverless leads the monolith, as a ratio of adjusted costs on a logarithm; 0 where one cannot run. */
export function leadOf(outcomes: Outcomes, parameters: Parameters): number {
  const adjusted = adjustedByFamily(outcomes, parameters);
  const lead = Math.log((adjusted.monolith + 1) / (adjusted.serverless + 1));
  return Number.isFinite(lead) ? lead : 0;
}

/** Zero wins for every family, in a fixed order. */
export function noWins(): Record<Family, number> {
  return recordFrom(familyNames.map((family) => [family, 0]));
}
