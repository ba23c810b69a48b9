import { z } from "zod";
import { everyDay, type Timing } from "./timing.ts";

/** When a digest is worth posting. */
export type PostRule =
  | { kind: "always" }
  | { kind: "flips" }
  /** A change of either size counts, up or down; null: not set. */
  | { kind: "moved"; share: number | null; usd: number | null };

/** What a channel set: when its digest comes, and when it is worth posting. */
export interface Schedule {
  timing: Timing;
  rule: PostRule;
}

/** A tenth, or $500 a month: what people who watch bills for a living advise (docs/digest.md). */
export const defaultRule: PostRule = { kind: "moved", share: 0.1, usd: 500 };

const weekday = z.literal([...everyDay]);

const timingSchema = z.object({
  days: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("weekly"),
      days: z.array(weekday),
      everyWeeks: z.number().int().positive(),
      anchor: z.string(),
    }),
    z.object({
      kind: z.literal("monthly"),
      on: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("day"), day: z.number().int().min(1).max(31) }),
        z.object({ kind: z.literal("last-day") }),
        z.object({
          kind: z.literal("weekday"),
          nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
          weekday,
        }),
      ]),
      everyMonths: z.union([z.literal(1), z.literal(3)]),
    }),
  ]),
  hour: z.number().int().min(0).max(23),
  minute: z.number().int().min(0).max(59),
  zone: z.string(),
});

export const scheduleSchema = z.object({
  timing: timingSchema,
  rule: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("always") }),
    z.object({ kind: z.literal("flips") }),
    z.object({ kind: z.literal("moved"), share: z.number().nullable(), usd: z.number().nullable() }),
  ]),
});

/** A schedule as it is stored, checked. */
export function readSchedule(body: unknown): Schedule {
  return scheduleSchema.parse(body);
}
