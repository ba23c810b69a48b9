import type { Where } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { reviewForm } from "#src/reply/views/forms.ts";
import { type HomeReview, homeReply } from "#src/reply/views/home.ts";
import { currentRevision } from "#src/reviews/current.ts";
import type { Review } from "#src/reviews/review.ts";
import { readReview } from "#src/reviews/stored-review.ts";
import type { ServiceParts } from "./parts.ts";

const SHOWN = 20;

/** The home page of one person: the reviews of this tenant they took part in, and nobody else's. */
export async function homeOf(parts: ServiceParts, where: Where, actorId: string): Promise<Reply> {
  const { store, catalog, clock, model } = parts;
  const rows = await store.reviews.takenPartIn(where.platform, where.tenant, actorId, SHOWN);
  const now = clock.now();
  return homeReply({
    reviews: rows.map((row) => homeReview(readReview(row, catalog), now)),
    reviewForm: reviewForm(catalog.regions),
    pricesAsOf: catalog.pricesAsOf,
    llm: model === null ? "none" : "connected",
  });
}

function homeReview(review: Review, now: Date): HomeReview {
  const { workload, figures } = currentRevision(review);
  const [first] = review.revisions;
  const lookAgainOn = review.decision?.triggers.find(({ kind }) => kind === "date");
  return {
    shortId: review.shortId,
    name: workload.name === "" ? (first?.said ?? "") : workload.name,
    place: review.key.channel,
    verdict: figures.verdict,
    wasVerdict: first === undefined || first.figures.verdict === figures.verdict ? null : first.figures.verdict,
    usd: figures.preferredUsd,
    confidence: figures.confidence,
    decided: review.decision?.choiceText ?? null,
    note: lookAgainOn === undefined ? "" : `look again ${lookAgainOn.path}`,
    lookAgain: lookAgainOn !== undefined && lookAgainOn.value <= now.getTime(),
  };
}
