import type { ChartLine } from "#src/reply/chart-spec.ts";

export type CurvePoint = ChartLine["points"][number];

/** Points that can be drawn, by ascending load. A cost of 0 stays: the line leaves the chart downwards there. */
export function drawablePoints(line: ChartLine): CurvePoint[] {
  return line.points
    .filter((point) => point.ratePerSecond > 0 && Number.isFinite(point.ratePerSecond))
    .filter((point) => point.usdPerMillionUnits >= 0 && Number.isFinite(point.usdPerMillionUnits))
    .sort((a, b) => a.ratePerSecond - b.ratePerSecond);
}

/**
 * Cost of a million units at a load between two points, straight on log-log axes as it is drawn (straight in cost
 * where one end costs nothing); null outside the points.
 */
export function costAt(points: readonly CurvePoint[], ratePerSecond: number): number | null {
  const after = points.findIndex((point) => point.ratePerSecond >= ratePerSecond);
  const high = points[after];
  if (high === undefined) return null;
  if (high.ratePerSecond === ratePerSecond) return high.usdPerMillionUnits;
  const low = points[after - 1];
  if (low === undefined) return null;
  const share = Math.log(ratePerSecond / low.ratePerSecond) / Math.log(high.ratePerSecond / low.ratePerSecond);
  const a = low.usdPerMillionUnits;
  const b = high.usdPerMillionUnits;
  return a > 0 && b > 0 ? a * (b / a) ** share : a + (b - a) * share;
}

/** The points within a range of load, with interpolated ends where the line runs on beyond it. */
export function pointsBetween(points: readonly CurvePoint[], from: number, to: number): CurvePoint[] {
  const inside = points.filter((point) => point.ratePerSecond > from && point.ratePerSecond < to);
  return [...endPoint(points, from), ...inside, ...endPoint(points, to)];
}

function endPoint(points: readonly CurvePoint[], ratePerSecond: number): CurvePoint[] {
  const usdPerMillionUnits = costAt(points, ratePerSecond);
  return usdPerMillionUnits === null ? [] : [{ ratePerSecond, usdPerMillionUnits }];
}
