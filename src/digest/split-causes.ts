import type { Assessment, Verdict } from "#src/model/assessment.ts";
import type { Decision, Review, Revision } from "#src/reviews/review.ts";
import type { Cause, CauseShare } from "./content.ts";
import type { Mark } from "./mark.ts";
import { largestPriceMove } from "./price-move.ts";
import { assessAt, designOf, type LookContext, usdOf } from "./review-state.ts";

export interface SplitInput {
  context: LookContext;
  review: Review;
  mark: Mark;
  /** Revision the mark was made on, and the one in force. */
  then: Revision;
  now: Revision;
  at: Date;
  /** What is so today. */
  assessment: Assessment;
}

/**
 * What each cause did to the cost, one after the other: growth of what was told, then new prices, then new quotas,
 * then the corrections people made, then a decision for another design. The shares add up to the whole change.
 * Steps that changed nothing are not worked out.
 */
export function splitCauses({ context, review, mark, then, now, at, assessment }: SplitInput): CauseShare[] {
  const catalog = { pricesAsOf: context.catalog.pricesAsOf, quotasAsOf: context.catalog.quotasAsOf };
  const newPrices = catalog.pricesAsOf !== mark.catalog.pricesAsOf;
  const newQuotas = catalog.quotasAsOf !== mark.catalog.quotasAsOf;
  const corrected = then.number !== now.number;
  const follow = followed(review, mark);
  const shares: CauseShare[] = [];
  let usd = mark.state.usd;
  let verdict = mark.state.verdict;
  const step = (cause: Cause, next: { usd: number | null; verdict: Verdict }): void => {
    shares.push({ cause, usd: (next.usd ?? 0) - (usd ?? 0), flipped: next.verdict !== verdict });
    usd = next.usd;
    verdict = next.verdict;
  };
  const run = (cause: Cause, revision: Revision, dates: typeof catalog): Assessment => {
    const isToday =
      revision === now && dates.pricesAsOf === catalog.pricesAsOf && dates.quotasAsOf === catalog.quotasAsOf;
    const result = isToday ? assessment : assessAt(context, review, revision, at, dates);
    step(cause, { usd: usdOf(result, follow(result)), verdict: result.recommendation.verdict });
    return result;
  };
  const grown = run("growth", then, mark.catalog);
  if (newPrices) {
    const repriced = run("price", then, { ...mark.catalog, pricesAsOf: catalog.pricesAsOf });
    // Of the design followed before: after a flip the other one has other lines.
    const design = follow(grown);
    const price = largestPriceMove({ assessment: grown, design }, { assessment: repriced, design });
    const share = shares.pop();
    if (share !== undefined) shares.push(price === null ? share : { ...share, price });
  }
  if (newQuotas) run("quota", then, catalog);
  if (corrected) run("correction", now, catalog);
  const today = designOf(review.decision, assessment);
  if (today !== follow(assessment)) {
    step("decision", { usd: usdOf(assessment, today), verdict: assessment.recommendation.verdict });
  }
  return shares;
}

/** The design that was followed when the mark was made: the one decided on then, else whichever is preferred. */
function followed(review: Review, mark: Mark): (assessment: Assessment) => Mark["design"] {
  const sameDecision = mark.decidedAt !== null && mark.decidedAt === review.decision?.at.toISOString();
  const decision: Decision | null = sameDecision ? review.decision : null;
  if (mark.decidedAt !== null && decision === null) return () => mark.design;
  return (assessment) => designOf(decision, assessment);
}
