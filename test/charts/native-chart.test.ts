import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nativeChart } from "#src/charts/native-chart.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { arbitrarySpec } from "./support/arbitrary-spec.ts";
import { sample } from "./support/sample-specs.ts";

function chartOf(name: string) {
  const chart = nativeChart(sample(name));
  if (chart === null) throw new Error(`${name} has nothing to compare`);
  return chart;
}

describe("the chart as categories", () => {
  test("keeps the lines that decide and says in words what would press them flat", () => {
    const chart = chartOf("image-resize");
    expect(chart.series.map((series) => series.name)).toEqual(["Tuned serverless", "Monolith on Fargate"]);
    expect(chart.notDrawn).toEqual(["Serverless as described: $156k/mo", "Tuned serverless: quota wall 550/s"]);
  });

  test("has the crossing and the team's own load among its loads", () => {
    const chart = chartOf("image-resize");
    expect(chart.categories).toEqual(["1/s", "break-even 2.6/s", "10/s", "30/s", "100/s", "you: 300/s", "1,000/s"]);
    // One Fargate task of $72.08 a month at 1 image/s: 72.08 / 2.628 million + 0.15 = 27.58, and 10.68 flat.
    expect(chart.series.map((series) => series.values[0])).toEqual([10.68, 27.58]);
    expect([chart.xLabel, chart.yLabel]).toEqual(["images a second", "$ per million images"]);
  });

  test("keeps a line of another family for comparison where one costs least everywhere", () => {
    expect(chartOf("fast").series.map((series) => series.name)).toEqual(["Tuned serverless", "Monolith on EC2"]);
  });

  test("compares both sides of the crossing even where the team's load is far beyond it", () => {
    expect(chartOf("steady-api").series.map((series) => series.name)).toEqual([
      "As described",
      "Tuned serverless",
      "Monolith on EC2",
    ]);
  });

  test("shows no load that a line has no cost for", () => {
    // The lines end at 1,000 a second, where "you" stands.
    expect(chartOf("you-at-edge").categories.at(-1)).toBe("you: 1,000/s");
  });

  test("leaves out lines there only for completeness", () => {
    expect(chartOf("monolith-only").series.map((series) => series.name)).toEqual(["Monolith on Fargate"]);
  });

  test("cuts the title and the noun, not what follows it", () => {
    const chart = chartOf("hostile");
    expect(chart.title).toBe('Above 6 <script>alert("x")</script> & co/s a…');
    expect(chart.xLabel).toMatch(/… a second$/);
  });

  test("is nothing where no line has a cost at the team's load", () => {
    const spec: ChartSpec = { ...sample("image-resize"), you: { ratePerSecond: 1e9 } };
    expect(nativeChart(spec)).toBeNull();
  });

  test("keeps within the limits of the block it is for, whatever the data", () => {
    fc.assert(
      fc.property(arbitrarySpec, (spec) => {
        const chart = nativeChart(spec);
        if (chart === null) return;
        expect([...chart.title].length).toBeLessThanOrEqual(50);
        expect([...chart.xLabel].length).toBeLessThanOrEqual(50);
        expect([...chart.yLabel].length).toBeLessThanOrEqual(50);
        expect(chart.categories.length).toBeGreaterThanOrEqual(1);
        expect(chart.categories.length).toBeLessThanOrEqual(20);
        expect(chart.series.length).toBeGreaterThanOrEqual(1);
        expect(chart.series.length).toBeLessThanOrEqual(6);
        const names = chart.series.map((series) => series.name);
        for (const label of [...names, ...chart.categories]) expect([...label].length).toBeLessThanOrEqual(20);
        expect(new Set(names).size).toBe(names.length);
        expect(new Set(chart.categories).size).toBe(chart.categories.length);
        for (const { values } of chart.series) {
          expect(values).toHaveLength(chart.categories.length);
          expect(values.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
