import { describe, expect, it } from "vitest";
import { fleetHours, type LoadProfile } from "#src/model/capacity/unit-hours.ts";
import { albLcu } from "#src/model/pricing/load-balancer-units.ts";
import { LATTICE_POINTS, latticeMultipliers, latticePoint } from "#src/model/range/lattice.ts";
import { triangularQuantile } from "#src/model/range/triangular.ts";

const profile: LoadProfile = {
  peakToMean: 1,
  activeHours: 730,
  spare: 0,
  floorUnits: 1,
  floorHours: 730,
  scaleInWaste: 1,
  committedHours: null,
};

describe("hours of a fleet that follows the load", () => {
  it("keeps the floor when the load needs less", () => {
    expect(fleetHours(0.2, profile)).toEqual({ unitHours: 730, paidHours: 730, unitsPeak: 1 });
  });

  it("keeps every unit on through a flat load", () => {
    // 2.4 units at a flat load are three units all month.
    expect(fleetHours(2.4, profile)).toEqual({ unitHours: 3 * 730, paidHours: 3 * 730, unitsPeak: 3 });
  });

  it("turns units on for the part of the time in which the load is above them", () => {
    // P = 2: L(x) = 2x, D = 1: the second unit is on while 2x > 1, half of 730 h.
    expect(fleetHours(1, { ...profile, peakToMean: 2 })).toEqual({
      unitHours: 730 + 365,
      paidHours: 1095,
      unitsPeak: 2,
    });
  });

  it("holds spare capacity for callers who wait", () => {
    // Spare 0.5 of the mean: the second unit is on while 2x + 0.5 > 1, three quarters of the time.
    const { unitHours } = fleetHours(1, { ...profile, peakToMean: 2, spare: 0.5 });
    expect(unitHours).toBeCloseTo(730 + 0.75 * 730, 9);
  });

  it("scales in late, but never beyond the active hours", () => {
    const late = { ...profile, peakToMean: 2, scaleInWaste: 1.1 };
    expect(fleetHours(1, late).unitHours).toBeCloseTo(730 + 365 * 1.1, 9);
    expect(fleetHours(2.4, { ...profile, scaleInWaste: 1.1 }).unitHours).toBe(3 * 730);
  });

  it("commits a unit only when that is cheaper than its own hours", () => {
    // A plan at 20 % off costs 584 h of list price: the always-on unit takes it, the half-time unit does not.
    const plan = fleetHours(1, { ...profile, peakToMean: 2, committedHours: 584 });
    expect(plan.paidHours).toBe(584 + 365);
    expect(plan.unitHours).toBe(1095);
  });

  it("counts huge fleets in blocks without losing a unit at a flat load", () => {
    expect(fleetHours(3000, profile).unitHours).toBe(3000 * 730);
    // P = 2 exactly: sum over k of (1 - (k-1)/2D) x 730 with D = 1000, floor 1: 730 x (1 + 1999 - 1999 x 1000 / 2000).
    const exact = 730 * (1 + 1999 - (1999 * 1000) / 2000);
    expect(fleetHours(1000, { ...profile, peakToMean: 2 }).unitHours / exact).toBeCloseTo(1.0155, 2);
  });
});

describe("load balancer capacity units", () => {
  const idle = {
    newConnectionsPerSecond: 0,
    activeConnectionsPerMinute: 0,
    processedGbPerHour: 0,
    ruleEvaluationsPerSecond: 0,
  };
  it.each([
    [{ ...idle, newConnectionsPerSecond: 100 }, 4],
    [{ ...idle, activeConnectionsPerMinute: 18_000 }, 6],
    [{ ...idle, processedGbPerHour: 3.6 }, 3.6],
    [{ ...idle, ruleEvaluationsPerSecond: 4000 }, 4],
    [
      {
        newConnectionsPerSecond: 100,
        activeConnectionsPerMinute: 18_000,
        processedGbPerHour: 3.6,
        ruleEvaluationsPerSecond: 4000,
      },
      6,
    ],
  ])("are as many as the dearest dimension needs: %o is %s", (traffic, lcu) => {
    expect(albLcu(traffic)).toBeCloseTo(lcu, 12);
  });

  it("carry less than half the bytes to Lambda", () => {
    expect(albLcu({ ...idle, processedGbPerHour: 1 }, "lambda")).toBe(2.5);
  });
});

describe("the range", () => {
  it.each([
    // Ten wide, mode in the middle: the median is the mode, a quantile of 1/8 lies a quarter of the way.
    [{ low: 0, typical: 5, high: 10 }, 0.5, 5],
    [{ low: 0, typical: 5, high: 10 }, 0.125, 2.5],
    // high/low = 4: on the logarithm, mode in its middle.
    [{ low: 5, typical: 10, high: 20 }, 0.5, 10],
    [{ low: 5, typical: 10, high: 20 }, 0.125, 5 * 2 ** 0.5],
    // Typical at an end: half of the cases are there.
    [{ low: 0, typical: 0, high: 2 }, 0.49, 0],
    [{ low: 1, typical: 1, high: 1 }, 0.9, 1],
  ])("takes %o at the quantile %s as %s", (spread, u, value) => {
    expect(triangularQuantile(spread, u)).toBeCloseTo(value, 12);
  });

  it("puts one point into each of 521 slices of every input", () => {
    for (const multiplier of latticeMultipliers(80)) {
      const slices = new Set<number>();
      for (let point = 0; point < LATTICE_POINTS; point++) {
        slices.add(Math.floor(latticePoint(point, multiplier) * LATTICE_POINTS));
      }
      expect(slices.size).toBe(LATTICE_POINTS);
    }
  });
});
