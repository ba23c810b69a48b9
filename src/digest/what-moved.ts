import { UserError } from "#src/errors.ts";
import type { Assessment } from "#src/model/assessment.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { currentRevision } from "#src/reviews/current.ts";
import type { Review } from "#src/reviews/review.ts";
import type { CauseShare, FiredTrigger, LimitAhead, MovedReview, Prediction, ReviewState } from "./content.ts";
import { decidedAtOf, type Mark, withHistory } from "./mark.ts";
import { newestPrediction } from "./prediction.ts";
import { assessAt, designOf, type LookContext, limitAhead, stateOf } from "./review-state.ts";
import type { PostRule } from "./schedule.ts";
import { splitCauses } from "./split-causes.ts";
import { holds } from "./triggers.ts";

/** One review, looked at. */
export interface Look {
  review: Review;
  name: string;
  after: ReviewState;
  moved: MovedReview | null;
  limit: LimitAhead | null;
  /** Triggers that came true since the last look. */
  fired: readonly FiredTrigger[];
  /** Day of a decision to look at again that has come, ISO; `isNew`: told for the first time. */
  due: { date: string; isNew: boolean } | null;
  /** What to keep once the channel was told, or was not because nothing moved. */
  mark(told: boolean): Mark;
}

/** A move below a dollar is never worth a message, whatever its share. */
const LEAST_USD = 1;

/** What a review did since the channel was last told. Null: the model can't assess it any more. */
export function lookAt(
  context: LookContext,
  review: Review,
  before: Mark | null,
  rule: PostRule,
  catalogOf: (dates: { pricesAsOf: string; quotasAsOf: string }) => Catalog,
): Look | null {
  const now = context.clock.now();
  const revision = currentRevision(review);
  const { pricesAsOf, quotasAsOf } = context.catalog;
  const assessment = assessedOrNull(() => assessAt(context, review, revision, now, { pricesAsOf, quotasAsOf }));
  if (assessment === null) return null;
  const mark = before ?? firstMark(context, review);
  const after = stateOf(assessment, designOf(review.decision, assessment));
  const name = nameOf(review);
  const { fired, keys } = firedTriggers(context, review, assessment, mark, catalogOf);
  const prediction = newestPrediction(context, review, mark.actual);
  const due = dueOf(review, now, mark);
  const moves =
    mark.state.verdict !== after.verdict ||
    fired.length > 0 ||
    (rule.kind !== "flips" && (isLarge(mark.state.usd, after.usd, rule) || isOff(prediction.fresh, rule)));
  const split = moves ? splitOf(context, review, mark, assessment, now) : [];
  const historyUsd = withHistory(mark.historyUsd, after.usd);
  const moved: MovedReview | null = moves
    ? {
        shortId: review.shortId,
        name,
        unitOfWork: revision.workload.unitOfWork,
        before: mark.state,
        after,
        causes: split.filter((share) => counts(share, mark.state.usd)).map(({ cause }) => cause),
        split,
        fired,
        actual: prediction.fresh,
        historyUsd,
      }
    : null;
  return {
    review,
    name,
    after,
    moved,
    limit: limitAhead(review, name, assessment, designOf(review.decision, assessment)),
    fired,
    due,
    mark: (told) => ({
      ...(told && moved !== null ? markOf(context, review, after, assessment) : unmoved(mark)),
      toldAt: told ? now.toISOString() : mark.toldAt,
      historyUsd,
      fired: told ? [...mark.fired, ...keys] : mark.fired,
      actual: told && moved !== null ? prediction.key : mark.actual,
    }),
  };
}

function assessedOrNull(work: () => Assessment): Assessment | null {
  try {
    return work();
  } catch (error) {
    // What was fine when it was written may not be any more (a region that left the catalog).
    if (error instanceof UserError) return null;
    throw error;
  }
}

type Told = Pick<Mark, "state" | "revision" | "catalog" | "decidedAt" | "design">;

function unmoved({ state, revision, catalog, decidedAt, design }: Mark): Told {
  return { state, revision, catalog, decidedAt, design };
}

function markOf(context: LookContext, review: Review, state: ReviewState, assessment: Assessment): Told {
  const { pricesAsOf, quotasAsOf } = context.catalog;
  return {
    state,
    revision: currentRevision(review).number,
    catalog: { pricesAsOf, quotasAsOf },
    decidedAt: decidedAtOf(review),
    design: designOf(review.decision, assessment),
  };
}

/** Before the first digest, the channel knows what the card said when its newest revision was made. */
function firstMark(context: LookContext, review: Review): Mark {
  const revision = currentRevision(review);
  const assessment = assessAt(context, review, revision, revision.at, revision.catalog);
  const design = designOf(review.decision, assessment);
  return {
    state: stateOf(assessment, design),
    revision: revision.number,
    catalog: revision.catalog,
    decidedAt: decidedAtOf(review),
    design,
    toldAt: null,
    historyUsd: [],
    fired: [],
    actual: null,
  };
}

/** The name people gave it, else the beginning of what they said. */
export function nameOf(review: Review): string {
  const { workload } = currentRevision(review);
  return workload.name === "" ? firstWords(review.revisions[0]?.said ?? "") : workload.name;
}

const LONGEST_NAME = 40;

/** The beginning of what was asked, to the last whole word. */
function firstWords(said: string): string {
  if (said.length <= LONGEST_NAME) return said;
  return `${said.slice(0, LONGEST_NAME).replace(/[\s,;:.]+\S*$/, "")}…`;
}

/** Whether a change is large enough to tell, up or down. */
export function isLarge(before: number | null, after: number | null, rule: PostRule): boolean {
  if (before === null || after === null) return before !== after;
  const { share, usd } = rule.kind === "moved" ? rule : { share: 0.1, usd: 500 };
  const change = Math.abs(after - before);
  if (change < LEAST_USD) return false;
  return (share !== null && change >= share * before) || (usd !== null && change >= usd);
}

function isOff(prediction: Prediction | null, rule: PostRule): boolean {
  return prediction !== null && isLarge(prediction.predictedUsd, prediction.billedUsd, rule);
}

/** A cause is named when it did a hundredth of the cost, or changed the verdict. */
function counts({ usd, flipped }: CauseShare, before: number | null): boolean {
  return flipped || Math.abs(usd) >= Math.max(0.01, 0.01 * (before ?? 0));
}

function splitOf(
  context: LookContext,
  review: Review,
  mark: Mark,
  assessment: Assessment,
  at: Date,
): readonly CauseShare[] {
  const now = currentRevision(review);
  const then = review.revisions.find(({ number }) => number === mark.revision) ?? now;
  return splitCauses({ context, review, mark, then, now, at, assessment });
}

function keyOf(review: Review, position: number): string {
  return `${decidedAtOf(review) ?? ""}|${position}`;
}

/** Triggers of the decision in force that hold now, did not when it was taken, and were not told. */
function firedTriggers(
  context: LookContext,
  review: Review,
  assessment: Assessment,
  mark: Mark,
  catalogOf: (dates: { pricesAsOf: string; quotasAsOf: string }) => Catalog,
): { fired: FiredTrigger[]; keys: string[] } {
  const { decision } = review;
  if (decision === null) return { fired: [], keys: [] };
  const decidedOn = review.revisions.find(({ number }) => number === decision.revision) ?? currentRevision(review);
  const decidedCatalog = catalogOf(decidedOn.catalog);
  const design = designOf(decision, assessment);
  const today = { assessment, design, now: context.clock.now(), catalog: context.catalog, decidedCatalog };
  const candidates = decision.triggers
    .map((trigger, position) => ({ trigger, key: keyOf(review, position) }))
    .filter(({ trigger, key }) => !mark.fired.includes(key) && holds(trigger, today));
  if (candidates.length === 0) return { fired: [], keys: [] };
  const then = assessAt(context, review, decidedOn, decidedOn.at, decidedOn.catalog);
  const atDecision = { ...today, assessment: then, now: decision.at, catalog: decidedCatalog };
  const came = candidates.filter(({ trigger }) => !holds(trigger, atDecision));
  return {
    fired: came
      .filter(({ trigger }) => trigger.kind !== "date")
      .map(({ trigger }) => ({ trigger, setBy: decision.by })),
    keys: came.map(({ key }) => key),
  };
}

/** A day that had come when the decision was taken is nobody's to wait for. */
function dueOf({ decision, ...review }: Review, now: Date, mark: Mark): Look["due"] {
  if (decision === null) return null;
  const position = decision.triggers.findIndex(
    ({ kind, value }) => kind === "date" && now.getTime() >= value && decision.at.getTime() < value,
  );
  const trigger = decision.triggers[position];
  if (trigger === undefined) return null;
  const date = new Date(trigger.value).toISOString().slice(0, 10);
  return { date, isNew: !mark.fired.includes(keyOf({ decision, ...review }, position)) };
}
