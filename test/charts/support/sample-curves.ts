import type { ChartLine } from "#src/reply/chart-spec.ts";

/** Millions of units in a month of 730 h at one a second. */
export const millionsAMonth = 2.628;

export type Cost = (ratePerSecond: number) => number;

/** Pay per use: the same for each million at any load. */
export function perUse(usdPerMillion: number): Cost {
  return () => usdPerMillion;
}

/** Pay for capacity: whole tasks of a monthly price, at least `leastTasks` of them, each carrying `perTask` a second. */
export function fleet(usdPerTask: number, perTask: number, leastTasks: number, fixedUsd = 0): Cost {
  return (rate) => (Math.max(leastTasks, Math.ceil(rate / perTask)) * usdPerTask + fixedUsd) / (rate * millionsAMonth);
}

export function sum(...costs: readonly Cost[]): Cost {
  return (rate) => costs.reduce((total, cost) => total + cost(rate), 0);
}

/** Evenly spaced loads on a logarithmic axis, both ends included. */
function loads(low: number, high: number, perDecade: number): number[] {
  const count = Math.max(2, Math.round(Math.log10(high / low) * perDecade));
  return Array.from({ length: count + 1 }, (_, index) => low * (high / low) ** (index / count));
}

export function points(cost: Cost, low: number, high: number, perDecade = 15): ChartLine["points"] {
  return loads(low, high, perDecade).map((ratePerSecond) => ({
    ratePerSecond,
    usdPerMillionUnits: cost(ratePerSecond),
  }));
}
