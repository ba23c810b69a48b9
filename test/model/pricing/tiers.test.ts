import { describe, expect, test } from "vitest";
import { costThroughTiers, useTiers } from "#src/model/pricing/tiers.ts";

const tiers = [
  { upTo: 10, unitPriceUsd: 2 },
  { upTo: 30, unitPriceUsd: 1 },
  { upTo: null, unitPriceUsd: 0.5 },
];

describe("a quantity through tiers", () => {
  test.each([
    // quantity, cost: by hand
    [0, 0],
    [10, 20], // 10 x 2
    [11, 21], // 10 x 2 + 1 x 1
    [30, 40], // 10 x 2 + 20 x 1
    [40, 45], // 10 x 2 + 20 x 1 + 10 x 0.5
  ])("%d units cost %d", (quantity, costUsd) => {
    expect(costThroughTiers(tiers, quantity)).toBe(costUsd);
    expect(useTiers(tiers, quantity).reduce((sum, use) => sum + use.costUsd, 0)).toBe(costUsd);
  });

  test("names the part that fell into each tier", () => {
    expect(useTiers(tiers, 35)).toMatchObject([
      { quantity: 10, unitPriceUsd: 2, costUsd: 20 },
      { quantity: 20, unitPriceUsd: 1, costUsd: 20 },
      { quantity: 5, unitPriceUsd: 0.5, costUsd: 2.5 },
    ]);
  });

  test("a quantity of exactly a bound stays below it", () => {
    expect(useTiers(tiers, 10)).toHaveLength(1);
  });

  test("nothing used is one line of nothing", () => {
    expect(useTiers(tiers, 0)).toMatchObject([{ quantity: 0, unitPriceUsd: 2, costUsd: 0 }]);
  });

  test("an amount bought before has climbed the first bands", () => {
    // 8 are bought: 2 more at 2, 20 at 1, 3 at 0.5
    expect(costThroughTiers(tiers, 25, 8)).toBe(25.5);
    expect(useTiers(tiers, 25, 8).map((use) => use.quantity)).toEqual([2, 20, 3]);
  });

  test("no tiers cost nothing", () => {
    expect(useTiers([], 5)).toEqual([]);
  });
});
