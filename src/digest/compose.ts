import { setImmediate } from "node:timers/promises";
import type { Catalog } from "#src/model/catalog.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { listReviews } from "#src/reviews/find-review.ts";
import type { ChannelKey, Review } from "#src/reviews/review.ts";
import type { DigestContent, ThreadNotice } from "./content.ts";
import { type Mark, readMark } from "./mark.ts";
import { type LookContext, nearestFirst } from "./review-state.ts";
import type { PostRule } from "./schedule.ts";
import { type Look, lookAt, nameOf } from "./what-moved.ts";

/** What a digest is worked out with. */
export interface DigestContext extends LookContext {
  records: {
    reviews: Pick<ReviewContext["records"]["reviews"], "list">;
    digests: Pick<ReviewContext["records"]["digests"], "marks">;
  };
  /** The catalog of earlier dates, for prices and quotas that changed. */
  catalogOf(dates: { pricesAsOf: string; quotasAsOf: string }): Catalog;
}

export interface Composed {
  content: DigestContent;
  /** One a review whose trigger came true. */
  notices: readonly ThreadNotice[];
  /** Whether the rule wants it posted. */
  worthPosting: boolean;
  /** What to keep: with `told` when it is posted. Versions are those read. */
  marks(told: boolean): readonly { reviewId: string; version: number; body: Mark }[];
}

/**
 * Looks at every review of a channel: what moved since the channel was last told, and why. Nothing is changed.
 * Between two reviews others get their turn, since each takes the processor for a moment.
 */
export async function composeDigest(context: DigestContext, key: ChannelKey, rule: PostRule): Promise<Composed> {
  const reviews = (await listReviews(context, key)).toReversed();
  const stored = new Map((await context.records.digests.marks(key)).map((row) => [row.reviewId, row]));
  const looks: Look[] = [];
  const unassessed: Review[] = [];
  for (const review of reviews) {
    const row = stored.get(review.id);
    const look = lookAt(context, review, row === undefined ? null : readMark(row.body), rule, context.catalogOf);
    if (look === null) unassessed.push(review);
    else looks.push(look);
    await setImmediate();
  }
  const toldAt = [...stored.values()].map(({ body }) => readMark(body).toldAt).filter((at) => at !== null);
  const moved = looks.filter((look) => look.moved !== null).toSorted((a, b) => weight(b) - weight(a));
  const newlyDue = looks.some(({ due }) => due?.isNew === true);
  const hasNews = moved.length > 0 || newlyDue;
  const totals = looks.map(({ after }) => after.usd).filter((usd) => usd !== null);
  return {
    content: {
      watched: reviews.length,
      moved: moved.flatMap((look) => (look.moved === null ? [] : [look.moved])),
      quiet: looks
        .filter((look) => look.moved === null)
        .map(({ review, name, after }) => ({ shortId: review.shortId, name, usd: after.usd })),
      unassessed: unassessed.map((review) => ({ shortId: review.shortId, name: nameOf(review) })),
      limits: looks.flatMap(({ limit }) => (limit === null ? [] : [limit])).toSorted(nearestFirst),
      // A day that has passed is told again only in a digest that is posted for something else.
      due: hasNews
        ? looks.flatMap(({ review, name, due }) =>
            due === null ? [] : [{ shortId: review.shortId, name, date: due.date }],
          )
        : [],
      totalUsd: totals.length === 0 ? null : totals.reduce((sum, usd) => sum + usd, 0),
      since: toldAt.length === 0 ? null : (toldAt.toSorted().at(-1)?.slice(0, 10) ?? null),
      today: context.clock.now().toISOString().slice(0, 10),
    },
    notices: looks
      .filter(({ fired }) => fired.length > 0)
      .map(({ review, name, fired }) => ({
        reviewId: review.id,
        shortId: review.shortId,
        name,
        thread: review.thread,
        fired,
      })),
    worthPosting: rule.kind === "always" || hasNews,
    marks: (told) =>
      looks.map((look) => ({
        reviewId: look.review.id,
        version: stored.get(look.review.id)?.version ?? 0,
        body: look.mark(told),
      })),
  };
}

/** Verdicts that changed come first, then the larger move. */
function weight({ moved, review }: Look): number {
  if (moved === null) return 0;
  const change = Math.abs((moved.after.usd ?? 0) - (moved.before.usd ?? 0));
  const flips = moved.before.verdict !== moved.after.verdict || moved.fired.length > 0;
  return (flips ? 1e15 : 0) + change + currentRevision(review).number * 1e-9;
}
