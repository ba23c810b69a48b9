import { type Box, bottomOf, contains, inflate, lengthInside, overlaps, type Point, rightOf } from "./geometry.ts";
import { allRuns, type Trace } from "./trace.ts";

/** What a label has to keep clear of. */
export interface Surroundings {
  /** Labels stay inside it. */
  frame: Box;
  traces: readonly Trace[];
  /** Dots, rings, wall bars and the pill: nothing may touch them. */
  solids: readonly Box[];
  /** The rule under the pill. */
  rule: { x: number; top: number; bottom: number } | null;
  /** Dashed lines from break-evens down to the axis. */
  drops: readonly { x: number; top: number; bottom: number }[];
  bandEdges: readonly number[];
}

/** Clear space around text, in pixels. */
const breathing = 7;
const ruleCost = 400;
const dropLineCost = 160;
const bandEdgeCost = 4;
const thickLine = { once: 200, perPixel: 1.2 };
const thinLine = { once: 45, perPixel: 0.3 };
/** Text that is nearer to another line than this could be taken for that line's. */
const lookalikeDistance = 18;
const lookalikeCost = 20;
/** Text that sits on another line as it should on its own. */
const impostorDistance = 11;
const impostorCost = 110;

/**
 * How badly text reads in this box, whatever it says: infinite where it would leave the frame or touch a mark; high
 * across a rule or a line; some where another line is near enough to be mistaken for its own, above all where that one
 * is nearer than `ownDistance` pixels.
 */
export function boxCost(box: Box, own: Trace | null, around: Surroundings, ownDistance = 0): number {
  if (!contains(around.frame, box)) return Number.POSITIVE_INFINITY;
  if (around.solids.some((solid) => overlaps(solid, box, breathing))) return Number.POSITIVE_INFINITY;
  let cost = 0;
  if (around.rule !== null && standsIn(around.rule, box)) cost += ruleCost;
  for (const drop of around.drops) if (standsIn(drop, box)) cost += dropLineCost;
  for (const edge of around.bandEdges) if (edge > box.x && edge < rightOf(box)) cost += bandEdgeCost;
  for (const trace of around.traces) {
    const crossed = crossingCost([trace], box);
    cost +=
      crossed === 0 && trace !== own
        ? lookalike(trace, box, own === null ? 0 : Math.max(impostorDistance, ownDistance))
        : crossed;
  }
  return cost;
}

function standsIn(line: { x: number; top: number; bottom: number }, box: Box): boolean {
  const reach = inflate(box, breathing);
  return line.x > reach.x && line.x < rightOf(reach) && line.top < bottomOf(reach) && line.bottom > reach.y;
}

/** What it costs to stand across these lines. */
export function crossingCost(traces: readonly Trace[], box: Box): number {
  let cost = 0;
  for (const trace of traces) {
    const thick = trace.line.secondary ? [] : trace.within;
    const thin = trace.line.secondary ? allRuns(trace) : trace.beyond;
    cost += crossed(thick, inflate(box, 5), thickLine) + crossed(thin, inflate(box, 3), thinLine);
  }
  return cost;
}

function crossed(runs: readonly (readonly Point[])[], box: Box, price: { once: number; perPixel: number }): number {
  const length = lengthInside(runs, box);
  return length === 0 ? 0 : price.once + price.perPixel * length;
}

function lookalike(other: Trace, box: Box, impostorReach: number): number {
  const runs = allRuns(other);
  if (impostorReach > 0 && lengthInside(runs, inflate(box, impostorReach)) > 0) return impostorCost;
  return lengthInside(runs, inflate(box, lookalikeDistance)) > 0 ? lookalikeCost : 0;
}
