import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { dataDirectory } from "#src/catalog/data-files.ts";
import { loadCatalog } from "#src/catalog/load.ts";

/** Observations that the default assumptions about discounts rest on: kept beside them, read by nobody else. */
function read<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(dataDirectory, file), "utf8")));
}

const { commitments } = read(
  "commitments.json",
  z.object({
    commitments: z.array(
      z.object({
        plan: z.string(),
        subject: z.string(),
        rate: z.number().nullable(),
        onDemand: z.number().nullable(),
        discount: z.number().min(0).max(1),
        source: z.string(),
      }),
    ),
  }),
);

const { savings } = read(
  "spot.json",
  z.object({
    savings: z.array(
      z.object({
        region: z.string(),
        family: z.string(),
        savingsPercentMin: z.number(),
        savingsPercentMedian: z.number(),
        savingsPercentMax: z.number(),
      }),
    ),
  }),
);

test("a commitment's discount is what its rate says", () => {
  for (const { rate, onDemand, discount, subject, plan } of commitments) {
    if (rate === null || onDemand === null) continue;
    expect(1 - rate / onDemand, `${plan}, ${subject}`).toBeCloseTo(discount, 3);
  }
});

test("spot savings are in order and of regions with a price list", () => {
  const { regions } = loadCatalog();
  for (const { region, savingsPercentMin: min, savingsPercentMedian: median, savingsPercentMax: max } of savings) {
    expect(regions).toContain(region);
    expect([min, median, max]).toEqual([min, median, max].sort((a, b) => a - b));
  }
});

test("the assumed savings lie within what was observed", () => {
  const { assumptions } = loadCatalog();
  const computePlan = commitments.find(
    ({ plan, subject }) => plan === "Compute Savings Plan" && subject.startsWith("m6a"),
  );
  expect(assumptions.get("sp.ec2.1y")?.low).toBeLessThanOrEqual(computePlan?.discount ?? Number.NaN);
  const useast = savings.filter(({ region }) => region === "us-east-1").map((row) => row.savingsPercentMedian / 100);
  const spot = assumptions.get("spot.ec2")?.typical ?? Number.NaN;
  expect(Math.min(...useast)).toBeLessThanOrEqual(spot);
  expect(Math.max(...useast)).toBeGreaterThanOrEqual(spot);
});
