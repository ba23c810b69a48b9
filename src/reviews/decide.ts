import { UserError } from "#src/errors.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, RevisitTrigger } from "#src/model/assessment.ts";
import type { ReviewContext } from "./context.ts";
import { assessRevision, currentRevision, revisionNumbered } from "./current.ts";
import type { Author, Decision, Review } from "./review.ts";
import { decisionRow } from "./stored-review.ts";

export interface DecideRequest {
  choice: Architecture | "other";
  choiceText: string;
  reason: string;
  by: Author;
  /** Day by which to look again, whatever happens; null: no day. */
  lookAgainOn: Date | null;
}

/**
 * Records a decision on the current revision: figures, assumptions and catalog of that revision are what it stands on.
 * A later decision follows an earlier one; both stay on record.
 */
export async function decide(
  context: ReviewContext,
  review: Review,
  request: DecideRequest,
): Promise<{ review: Review; assessment: Assessment }> {
  const revision = currentRevision(review);
  const assessment = assessRevision(context, revision);
  const decision: Decision = {
    choice: request.choice,
    choiceText: request.choiceText,
    reason: request.reason,
    dissent: [],
    by: request.by,
    at: context.clock.now(),
    revision: revision.number,
    triggers: triggersOf(assessment, request),
  };
  const number = await decisionCount(context, review);
  await context.records.reviews.reopenDecisions(review.key, review.id);
  await context.records.reviews.addDecision(review.key, review.id, decisionRow(decision, number + 1));
  return { review: { ...review, decision }, assessment };
}

/** The model's triggers belong to the design it prefers; for another choice only those of the load and the date hold. */
function triggersOf(assessment: Assessment, { choice, lookAgainOn }: DecideRequest): RevisitTrigger[] {
  const { preferred, revisitTriggers } = assessment.recommendation;
  const chosen = assessment.estimates.find(({ architecture }) => architecture === choice);
  const own =
    choice === preferred
      ? revisitTriggers
      : revisitTriggers.filter(({ kind }) => kind === "rate-above" || kind === "rate-below");
  const cost: RevisitTrigger[] =
    choice === preferred || chosen === undefined || !chosen.feasible
      ? []
      : [{ kind: "monthly-usd-above", path: chosen.architecture, value: chosen.monthlyUsd.p90 }];
  const date: RevisitTrigger[] =
    lookAgainOn === null
      ? []
      : [{ kind: "date", path: lookAgainOn.toISOString().slice(0, 10), value: lookAgainOn.getTime() }];
  return [...own, ...cost, ...date];
}

async function decisionCount(context: ReviewContext, review: Review): Promise<number> {
  const row = await context.records.reviews.byId(review.key, review.id);
  return row?.decisions.length ?? 0;
}

/** What the decision in force stands on. @throws UserError `bad-input` when nothing is decided */
export function decidedOn(context: ReviewContext, review: Review): { decision: Decision; assessment: Assessment } {
  const { decision } = review;
  if (decision === null) throw nothingDecided(review);
  return { decision, assessment: assessRevision(context, revisionNumbered(review, decision.revision)) };
}

/** Adds an objection to the decision in force, with its author. */
export async function addDissent(
  context: ReviewContext,
  review: Review,
  author: Author,
  text: string,
): Promise<Review> {
  const { decision } = review;
  if (decision === null) throw nothingDecided(review);
  const dissent = { author, text, at: context.clock.now() };
  const number = await decisionCount(context, review);
  await context.records.reviews.addDissent(review.key, review.id, number, dissent);
  return { ...review, decision: { ...decision, dissent: [...decision.dissent, dissent] } };
}

/** Takes the decision back; it stays on record. */
export async function reopen(context: ReviewContext, review: Review): Promise<Review> {
  if (review.decision === null) throw nothingDecided(review);
  await context.records.reviews.reopenDecisions(review.key, review.id);
  return { ...review, decision: null };
}

function nothingDecided(review: Review): UserError {
  return new UserError({
    code: "bad-input",
    message: `Nothing is decided on ${review.shortId} yet.`,
    nextStep: `Record it with "decide ${review.shortId} <choice> <reason>".`,
  });
}
