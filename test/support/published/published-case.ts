import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const value = z.union([z.number(), z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]);

const caseSchema = z.object({
  id: z.string(),
  title: z.string(),
  service: z.string(),
  region: z.string(),
  free_tier_included: z.boolean(),
  inputs: z.record(z.string(), value),
  expected: z.object({
    line_items: z.array(z.object({ name: z.string(), usd: z.number() })),
    total_usd: z.number(),
  }),
  scored: z.boolean(),
  corrected_total_usd: z.number().optional(),
  judge_against: z.literal("corrected_total_usd").optional(),
});
export type PublishedCase = z.infer<typeof caseSchema>;

/** Worked examples that AWS and Infracost publish: what was billed for which use. */
export const publishedCases: readonly PublishedCase[] = z
  .object({ cases: z.array(caseSchema) })
  .parse(
    JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "published-prices.json"), "utf8")),
  ).cases;

/** The figure a case is held against: its own total, or the corrected one where the source made a mistake. */
export function expectedTotal(example: PublishedCase): number {
  if (example.judge_against === undefined) return example.expected.total_usd;
  return example.corrected_total_usd ?? Number.NaN;
}

/** The larger of 0.5 % and one cent for every two printed lines, at least one cent. */
export function toleranceOf(example: PublishedCase): number {
  const printed = example.expected.line_items.length;
  return Math.max(0.005 * expectedTotal(example), 0.01 * Math.max(1, printed / 2));
}
