import type { Architecture } from "#src/model/architecture-name.ts";
import { type Family, familyNames, type Verdict } from "#src/model/assessment.ts";
import type { Outcomes } from "#src/model/evaluate.ts";
import type { Parameters } from "#src/model/parameters.ts";
import { cheapestOf, preferredOf } from "#src/model/winner.ts";

/** Below this share of cases nobody should be told that one family wins. */
const CLEAR = 0.8;
/** Less to operate first: who gets a tie. */
const LESS_TO_OPERATE: readonly Family[] = ["serverless", "monolith", "hybrid"];

export interface VerdictOf {
  verdict: Verdict;
  /** Family the preferred architecture belongs to. */
  family: Family | null;
  preferred: Architecture | null;
  cheapest: Architecture | null;
  confidence: number;
}

/** The family that wins most sampled cases; under 80 % it is too close to call and less to operate is preferred. */
export function verdictOf(
  outcomes: Outcomes,
  wins: Readonly<Record<Family, number>>,
  parameters: Parameters,
  outOfScope: boolean,
): VerdictOf {
  const cheapest = cheapestOf(outcomes);
  if (outOfScope) return { verdict: "out-of-scope", family: null, preferred: null, cheapest: null, confidence: 0 };
  const leader = familyNames.reduce((best, family) => (wins[family] > wins[best] ? family : best));
  const confidence = wins[leader];
  if (confidence >= CLEAR) {
    const preferred = preferredOf(outcomes, leader, parameters);
    // A family can win most cases and still have no architecture that runs the point itself; then it is no verdict.
    if (preferred !== null) return { verdict: leader, family: leader, preferred, cheapest, confidence };
  }
  for (const family of LESS_TO_OPERATE) {
    const preferred = preferredOf(outcomes, family, parameters);
    if (preferred !== null && (wins[family] > 0 || family === leader)) {
      return { verdict: "too-close-to-call", family, preferred, cheapest, confidence: wins[family] };
    }
  }
  return { verdict: "too-close-to-call", family: null, preferred: null, cheapest, confidence: 0 };
}
