import type { Assessment } from "#src/model/assessment.ts";
import type { RevisionFigures } from "./review.ts";

/** The figures of an assessment that are kept with its revision. */
export function figuresOf({ estimates, recommendation }: Assessment): RevisionFigures {
  const priced = estimates.filter(({ feasible, missing }) => feasible && missing.length === 0);
  const preferred = estimates.find(({ architecture }) => architecture === recommendation.preferred);
  const limits = (preferred?.limits ?? []).flatMap(({ quota, headroom, counts }) =>
    counts && headroom !== null ? [{ quota, headroom }] : [],
  );
  const [firstLimit] = limits.toSorted((a, b) => a.headroom - b.headroom);
  return {
    verdict: recommendation.verdict,
    preferred: recommendation.preferred,
    preferredUsd: priced.find((estimate) => estimate === preferred)?.monthlyUsd.point ?? null,
    monthlyUsd: Object.fromEntries(priced.map(({ architecture, monthlyUsd }) => [architecture, monthlyUsd.point])),
    firstLimit: firstLimit ?? null,
    confidence: recommendation.confidence,
  };
}
