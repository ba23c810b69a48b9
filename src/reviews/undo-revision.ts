import { UserError } from "#src/errors.ts";
import type { ReviewContext } from "./context.ts";
import { assessRevision, currentRevision, revisionNumbered } from "./current.ts";
import type { Author, Review, Revision } from "./review.ts";
import { movedCatalog, type RevisedReview } from "./revise-review.ts";
import { revisionRow } from "./stored-review.ts";

/**
 * Goes back one change. History is kept: the undo is a revision of its own that restores an earlier one, with that
 * one's catalog, so the figures are those people saw. A second undo goes back one more.
 *
 * @throws UserError `bad-input` when there is nothing left to undo
 */
export async function undoRevision(context: ReviewContext, review: Review, author: Author): Promise<RevisedReview> {
  const current = currentRevision(review);
  const undone = stateOf(review, current.number);
  const target = undone > 1 ? stateOf(review, undone - 1) : null;
  if (target === null) {
    throw new UserError({
      code: "bad-input",
      message: `There is nothing to undo: ${review.shortId} is as it was first described.`,
      nextStep: "Say what to change instead.",
    });
  }
  const restored = revisionNumbered(review, target);
  const revision: Revision = {
    ...restored,
    number: current.number + 1,
    author,
    at: context.clock.now(),
    said: "undo",
    changes: [],
    restores: target,
  };
  await context.records.reviews.addRevision(review.key, review.id, revisionRow(revision));
  const [before, after] = [assessRevision(context, current), assessRevision(context, revision)];
  return {
    review: { ...review, revisions: [...review.revisions, revision] },
    before,
    after,
    changes: [],
    rescaled: [],
    changed: true,
    catalogMoved: movedCatalog(before, after),
  };
}

/** The revision whose content this one shows: its own number, or that of the one it restores. */
function stateOf(review: Review, number: number): number {
  return revisionNumbered(review, number).restores ?? number;
}
