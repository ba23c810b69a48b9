import { isDeepStrictEqual } from "node:util";
import type { Assessment } from "#src/model/assessment.ts";
import { channelSettings, withSettings } from "./channel-settings.ts";
import type { Described, ReviewContext } from "./context.ts";
import { assessRevision, currentRevision } from "./current.ts";
import { figuresOf } from "./figures.ts";
import type { Review, Revision } from "./review.ts";
import { revisionRow } from "./stored-review.ts";

/** What became of a question to a language model. */
export interface ModelReading {
  /** Parser and model together; null when the model added nothing. */
  described: Extract<Described, { kind: "workload" }> | null;
  /** False: it gave no answer, and the card says so. */
  answered: boolean;
  /** One sentence on who read the words. */
  note: string;
}

export interface Reread {
  review: Review;
  before: Assessment;
  /** Null: the figures are as they were. */
  after: Assessment | null;
}

/**
 * Brings a review in line with what a language model read in the words it began with: a revision of its own, so that
 * undo takes it back. Where somebody changed the review meanwhile, their change stands and the reading is dropped.
 *
 * @param revision the revision the question was asked about
 */
export async function applyReading(
  context: ReviewContext,
  review: Review,
  revision: number,
  reading: ModelReading,
): Promise<Reread> {
  const current = currentRevision(review);
  const before = assessRevision(context, current);
  const next =
    reading.described === null || current.number !== revision
      ? null
      : await nextRevision(context, review, reading.described, reading.note);
  const settled = await settlePending(context, review, reading.answered ? null : "failed");
  if (next === null) return { review: settled, before, after: null };
  await context.records.reviews.addRevision(review.key, review.id, revisionRow(next.revision));
  return {
    review: { ...settled, revisions: [...settled.revisions, next.revision] },
    before,
    after: next.assessment,
  };
}

async function nextRevision(
  context: ReviewContext,
  review: Review,
  described: Extract<Described, { kind: "workload" }>,
  note: string,
): Promise<{ revision: Revision; assessment: Assessment } | null> {
  const current = currentRevision(review);
  const { outOfScope, notes } = described;
  const { pricesAsOf, quotasAsOf } = context.catalog;
  const scope = outOfScope === undefined ? {} : { outOfScope };
  const complete = withSettings(described.workload, described.origins, await channelSettings(context, review.key));
  const assessment = context.assess({ ...complete, ...scope }, { pricesAsOf, quotasAsOf });
  const { workload, origins } = assessment;
  if (isDeepStrictEqual([workload, origins], [current.workload, current.origins])) return null;
  const revision: Revision = {
    number: current.number + 1,
    author: current.author,
    at: context.clock.now(),
    said: current.said,
    changes: [],
    workload,
    origins,
    notes: [...notes, note],
    catalog: { pricesAsOf, quotasAsOf },
    figures: figuresOf(assessment),
    ...scope,
    llm: "used",
  };
  return { revision, assessment };
}

/** Nothing waits for the model any more. */
async function settlePending(context: ReviewContext, review: Review, llm: "failed" | null): Promise<Review> {
  const revisions: Revision[] = [];
  for (const revision of review.revisions) {
    if (revision.llm !== "pending") {
      revisions.push(revision);
      continue;
    }
    const { llm: _, ...rest } = revision;
    const settled: Revision = { ...rest, ...(llm === null ? {} : { llm }) };
    await context.records.reviews.rewriteRevision(review.key, review.id, revision.number, revisionRow(settled).body);
    revisions.push(settled);
  }
  return { ...review, revisions };
}
