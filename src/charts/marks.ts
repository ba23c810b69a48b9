import type { Family } from "#src/model/assessment.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { within } from "./axis-range.ts";
import { drawableText } from "./drawable-text.ts";
import { type Box, bottomOf, boxAround, type Point, rightOf } from "./geometry.ts";
import { fitText, textWidth } from "./text-measure.ts";
import type { Plane, Trace } from "./trace.ts";
import { youLabel } from "./wording.ts";

/** Sizes of what is not text, in pixels. */
export const markSizes = {
  dot: 12,
  ring: 13,
  wallStroke: 9,
  pillHeight: 48,
  pillPadding: 22,
  pillText: 28,
};

export interface Band {
  box: Box;
  family: Family | null;
}

export interface Upright {
  x: number;
  top: number;
  bottom: number;
}

export interface You {
  rule: Upright;
  pill: Box;
  text: string;
}

export interface Crossing {
  breakEven: ChartSpec["breakEvens"][number];
  ring: Point;
  drop: Upright;
}

/** Ranges of load in which one family wins, cut to the axis, neighbours of one family joined. */
export function placeBands(spec: ChartSpec, plane: Plane): Band[] {
  const bands: Band[] = [];
  for (const band of spec.bands) {
    const from = clampX(plane, band.fromRatePerSecond);
    const to = clampX(plane, band.toRatePerSecond);
    if (!(to > from)) continue;
    const last = bands.at(-1);
    if (last !== undefined && last.family === band.family && from - rightOf(last.box) < 1)
      last.box.width = to - last.box.x;
    else bands.push({ box: { ...plane.frame, x: from, width: to - from }, family: band.family });
  }
  return bands;
}

function clampX(plane: Plane, ratePerSecond: number): number {
  if (ratePerSecond === Number.POSITIVE_INFINITY) return rightOf(plane.frame);
  const x = plane.x.toPixel(ratePerSecond);
  return Math.min(Math.max(x, plane.frame.x), rightOf(plane.frame));
}

/** The rule at the team's own load with its pill, which stays over the frame even at its edge. */
export function placeYou(spec: ChartSpec, plane: Plane): You | null {
  if (!within(plane.loads)(spec.you)) return null;
  const { frame } = plane;
  const { pillHeight, pillPadding, pillText } = markSizes;
  const text = fitText(drawableText(youLabel(spec)), 420, pillText, 600);
  const x = plane.x.toPixel(spec.you.ratePerSecond);
  const width = textWidth(text, pillText, 600) + 2 * pillPadding;
  const overhang = pillHeight / 2;
  const left = Math.min(Math.max(x - width / 2, frame.x - overhang), rightOf(frame) + overhang - width);
  const pill = { x: left, y: frame.y - 26, width, height: pillHeight };
  return { pill, text, rule: { x, top: bottomOf(pill), bottom: bottomOf(frame) } };
}

export function placeCrossings(spec: ChartSpec, plane: Plane): Crossing[] {
  return spec.breakEvens
    .filter(within(plane.loads))
    .filter((breakEven) => breakEven.usdPerMillionUnits > 0)
    .map((breakEven) => {
      const ring = { x: plane.x.toPixel(breakEven.ratePerSecond), y: plane.y.toPixel(breakEven.usdPerMillionUnits) };
      return { breakEven, ring, drop: { x: ring.x, top: ring.y, bottom: bottomOf(plane.frame) } };
    });
}

/** What labels must not touch. */
export function solidMarks(traces: readonly Trace[], crossings: readonly Crossing[], you: You | null): Box[] {
  const { dot, ring, wallStroke } = markSizes;
  const bar = (at: Point, halfHeight: number): Box => ({
    x: at.x - wallStroke / 2,
    y: at.y - halfHeight,
    width: wallStroke,
    height: 2 * halfHeight,
  });
  return [
    ...traces.flatMap((trace) => (trace.dot === null ? [] : [boxAround(trace.dot, dot + 2)])),
    ...traces.flatMap((trace) => (trace.wall === null ? [] : [bar(trace.wall, trace.wallHalfHeight)])),
    ...crossings.map((crossing) => boxAround(crossing.ring, ring + 3)),
    ...(you === null ? [] : [you.pill]),
  ];
}
