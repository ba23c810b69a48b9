import { describe, expect, test } from "vitest";
import { costRange, loadRange } from "#src/charts/axis-range.ts";
import { costAt, pointsBetween } from "#src/charts/curve.ts";
import { formatAmount, formatTickUsd } from "#src/charts/number-format.ts";
import { inUnit, rateUnitFor } from "#src/charts/rate-unit.ts";
import { logScale } from "#src/charts/scale.ts";
import { logTicks } from "#src/charts/ticks.ts";
import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";

function line(points: readonly (readonly [rate: number, usd: number])[]): ChartLine {
  return {
    architecture: "monolith-fargate",
    family: "monolith",
    label: "Monolith on Fargate",
    points: points.map(([ratePerSecond, usdPerMillionUnits]) => ({ ratePerSecond, usdPerMillionUnits })),
    wall: null,
    atYou: null,
    secondary: false,
  };
}

function spec(lines: readonly ChartLine[], you: number): ChartSpec {
  return {
    title: "",
    subtitle: "",
    unitPlural: "images",
    lines,
    bands: [],
    breakEvens: [],
    you: { ratePerSecond: you },
    altText: "",
  };
}

describe("a logarithmic scale", () => {
  // 1 to 10,000 are four decades on 400 pixels: 100 pixels each.
  const scale = logScale(1, 10_000, 50, 450);

  test("gives each decade the same room", () => {
    expect([1, 10, 100, 10_000].map(scale.toPixel)).toEqual([50, 150, 250, 450]);
    expect(scale.toValue(350)).toBeCloseTo(1000, 9);
  });

  test("puts a cost of nothing far below its low end", () => {
    expect(scale.toPixel(0)).toBe(50 - 4000);
  });
});

describe("ticks", () => {
  test("are powers of ten where there are at least two", () => {
    expect(logTicks(0.1, 10_000, 9)).toEqual([0.1, 1, 10, 100, 1000, 10_000]);
  });

  test("leave out decades, counted from 1, where there are too many", () => {
    expect(logTicks(0.1, 10_000, 3)).toEqual([1, 100, 10_000]);
    expect(logTicks(0.001, 1e6, 4)).toEqual([0.001, 1, 1000, 1e6]);
  });

  test("step by 1, 2, 5 on a short axis", () => {
    expect(logTicks(2.5, 45, 6)).toEqual([5, 10, 20]);
  });
});

describe("numbers", () => {
  test.each([
    [0.00001, 3, "1e-5"],
    [0.05, 3, "0.05"],
    [1.37, 2, "1.4"],
    [300, 3, "300"],
    [1234, 2, "1,200"],
    [12_000, 3, "12,000"],
    [120_000, 3, "120k"],
    [1_200_000, 3, "1.2M"],
    [1e9, 3, "1B"],
  ])("a load of %d with %d digits reads %s", (value, digits, text) => {
    expect(formatAmount(value, digits)).toBe(text);
  });

  test.each([
    [0.001, "0.1¢"],
    [0.1, "10¢"],
    [1, "$1"],
    [500, "$500"],
    [10_000, "$10k"],
    [2_000_000, "$2M"],
  ])("a tick of %d dollars reads %s", (value, text) => {
    expect(formatTickUsd(value)).toBe(text);
  });

  test("slow loads count in the unit a person would use", () => {
    expect([300, 0.1, 0.05, 0.002, 0.0001].map(rateUnitFor)).toEqual(["second", "second", "minute", "hour", "day"]);
    // 3 a minute is 0.05 a second.
    expect(inUnit(0.05, "minute")).toBeCloseTo(3, 12);
  });
});

describe("a curve", () => {
  // From (1, 100) to (100, 1): straight on log-log paper, so 10 in the middle.
  const falling = line([
    [1, 100],
    [100, 1],
  ]).points;

  test("is straight between two points on log-log axes", () => {
    expect(costAt(falling, 10)).toBeCloseTo(10, 12);
    expect(costAt(falling, 100)).toBe(1);
  });

  test("has no cost outside its points", () => {
    expect([costAt(falling, 0.9), costAt(falling, 101)]).toEqual([null, null]);
  });

  test("is straight in cost where one end costs nothing", () => {
    // 10 is half the way from 1 to 100 on a logarithmic axis: half of 8.
    const free = line([
      [1, 0],
      [100, 8],
    ]).points;
    expect(costAt(free, 10)).toBe(4);
  });

  test("keeps its ends when it is cut", () => {
    expect(pointsBetween(falling, 10, 1000).map((point) => point.ratePerSecond)).toEqual([10, 100]);
  });
});

describe("the axes", () => {
  test("show the team's own load even outside the lines", () => {
    const range = loadRange(
      spec(
        [
          line([
            [1, 5],
            [100, 5],
          ]),
        ],
        1000,
      ),
    );
    expect(range).toEqual({ low: 1, high: 1000 });
  });

  test("let an idle fleet leave the chart at the top rather than flatten the rest", () => {
    // At "you" both cost 10, and the floors are 10 and 1: the top is twice 10, not the 1,000 of a fleet at 1 a second.
    const flat = line([
      [1, 10],
      [1000, 10],
    ]);
    const fleet = line([
      [1, 1000],
      [100, 10],
      [1000, 1],
    ]);
    expect(costRange(spec([flat, fleet], 100), { low: 1, high: 1000 })).toEqual({ low: 1, high: 20 });
  });

  test("span at least a factor of four in cost", () => {
    // Around 8, a factor of two each way.
    const range = costRange(
      spec(
        [
          line([
            [1, 8],
            [1000, 8],
          ]),
        ],
        100,
      ),
      { low: 1, high: 1000 },
    );
    expect(range.low).toBeCloseTo(4, 12);
    expect(range.high).toBeCloseTo(16, 12);
  });
});
