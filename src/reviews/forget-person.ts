import type { Origins } from "#src/model/workload.ts";
import type { DecisionRow, ReviewRow, RevisionRow } from "#src/storage/port.ts";
import type { ReviewContext } from "./context.ts";
import { FORGOTTEN, type Person } from "./permissions.ts";
import type { ChannelKey } from "./review.ts";
import { decisionBodySchema, revisionBodySchema } from "./stored-review.ts";

/** Reviews that went with the person, and those in which they are now "someone". */
export interface ForgottenPerson {
  removed: readonly ReviewRow[];
  anonymised: readonly ReviewRow[];
}

/**
 * Takes a person out of this channel: reviews that only they worked on are deleted; in the others their id, name and
 * words go and the figures stay, since others built on them.
 */
export async function forgetPerson(context: ReviewContext, key: ChannelKey, person: Person): Promise<ForgottenPerson> {
  const { reviews } = context.records;
  const { removed, anonymised } = await partOf(context, key, person);
  for (const review of removed) await reviews.remove(key, review.id);
  for (const review of anonymised) await rewrite(context, review, person);
  await reviews.anonymise(key, person.id, FORGOTTEN);
  return { removed, anonymised };
}

/** The reviews a person has a part in: those that are theirs alone, and those that others worked on too. */
export async function partOf(context: ReviewContext, key: ChannelKey, person: Person): Promise<ForgottenPerson> {
  const rows = await context.records.reviews.list(key);
  const theirs = rows.filter((review) => participants(review).has(person.id));
  const removed = theirs.filter((review) => participants(review).size === 1);
  return { removed, anonymised: theirs.filter((review) => !removed.includes(review)) };
}

/** Everybody who left something in the review. */
function participants(review: ReviewRow): Set<string> {
  return new Set([
    review.createdBy.id,
    ...review.revisions.map(({ author }) => author.id),
    ...review.decisions.flatMap(({ by, dissent }) => [by.id, ...dissent.map(({ author }) => author.id)]),
    ...review.actuals.map(({ by }) => by.id),
  ]);
}

async function rewrite(context: ReviewContext, review: ReviewRow, person: Person): Promise<void> {
  const started = review.createdBy.id === person.id;
  for (const revision of review.revisions) {
    const body = withoutPerson(revision, person, started);
    await context.records.reviews.rewriteRevision(review.key, review.id, revision.number, body);
  }
  for (const decision of review.decisions.filter(({ by }) => by.id === person.id)) {
    const body = withoutReason(decision);
    await context.records.reviews.rewriteDecision(review.key, review.id, decision.number, body);
  }
}

/** Origins are handed from revision to revision: every one may carry this person's words and name. */
function withoutPerson(revision: RevisionRow, person: Person, started: boolean): unknown {
  const body = revisionBodySchema.parse(revision.body);
  const origins: Origins = {};
  for (const [path, origin] of Object.entries(body.origins)) {
    const { by, evidence, ...rest } = origin;
    const isTheirs = by === person.name || (by === undefined && started && origin.origin !== "assumed");
    if (!isTheirs) origins[path] = origin;
    else origins[path] = by === undefined ? rest : { ...rest, by: FORGOTTEN.name };
  }
  // Their words no longer wait for a language model.
  const { llm, ...rest } = body;
  const read = llm === undefined || (llm === "pending" && revision.author.id === person.id) ? {} : { llm };
  return { ...rest, ...read, origins, notes: revision.author.id === person.id ? [] : body.notes };
}

function withoutReason(decision: DecisionRow): unknown {
  return { ...decisionBodySchema.parse(decision.body), reason: "" };
}
