import { type Box, distanceTo, type Point, rightOf } from "./geometry.ts";
import { type LabelCandidate, sizeOf, type TextStyle } from "./label.ts";
import { boxCost, type Surroundings } from "./label-cost.ts";
import { strayCandidates } from "./stray-candidates.ts";
import { allRuns, type Trace } from "./trace.ts";

/** Space between a line and the name that sits on it. */
const gap = 9;
const step = 14;
const beyondCost = 30;
const belowCost = 2;

/** Along the line, above and below it, up to its quota rather than beyond. */
export function nameCandidates(text: string, style: TextStyle, trace: Trace, around: Surroundings): LabelCandidate[] {
  return [
    ...trace.within.flatMap((run) => alongRun(text, style, run, 0, trace, around)),
    ...trace.beyond.flatMap((run) => alongRun(text, style, run, beyondCost, trace, around)),
  ];
}

/** Anywhere, with a leader to the nearest point of the line. */
export function strayNames(text: string, style: TextStyle, trace: Trace, around: Surroundings): LabelCandidate[] {
  return strayCandidates(text, style, nearestOn(allRuns(trace)), trace, around);
}

function alongRun(
  text: string,
  style: TextStyle,
  run: readonly Point[],
  runCost: number,
  trace: Trace,
  around: Surroundings,
): LabelCandidate[] {
  const size = sizeOf(text, style);
  const found: LabelCandidate[] = [];
  for (let x = around.frame.x; x + size.width <= rightOf(around.frame); x += step) {
    const span = heightsOver(run, x, x + size.width);
    if (span === null) continue;
    const looseness = (span.bottom - span.top) * 0.25 + (1 - span.share) * 60;
    for (const [y, sideCost] of [
      [span.top - gap - size.height, 0],
      [span.bottom + gap, belowCost],
    ] as const) {
      const box = { x, y, ...size };
      const cost = boxCost(box, trace, around) + looseness + runCost + sideCost;
      if (Number.isFinite(cost)) found.push({ text, style, box, anchor: "start", leader: null, alsoTakes: [], cost });
    }
  }
  return found;
}

/** Highest and lowest pixel of a line between two x and the share of that stretch it covers; null for under half. */
function heightsOver(
  run: readonly Point[],
  from: number,
  to: number,
): { top: number; bottom: number; share: number } | null {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return null;
  const share = (Math.min(to, last.x) - Math.max(from, first.x)) / (to - from);
  if (share < 0.5) return null;
  const inside = run.filter((point) => point.x >= from && point.x <= to).map((point) => point.y);
  const ys = [...inside, ...heightAt(run, from), ...heightAt(run, to)];
  return { top: Math.min(...ys), bottom: Math.max(...ys), share };
}

function heightAt(run: readonly Point[], x: number): number[] {
  const after = run.findIndex((point) => point.x >= x);
  const q = run[after];
  const p = run[after - 1];
  if (q === undefined || p === undefined) return [];
  return [q.x === p.x ? q.y : p.y + ((q.y - p.y) * (x - p.x)) / (q.x - p.x)];
}

/** The point of a line nearest to a box, tried every few pixels. */
function nearestOn(runs: readonly (readonly Point[])[]): (box: Box) => Point {
  const points = runs.flatMap(everyFewPixels);
  return (box) => {
    let best = points[0] ?? { x: box.x, y: box.y };
    let bestDistance = distanceTo(box, best);
    for (const point of points) {
      const distance = distanceTo(box, point);
      if (distance < bestDistance) [best, bestDistance] = [point, distance];
    }
    return best;
  };
}

function everyFewPixels(run: readonly Point[]): Point[] {
  const spacing = 24;
  return run.flatMap((q, index) => {
    const p = run[index - 1];
    if (p === undefined) return [q];
    const steps = Math.max(1, Math.round(Math.hypot(q.x - p.x, q.y - p.y) / spacing));
    return Array.from({ length: steps }, (_, i) => {
      const share = (i + 1) / steps;
      return { x: p.x + (q.x - p.x) * share, y: p.y + (q.y - p.y) * share };
    });
  });
}
