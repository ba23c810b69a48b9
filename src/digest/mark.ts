import { z } from "zod";
import { architectureNames } from "#src/model/architecture-name.ts";
import type { Review } from "#src/reviews/review.ts";
import type { Design, ReviewState } from "./content.ts";

/** What a channel was last told of a review, and what it is compared with next time. */
export interface Mark {
  /** As last told; a change too small to tell adds up until it is told. */
  state: ReviewState;
  /** Revision, catalog and decision behind that state. */
  revision: number;
  catalog: { pricesAsOf: string; quotasAsOf: string };
  decidedAt: string | null;
  design: Design;
  /** When the channel was last sent a digest, ISO; null: never since this review is watched. */
  toldAt: string | null;
  /** Costs at the latest digests, oldest first. */
  historyUsd: readonly number[];
  /** Triggers told, each `decision time|position`. */
  fired: readonly string[];
  /** The bill told last, `month amount`. */
  actual: string | null;
}

const stateSchema = z.object({
  verdict: z.enum(["serverless", "monolith", "hybrid", "too-close-to-call", "out-of-scope"]),
  usd: z.number().nullable(),
  ratePerSecond: z.number(),
  confidence: z.number(),
  serverlessUsd: z.number().nullable(),
  monolithUsd: z.number().nullable(),
});

const markSchema = z.object({
  state: stateSchema,
  revision: z.number().int(),
  catalog: z.object({ pricesAsOf: z.string(), quotasAsOf: z.string() }),
  decidedAt: z.string().nullable(),
  design: z.enum(architectureNames).nullable(),
  toldAt: z.string().nullable(),
  historyUsd: z.array(z.number()),
  fired: z.array(z.string()),
  actual: z.string().nullable(),
});

/** A mark as it is stored, checked. */
export function readMark(body: unknown): Mark {
  return markSchema.parse(body);
}

/** Costs kept for the sparkline. */
const HISTORY_KEPT = 12;

/** One more cost; a digest without a total adds none. */
export function withHistory(history: readonly number[], usd: number | null): number[] {
  return (usd === null ? [...history] : [...history, usd]).slice(-HISTORY_KEPT);
}

/** Identifies the decision in force. */
export function decidedAtOf({ decision }: Review): string | null {
  return decision === null ? null : decision.at.toISOString();
}
