import { loadCatalog } from "#src/catalog/load.ts";
import { type Composed, composeDigest, type DigestContext } from "#src/digest/compose.ts";
import type { PostRule } from "#src/digest/schedule.ts";
import { assess } from "#src/model/assess.ts";
import type { RevisitTrigger } from "#src/model/assessment.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { figuresOf } from "#src/reviews/figures.ts";
import type { Decision, Revision } from "#src/reviews/review.ts";
import { decisionRow, revisionRow } from "#src/reviews/stored-review.ts";
import type { MarkRow } from "#src/storage/digest-port.ts";
import type { ReviewRow } from "#src/storage/port.ts";

const lin = { id: "U2", name: "lin" };
const key = { platform: "slack", tenant: "T", channel: "C" };
const today = loadCatalog();
const moved: PostRule = { kind: "moved", share: 0.1, usd: 500 };

/** The catalog with every price of a dimension multiplied, as of another date. */
export function withPrice(base: Catalog, priceId: string, factor: number, pricesAsOf: string): Catalog {
  const prices = new Map(base.prices);
  const rows = new Map(prices.get(priceId));
  for (const [region, row] of rows) {
    const tiers = row.tiers.map((tier) => ({ ...tier, unitPriceUsd: tier.unitPriceUsd * factor }));
    rows.set(region, { ...row, tiers });
  }
  prices.set(priceId, rows);
  return { ...base, prices, pricesAsOf };
}

export function revision(number: number, at: string, workload: object, catalog: Catalog = today): Revision {
  const given = { name: "thumbs", ratePerSecond: 50, steps: [{ durationMs: 200, memoryMb: 512 }], ...workload };
  const assessment = assess({ workload: given }, catalog);
  const { pricesAsOf, quotasAsOf } = catalog;
  return {
    number,
    author: lin,
    at: new Date(at),
    said: "thumbs",
    changes: [],
    workload: assessment.workload,
    origins: assessment.origins,
    notes: [],
    catalog: { pricesAsOf, quotasAsOf },
    figures: figuresOf(assessment),
  };
}

export function reviewRow(revisions: readonly Revision[], decision: Decision | null = null): ReviewRow {
  const [first] = revisions;
  if (first === undefined) throw new Error("no revision");
  return {
    id: "r1",
    shortId: "7K2Q",
    key,
    thread: "171.1",
    cardMessage: null,
    cardChannel: null,
    createdBy: lin,
    createdAt: first.at,
    revisions: revisions.map(revisionRow),
    decisions: decision === null ? [] : [{ ...decisionRow(decision, 1), reopened: false, dissent: [] }],
    actuals: [],
  };
}

export function decided(
  at: string,
  triggers: readonly RevisitTrigger[],
  choice: Decision["choice"] = "serverless",
): Decision {
  return { choice, choiceText: choice, reason: "", dissent: [], by: lin, at: new Date(at), revision: 1, triggers };
}

interface DigestChannel {
  context: DigestContext;
  rows: ReviewRow[];
  look(at: string, rule?: PostRule): Promise<Composed>;
  /** Looks, and keeps what was told. */
  tell(at: string, rule?: PostRule): Promise<Composed>;
}

/** A channel kept in memory, looked at on any day with any catalog. */
export function digestChannel(catalogs: readonly Catalog[] = [today]): DigestChannel {
  const rows: ReviewRow[] = [];
  const marks = new Map<string, MarkRow>();
  let now = new Date("2026-11-24T12:00:00Z");
  const newest = catalogs.at(-1) ?? today;
  const catalogOf = ({ pricesAsOf }: { pricesAsOf: string }): Catalog =>
    catalogs.find((catalog) => catalog.pricesAsOf === pricesAsOf) ?? newest;
  const context: DigestContext = {
    // Only what a digest reads: the store's own suite proves the rest.
    records: {
      reviews: { list: async () => rows.toReversed() },
      digests: { marks: async () => [...marks.values()] },
    },
    catalog: newest,
    assess: (input, dates) => assess(input, catalogOf(dates)),
    clock: { now: () => now },
    catalogOf,
  };
  const look = (at: string, rule: PostRule = moved): Promise<Composed> => {
    now = new Date(at);
    return composeDigest(context, key, rule);
  };
  return {
    context,
    rows,
    look,
    tell: async (at, rule) => {
      const composed = await look(at, rule);
      for (const { reviewId, version, body } of composed.marks(composed.worthPosting)) {
        marks.set(reviewId, { reviewId, version: version + 1, body: JSON.parse(JSON.stringify(body)) });
      }
      return composed;
    },
  };
}
