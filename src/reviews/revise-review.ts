import { isDeepStrictEqual } from "node:util";
import type { Assessment } from "#src/model/assessment.ts";
import { completeAnew } from "#src/model/assumed-anew.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { applyChanges, type Change, type ChangeSource } from "#src/model/change.ts";
import { type RescaledDuration, rescaleDurationForMemory } from "#src/model/rescale-duration.ts";
import type { Origins, UnderstoodWorkload } from "#src/model/workload.ts";
import { quotaRow } from "./catalog-quota.ts";
import type { ReviewContext } from "./context.ts";
import { assessRevision, currentRevision } from "./current.ts";
import { figuresOf } from "./figures.ts";
import type { Author, Review, Revision } from "./review.ts";
import { revisionRow } from "./stored-review.ts";

export interface ReviseRequest {
  changes: readonly Change[];
  /** True where it mends a wrong reading or an assumption; false for a what-if. */
  corrected: boolean;
  author: Author;
  /** The words that led to it, redacted. */
  said: string;
  notes: readonly string[];
  /** Low and high of a corrected value that was given as a range, by path. */
  ranges?: Origins;
}

export interface RevisedReview {
  review: Review;
  before: Assessment;
  after: Assessment;
  changes: readonly Change[];
  rescaled: readonly RescaledDuration[];
  /** False: the workload was already so, and no revision was made. */
  changed: boolean;
  /** Set when the two sides use different catalogs: part of the difference may be prices. */
  catalogMoved: { from: string; to: string } | null;
}

/**
 * Applies edits to the current revision and keeps the result as the next one, by its author. Where only the memory of
 * a step changed, its duration follows the CPU that memory buys.
 *
 * @throws UserError when an edit cannot be applied or the result cannot be assessed; nothing is kept then
 */
export async function reviseReview(
  context: ReviewContext,
  review: Review,
  request: ReviseRequest,
): Promise<RevisedReview> {
  const current = currentRevision(review);
  const source: ChangeSource = {
    origin: request.corrected ? "corrected" : "stated",
    by: request.author.name,
    evidence: request.said,
  };
  const changed = applyChanges(current.workload, current.origins, request.changes, source);
  const origins = { ...changed.origins, ...withRanges(changed.origins, request.ranges ?? {}) };
  const complete = completeAnew(current, { workload: changed.workload, origins }, context.catalog);
  const { workload, rescaled } = rescaleDurationForMemory(
    current.workload,
    complete.workload,
    request.changes,
    cpuPerMemory(context.catalog),
  );
  return keepRevision(context, review, { workload, origins: complete.origins }, request, rescaled);
}

async function keepRevision(
  context: ReviewContext,
  review: Review,
  next: UnderstoodWorkload,
  request: ReviseRequest,
  rescaled: readonly RescaledDuration[],
): Promise<RevisedReview> {
  const current = currentRevision(review);
  const before = assessRevision(context, current);
  const same = isDeepStrictEqual([next.workload, next.origins], [current.workload, current.origins]);
  if (same) {
    return { review, before, after: before, changes: [], rescaled, changed: false, catalogMoved: null };
  }
  const { pricesAsOf, quotasAsOf } = context.catalog;
  const scope = current.outOfScope === undefined ? {} : { outOfScope: current.outOfScope };
  const after = context.assess({ ...next, ...scope }, { pricesAsOf, quotasAsOf });
  const revision: Revision = {
    number: current.number + 1,
    author: request.author,
    at: context.clock.now(),
    said: request.said,
    changes: request.changes,
    workload: after.workload,
    origins: after.origins,
    notes: request.notes,
    catalog: { pricesAsOf, quotasAsOf },
    figures: figuresOf(after),
    ...scope,
    ...(current.llm === undefined ? {} : { llm: current.llm }),
  };
  await context.records.reviews.addRevision(review.key, review.id, revisionRow(revision));
  return {
    review: { ...review, revisions: [...review.revisions, revision] },
    before,
    after,
    changes: request.changes,
    rescaled,
    changed: true,
    catalogMoved: movedCatalog(before, after),
  };
}

/** A corrected value that was given as a range keeps its ends. */
function withRanges(origins: Origins, ranges: Origins): Origins {
  return Object.fromEntries(
    Object.entries(ranges).flatMap(([path, range]) => {
      const origin = origins[path];
      return origin === undefined ? [] : [[path, { ...origin, ...range, origin: origin.origin }]];
    }),
  );
}

export function movedCatalog(before: Assessment, after: Assessment): { from: string; to: string } | null {
  const [from, to] = [before.catalog.pricesAsOf, after.catalog.pricesAsOf];
  return from === to ? null : { from, to };
}

function cpuPerMemory(catalog: Catalog): { memoryPerVcpuMb: number; maxVcpu: number } {
  return {
    memoryPerVcpuMb: quotaRow(catalog, "lambda.memoryPerVcpu"),
    maxVcpu: quotaRow(catalog, "lambda.vcpu.max"),
  };
}
