import type { Scene } from "#src/model/design.ts";
import { evaluate } from "#src/model/evaluate.ts";
import type { Tuning } from "#src/model/tunings.ts";
import { adjustedByFamily } from "#src/model/winner.ts";
import { copyScene, type Variable } from "./variables.ts";

/**
 * Inputs that move anything here: a total, or what the families are compared by. What a NAT gateway costs says nothing
 * of a design without one, and an input that moves nothing must not be sampled, ranked or asked for.
 */
export function activeVariables(scene: Scene, variables: readonly Variable[], chosen: readonly Tuning[]): Variable[] {
  const signatureAt = (variable: Variable, value: number): string => {
    const draft = copyScene(scene);
    variable.apply(draft, value);
    const outcomes = evaluate(draft, chosen);
    const totals = Object.values(outcomes).map(({ totalUsd, feasible }) => (feasible ? totalUsd : -1));
    return [...totals, ...Object.values(adjustedByFamily(outcomes, draft.parameters))].join(" ");
  };
  return variables.filter((variable) => {
    const typical = signatureAt(variable, variable.typical);
    return signatureAt(variable, variable.low) !== typical || signatureAt(variable, variable.high) !== typical;
  });
}
