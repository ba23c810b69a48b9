import type { ChartLine } from "#src/reply/chart-spec.ts";
import type { Range } from "./axis-range.ts";
import { type CurvePoint, costAt, drawablePoints, pointsBetween } from "./curve.ts";
import { type Box, clipPolyline, contains, type Point } from "./geometry.ts";
import type { LogScale } from "./scale.ts";

/** One line of the chart in pixels. */
export interface Trace {
  line: ChartLine;
  /** Up to its quota. */
  within: readonly (readonly Point[])[];
  /** Beyond its quota: what it would cost with the quota raised. */
  beyond: readonly (readonly Point[])[];
  wall: Point | null;
  wallHalfHeight: number;
  /** The team's own load on this line. */
  dot: Point | null;
  /** How many earlier lines run along most of this one; above 0 it is drawn with gaps that let them be seen. */
  coversLines: number;
}

const tallestWall = 24;
const shortestWall = 9;

export interface Plane {
  frame: Box;
  loads: Range;
  x: LogScale;
  y: LogScale;
}

/** All lines in the order they are painted: secondary ones last, thin on top of thick. */
export function traceLines(lines: readonly ChartLine[], youRatePerSecond: number, plane: Plane): Trace[] {
  const traces: Trace[] = [];
  for (const line of [...lines.filter((each) => !each.secondary), ...lines.filter((each) => each.secondary)]) {
    const trace = traceLine(line, youRatePerSecond, plane);
    const under = line.secondary ? [] : traces.filter((earlier) => runAlong(earlier.line, line, plane));
    traces.push({ ...trace, coversLines: under.length });
  }
  return traces.map((trace) => ({ ...trace, wallHalfHeight: wallHalfHeight(trace, traces) }));
}

function traceLine(line: ChartLine, youRatePerSecond: number, plane: Plane): Omit<Trace, "coversLines"> {
  const { low, high } = plane.loads;
  const points = drawablePoints(line);
  const wallRate = line.wall === null ? high : Math.min(Math.max(line.wall.ratePerSecond, low), high);
  const toPixels = (curve: readonly CurvePoint[]) =>
    clipPolyline(
      curve.map((point) => toPoint(point.ratePerSecond, point.usdPerMillionUnits, plane)),
      plane.frame,
    );
  return {
    line,
    within: toPixels(wallRate > low ? pointsBetween(points, low, wallRate) : []),
    beyond: toPixels(wallRate < high ? pointsBetween(points, wallRate, high) : []),
    wall: line.wall === null || wallRate >= high ? null : pointOn(points, wallRate, plane),
    wallHalfHeight: tallestWall,
    dot: line.atYou === null ? null : inFrame(toPoint(youRatePerSecond, line.atYou.usdPerMillionUnits, plane), plane),
  };
}

/** Bars of lines that end at nearly the same load stay apart. */
function wallHalfHeight(trace: Trace, traces: readonly Trace[]): number {
  const { wall } = trace;
  if (wall === null) return tallestWall;
  const gaps = traces.flatMap((other) => {
    const near = other !== trace && other.wall !== null && Math.abs(other.wall.x - wall.x) < 16;
    return near && other.wall !== null ? [Math.abs(other.wall.y - wall.y)] : [];
  });
  const room = Math.min(...gaps.filter((gap) => gap > 1)) / 2 - 7;
  return Math.min(tallestWall, Math.max(shortestWall, room));
}

function toPoint(ratePerSecond: number, usdPerMillionUnits: number, plane: Plane): Point {
  return { x: plane.x.toPixel(ratePerSecond), y: plane.y.toPixel(usdPerMillionUnits) };
}

function pointOn(points: readonly CurvePoint[], ratePerSecond: number, plane: Plane): Point | null {
  const cost = costAt(points, ratePerSecond);
  return cost === null ? null : inFrame(toPoint(ratePerSecond, cost, plane), plane);
}

function inFrame(point: Point, plane: Plane): Point | null {
  return contains(plane.frame, { ...point, width: 0, height: 0 }) ? point : null;
}

/** True when two lines are less than a stroke apart over most of the later one. */
function runAlong(earlier: ChartLine, later: ChartLine, plane: Plane): boolean {
  const samples = 60;
  const near = 4;
  let shared = 0;
  let seen = 0;
  const [a, b] = [drawablePoints(earlier), drawablePoints(later)];
  for (let i = 0; i <= samples; i++) {
    const rate = plane.x.toValue(plane.frame.x + (plane.frame.width * i) / samples);
    const [costA, costB] = [costAt(a, rate), costAt(b, rate)];
    if (costB === null) continue;
    seen++;
    if (costA !== null && Math.abs(plane.y.toPixel(costA) - plane.y.toPixel(costB)) < near) shared++;
  }
  return seen > 0 && shared / seen >= 0.6;
}

export function allRuns(trace: Trace): readonly (readonly Point[])[] {
  return [...trace.within, ...trace.beyond];
}
