import type { Verb } from "#src/reply/verbs.ts";
import { actualCommand } from "./actual.ts";
import { adrCommand } from "./adr.ts";
import { assumptionsCommand } from "./assumptions.ts";
import { breakEvenCommand } from "./break-even.ts";
import { breakdownCommand } from "./breakdown.ts";
import { caseCommand } from "./case.ts";
import { compareCommand } from "./compare.ts";
import { decideCommand } from "./decide.ts";
import type { RegisteredCommand } from "./define-command.ts";
import { digestCommand } from "./digest.ts";
import { discountCommand } from "./discount.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { flipsCommand } from "./flips.ts";
import { forgetCommand } from "./forget.ts";
import { helpCommand } from "./help.ts";
import { limitsCommand } from "./limits.ts";
import { pricesCommand } from "./prices.ts";
import { quotaCommand } from "./quota.ts";
import { reviewCommand } from "./review.ts";
import { undoCommand } from "./undo.ts";
import { whatifCommand } from "./whatif.ts";

/** Every verb and its command, in the order of the help. A verb without one does not build. */
const byVerb = {
  review: reviewCommand,
  whatif: whatifCommand,
  undo: undoCommand,
  compare: compareCommand,
  case: caseCommand,
  limits: limitsCommand,
  breakdown: breakdownCommand,
  assumptions: assumptionsCommand,
  "break-even": breakEvenCommand,
  flips: flipsCommand,
  explain: explainCommand,
  decide: decideCommand,
  adr: adrCommand,
  actual: actualCommand,
  digest: digestCommand,
  quota: quotaCommand,
  discount: discountCommand,
  prices: pricesCommand,
  export: exportCommand,
  forget: forgetCommand,
  help: helpCommand,
} as const satisfies Record<Verb, RegisteredCommand>;

export const registry: readonly RegisteredCommand[] = Object.values(byVerb);

/** The command of a verb, or null for one that is not written yet. */
export function commandFor(verb: Verb): RegisteredCommand | null {
  return registry.find((command) => command.verb === verb) ?? null;
}
