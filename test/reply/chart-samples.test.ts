import { describe, expect, it } from "vitest";
import { sampleChart } from "#src/reply/chart-samples.ts";
import { chart } from "#test/support/slack/example-card.ts";

const limits = { categories: 20, series: 6, label: 20, title: 50, axisLabel: 50 };

describe("a chart as named points", () => {
  const samples = sampleChart(chart, limits);

  it("names the own load and the break-even among round loads", () => {
    expect(samples.categories).toEqual([
      "1/s",
      "2/s",
      "break-even 5.7/s",
      "10/s",
      "20/s",
      "50/s",
      "100/s",
      "200/s",
      "you: 300/s",
      "500/s",
      "1,000/s",
    ]);
  });

  it("leaves out in words what would press the others flat", () => {
    expect(samples.series.map(({ name }) => name)).toEqual(["Tuned serverless", "Monolith on Fargate"]);
    expect(samples.notDrawn).toEqual(["Serverless as described: $156k/mo"]);
  });

  it("reads costs off the curve", () => {
    const [tuned, monolith] = samples.series;
    expect(new Set(tuned?.values)).toEqual(new Set([10.68]));
    // 6.8 + 22 / 300 = 6.873; the curve's own points lie within 2 % of it.
    const own = monolith?.values[samples.categories.indexOf("you: 300/s")] ?? 0;
    expect(Math.abs(own - 6.873)).toBeLessThan(0.02);
    expect(monolith?.values[0]).toBeGreaterThan(20);
  });

  it("keeps to the limits it is given", () => {
    const few = sampleChart(chart, { categories: 5, series: 1, label: 10, title: 12, axisLabel: 8 });
    expect(few.categories.length).toBeLessThanOrEqual(5);
    expect(few.series.length).toBe(1);
    expect(Math.max(...few.categories.map(({ length }) => length))).toBeLessThanOrEqual(10);
    expect(few.title.length).toBeLessThanOrEqual(12);
  });
});
