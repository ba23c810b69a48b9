import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assessment } from "#src/model/assessment.ts";
import { breakEvenChart, costAt } from "#src/reply/chart.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { exampleAssessment } from "#test/support/example-assessment.ts";
import { hardLimitAssessment } from "#test/support/example-verdicts.ts";

function chartOf(assessment: Assessment, detail: "card" | "all" = "card"): ChartSpec {
  const chart = breakEvenChart(assessment, detail);
  if (chart === null) throw new Error("there is no chart");
  return chart;
}

describe("the chart of a review", () => {
  test("has the finding as its title, and the load in the reader's noun", () => {
    const chart = chartOf(exampleAssessment);
    expect(chart.title).toBe("Above 6 images/s a monolith costs least");
    expect(chart.subtitle).toBe("Cost of a million images, by load · image-resize · us-east-1 list prices");
    expect(chart.unitPlural).toBe("images");
  });

  test("draws what was described, its tuned form and one monolith; all designs on request", () => {
    expect(chartOf(exampleAssessment).lines.map(({ label }) => label)).toEqual([
      "Serverless as described",
      "Tuned serverless",
      "Monolith on Fargate",
    ]);
    const all = chartOf(exampleAssessment, "all").lines;
    expect(all.map(({ label, secondary }) => [label, secondary])).toContainEqual(["Monolith on EC2", true]);
  });

  test("ends a line at its own quota and labels the cost at your load", () => {
    const [described, tuned, monolith] = chartOf(exampleAssessment).lines;
    expect(described?.wall).toEqual({ ratePerSecond: 100, label: "quota wall 100/s" });
    expect(tuned?.atYou?.label).toBe("$8.4k/mo");
    expect(monolith?.wall).toBeNull();
  });

  test("the bands cover the axis and meet at the break-even", () => {
    expect(chartOf(exampleAssessment).bands).toEqual([
      { fromRatePerSecond: 0.1, toRatePerSecond: 6.04, family: "serverless" },
      { fromRatePerSecond: 6.04, toRatePerSecond: 10_000, family: "monolith" },
    ]);
  });

  test.each([
    [3, "Up to 6 images/s serverless costs least"],
    [300, "Above 6 images/s a monolith costs least"],
  ])("at %d a second the finding is about that side", (ratePerSecond, title) => {
    const workload = { ...exampleAssessment.workload, ratePerSecond };
    expect(chartOf({ ...exampleAssessment, workload }).title).toBe(title);
  });

  test("between two crossings the finding has both ends", () => {
    const breakEven = [
      { ratePerSecond: 6, multiple: 0.02, from: "serverless", to: "monolith" },
      { ratePerSecond: 900, multiple: 3, from: "monolith", to: "hybrid" },
    ] as const;
    expect(chartOf({ ...exampleAssessment, breakEven }).title).toBe(
      "From 6 images/s to 900 images/s a monolith costs least",
    );
  });

  test("without a crossing one family costs least at every load shown", () => {
    expect(chartOf({ ...exampleAssessment, breakEven: [] }).title).toBe("Monolith costs least at every load shown");
  });

  test("the description names axes, levels, crossing and your point, and fits Discord", () => {
    const { altText } = chartOf(exampleAssessment);
    expect(altText).toContain("both on log scales");
    expect(altText).toContain("Serverless as described is flat at $198 and meets its quota at 100/s.");
    expect(altText).toContain("Break-even at 6 images a second.");
    expect(altText).toMatch(/You are at 300\/s, where a month costs: Serverless as described \$156k/);
    expect(altText.length).toBeLessThanOrEqual(1000);
  });

  test("there is none where nothing can be compared", () => {
    expect(breakEvenChart(hardLimitAssessment, "card")).toBeNull();
    expect(breakEvenChart({ ...exampleAssessment, curves: [] }, "all")).toBeNull();
  });

  test("any name and any number leave a description of at most 1,000 characters", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 100 }),
        fc.double({ min: 0.2, max: 9_000, noNaN: true }),
        (unitOfWork, ratePerSecond) => {
          const workload = { ...exampleAssessment.workload, unitOfWork, ratePerSecond };
          const chart = chartOf({ ...exampleAssessment, workload }, "all");
          expect(chart.altText.length).toBeLessThanOrEqual(1000);
          expect(`${chart.altText}${chart.title}`).not.toMatch(/NaN|undefined|Infinity/);
        },
      ),
    );
  });
});

describe("cost at a load", () => {
  const points = [
    { ratePerSecond: 1, usdPerMillionUnits: 100, monthlyUsd: 0 },
    { ratePerSecond: 100, usdPerMillionUnits: 1, monthlyUsd: 0 },
  ];

  test("lies on the straight line between neighbours on both logarithms", () => {
    // half-way from 1 to 100 on a logarithm is 10, and half-way from 100 to 1 is 10
    expect(costAt({ points }, 10)).toBeCloseTo(10, 9);
    expect(costAt({ points }, 1)).toBe(100);
    expect(costAt({ points }, 0.5)).toBeNull();
    expect(costAt({ points }, 101)).toBeNull();
  });
});
