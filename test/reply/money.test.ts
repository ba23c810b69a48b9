import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money, moneyChange, moneyRange, moneyWithRange, wholeDollars } from "#src/reply/money.ts";

describe("money", () => {
  test.each([
    // below a cent, cents, the first dollar
    [0, "$0"],
    [0.0001, "under 1¢"],
    [0.0099, "under 1¢"],
    [0.01, "1¢"],
    [0.42, "42¢"],
    [0.994, "99¢"],
    [0.996, "$1.00"],
    // cents matter under ten dollars
    [1, "$1.00"],
    [1.4, "$1.40"],
    [9.994, "$9.99"],
    [9.996, "$10"],
    // whole dollars under a thousand
    [161, "$161"],
    [999.4, "$999"],
    [999.6, "$1.0k"],
    // two digits from a thousand, three at most above
    [1000, "$1.0k"],
    [5448, "$5.4k"],
    [9949, "$9.9k"],
    [9960, "$10k"],
    [11_400, "$11k"],
    [156_197, "$156k"],
    [999_499, "$999k"],
    [999_600, "$1.0M"],
    [1_234_000, "$1.2M"],
    [1e9, "$1.0B"],
    [2.5e12, "$2.5T"],
    [1e15, "$1,000T"],
    [-5448, "−$5.4k"],
    [-0.42, "−42¢"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "–"],
  ])("writes %d as %s", (usd, text) => {
    expect(money(usd)).toBe(text);
  });

  test("rounds against the claim when told to", () => {
    expect(money(5490, "down")).toBe("$5.4k");
    expect(money(5410, "up")).toBe("$5.5k");
  });

  test("is short and plain over every size it can meet", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), (usd) => {
        const text = money(usd);
        expect(text).toMatch(/^(under 1¢|\d{1,2}¢|\$\d{1,3}(\.\d{1,2})?[kMBT]?|\$1,000T)$/);
        expect(text).not.toMatch(/e[+-]|NaN/);
      }),
    );
  });

  test("never falls when the sum grows", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e14, noNaN: true }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (usd, factor) => {
          expect(printedUsd(money(usd * factor))).toBeGreaterThanOrEqual(printedUsd(money(usd)));
        },
      ),
    );
  });
});

/** Reads a printed sum back. */
function printedUsd(text: string): number {
  const match = /^\$?([\d,.]+)([kMBT¢]?)$/.exec(text);
  const scale: Record<string, number> = { "": 1, "¢": 0.01, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
  return Number(match?.[1]?.replaceAll(",", "")) * (scale[match?.[2] ?? ""] ?? Number.NaN);
}

describe("whole dollars", () => {
  test.each([
    [137_970.4, "$137,970"],
    [0, "$0"],
    [12.6, "$13"],
    [9.4, "$9.40"],
    [0.31, "31¢"],
    [1e15, "$1,000,000,000,000,000"],
    [Number.NaN, "–"],
  ])("writes %d as %s", (usd, text) => {
    expect(wholeDollars(usd)).toBe(text);
  });
});

describe("a range of money", () => {
  test.each([
    [4200, 8000, "4.2–8.0k"],
    [152_000, 161_000, "152–161k"],
    [9500, 14_000, "9.5–14k"],
    [140, 190, "140–190"],
    [0.3, 0.6, "30–60¢"],
    // units differ: each end carries its own
    [900, 1200, "$900–$1.2k"],
    [0.6, 1.4, "60¢–$1.40"],
    [0, 4200, "0–4.2k"],
    [0.001, 0.04, "up to 4¢"],
    [0, 0, "$0"],
    // ends that read the same are written once
    [20_100, 20_300, "20k"],
  ])("from %d to %d is %s", (low, high, text) => {
    expect(moneyRange(low, high)).toBe(text);
  });

  test("beside cents, dollars keep their sign", () => {
    expect(moneyWithRange(0.73, 14, 62)).toBe("73¢ ($14–62)");
    expect(moneyWithRange(5448, 4200, 8000)).toBe("$5.4k (4.2–8.0k)");
    expect(moneyWithRange(6180, 6170, 6190)).toBe("$6.2k");
  });
});

describe("a change of money", () => {
  test.each([
    [5448, 10_841, "+99%"],
    [156_197, 140_577, "-10%"],
    [1000, 1003, "under 1%"],
    [1000, 997, "under 1%"],
    // a saving is rounded down: 2,473 to 2.91 is 99.88 %
    [2_473, 2.91, "-99%"],
    [1000, 900, "-10%"],
    [500, 500, "no change"],
    [100, 2150, "21×"],
    // under fifty dollars on both sides a percentage says nothing
    [20, 49, null],
    [20, 51, "+155%"],
    [0, 100, null],
  ])("from %d to %d is %s", (before, after, text) => {
    expect(moneyChange(before, after)?.replace("−", "-") ?? null).toBe(text);
  });
});
