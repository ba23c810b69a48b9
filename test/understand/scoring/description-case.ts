import { z } from "zod";

const value = z.union([z.number(), z.string(), z.boolean(), z.null()]);

/** One example description with the values it should give; see docs of the fields beside each. */
export const descriptionCaseSchema = z.object({
  id: z.string(),
  style: z.string(),
  topic: z.string().optional(),
  tags: z.array(z.string()).default([]),
  text: z.string(),
  /** Number of steps; null where several shapes are right. */
  stepCount: z.number().nullable(),
  /** Stated or strictly implied values. */
  expected: z.record(z.string(), value).default({}),
  /** Relative, by path or derived name; absent is 0.02. */
  tolerance: z.record(z.string(), z.number()).default({}),
  /** Any one of these. */
  accept: z.record(z.string(), z.array(value)).default({}),
  /** Lowest and highest for a hint such as "pure CPU". */
  bounds: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
  /** Combinations that must hold whatever the shape. */
  derived: z.record(z.string(), z.number()).default({}),
  /** Fixed only through derived, or a fair inference either way. */
  free: z.array(z.string()).default([]),
  /** Must be assumed, or asked for. */
  assumed: z.array(z.string()).default([]),
  note: z.string().optional(),
});
export type DescriptionCase = z.infer<typeof descriptionCaseSchema>;

/** What the understand command prints, as far as scoring reads it. */
export const understoodSchema = z.object({
  kind: z.string().optional(),
  workload: z.record(z.string(), z.unknown()).optional(),
  origins: z.record(z.string(), z.object({ origin: z.string(), evidence: z.string().optional() })).optional(),
  message: z.string().optional(),
});
export type Understood = z.infer<typeof understoodSchema>;
