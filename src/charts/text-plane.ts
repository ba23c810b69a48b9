import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { costRange, loadRange, type Range } from "./axis-range.ts";
import { costAt, drawablePoints } from "./curve.ts";
import { type LogScale, logScale } from "./scale.ts";

/** The plot in terminal cells: columns for load, rows for cost, row 0 on top. */
export interface TextPlane {
  columns: number;
  rows: number;
  loads: Range;
  x: LogScale;
  y: LogScale;
}

/** A line in cells: the row it has in each column, null where it is not seen. */
export interface TextTrace {
  line: ChartLine;
  rowAt: readonly (number | null)[];
  /** Columns from here on are beyond its quota. */
  wallColumn: number | null;
  dotRow: number | null;
}

export function textPlane(spec: ChartSpec, columns: number, rows: number): TextPlane {
  const loads = loadRange(spec);
  const costs = costRange(spec, loads);
  return {
    columns,
    rows,
    loads,
    x: logScale(loads.low, loads.high, 0, columns - 1),
    // A row above the top line and one below the bottom line are left for their labels.
    y: logScale(costs.low, costs.high, rows - 2, 1),
  };
}

export function columnOf(plane: TextPlane, ratePerSecond: number): number {
  return Math.min(Math.max(Math.round(plane.x.toPixel(ratePerSecond)), 0), plane.columns - 1);
}

export function rowOf(plane: TextPlane, usdPerMillionUnits: number): number | null {
  const row = Math.round(plane.y.toPixel(usdPerMillionUnits));
  return row < 0 || row >= plane.rows ? null : row;
}

export function textTrace(line: ChartLine, plane: TextPlane): TextTrace {
  const points = drawablePoints(line);
  const rowAt = Array.from({ length: plane.columns }, (_, column) => {
    const cost = costAt(points, loadAt(plane, column));
    return cost === null ? null : rowOf(plane, cost);
  });
  const { wall, atYou } = line;
  return {
    line,
    rowAt,
    wallColumn: wall === null || wall.ratePerSecond >= plane.loads.high ? null : columnOf(plane, wall.ratePerSecond),
    dotRow: atYou === null ? null : rowOf(plane, atYou.usdPerMillionUnits),
  };
}

/** The ends exactly, so that rounding does not put them a hair outside the line. */
function loadAt(plane: TextPlane, column: number): number {
  if (column === 0) return plane.loads.low;
  return column === plane.columns - 1 ? plane.loads.high : plane.x.toValue(column);
}
