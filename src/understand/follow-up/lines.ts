import type { Workload } from "#src/model/workload.ts";
import { annotate } from "./annotate.ts";
import { attributions } from "./attributions.ts";
import { choiceRewritings, refusals } from "./choices.ts";
import { contrastRewritings } from "./contrast.ts";
import { growVerbs } from "./directions.ts";
import { fieldRewritings } from "./fields.ts";
import { partRewritings } from "./parts.ts";
import { growthRewritings, hoursRewritings, quantityRewritings } from "./quantities.ts";
import { quotaRewritings } from "./quotas.ts";
import { relativeRewritings, sharedFactors } from "./relative.ts";
import { situationRewritings } from "./situations.ts";
import { mergeRewritings, stepLists, stepReferences, structureRewritings } from "./structure.ts";
import { type Rewriting, rewrite, rule } from "./tokens.ts";

/** A unit that lasts a second ("stream-second") is counted a second: "2,000 streams" is a rate. */
const perSecondUnits: readonly Rewriting[] = [[rule("{n:n} (?:concurrency |parallel |live )*@unit"), "#rate=$1"]];

/** "Transitions: 9": a colon behind a field parts no clauses. */
const labels: readonly Rewriting[] = [[rule("(@\\w+) [:=](?= #)"), "$1"]];

/**
 * The line of a follow-up after all rewritings. The order matters: growth before "double", choices before fields
 * ("state machine" before "state"), contrasts before refusals ("Standard, not Express" before "not Express").
 */
export function lineOf(text: string, workload: Workload): string {
  return rewrite(annotate(text, workload), [
    ...(/second/.test(workload.unitOfWork) ? perSecondUnits : []),
    ...attributions,
    ...partRewritings,
    ...stepReferences,
    ...stepLists,
    ...growthRewritings,
    ...growVerbs,
    ...hoursRewritings,
    ...quantityRewritings,
    ...choiceRewritings,
    ...quotaRewritings,
    ...situationRewritings,
    ...mergeRewritings,
    ...contrastRewritings,
    ...refusals,
    ...fieldRewritings,
    ...relativeRewritings,
    ...sharedFactors,
    ...labels,
    ...structureRewritings,
  ]);
}
