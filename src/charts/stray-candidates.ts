import { type Box, bottomOf, clipSegment, distanceTo, inflate, nearestInBox, type Point, rightOf } from "./geometry.ts";
import { type LabelCandidate, sizeOf, type TextStyle } from "./label.ts";
import { boxCost, crossingCost, type Surroundings } from "./label-cost.ts";
import type { Trace } from "./trace.ts";

/** Beyond this a label needs a leader to what it names. */
const leaderDistance = 34;
const strayCost = 240;
const costPerPixel = 0.4;

/** Anywhere in the frame, with a leader: how a label still shows when everything near its place is taken. */
export function strayCandidates(
  text: string,
  style: TextStyle,
  targetOf: (box: Box) => Point,
  own: Trace | null,
  around: Surroundings,
): LabelCandidate[] {
  const size = sizeOf(text, style);
  const found: LabelCandidate[] = [];
  for (let y = around.frame.y; y + size.height <= bottomOf(around.frame); y += 26) {
    for (let x = around.frame.x; x + size.width <= rightOf(around.frame); x += 56) {
      const box = { x, y, ...size };
      const bare = boxCost(box, own, around);
      if (!Number.isFinite(bare)) continue;
      const target = targetOf(box);
      const distance = distanceTo(box, target);
      const leader = distance > leaderDistance ? ([nearestInBox(inflate(box, 3), target), target] as const) : null;
      const alsoTakes = leader === null ? [] : alongside(leader);
      const crossed = leader === null ? 0 : leaderCost(leader, alsoTakes, own, around);
      const cost = bare + strayCost + distance * costPerPixel + crossed;
      found.push({ text, style, box, anchor: "start", leader, cost, alsoTakes });
    }
  }
  return found;
}

/** A leader that runs over other lines, dots or pills misleads. */
function leaderCost(
  leader: readonly [Point, Point],
  along: readonly Box[],
  own: Trace | null,
  around: Surroundings,
): number {
  const [from, to] = leader;
  const marks = around.solids.filter((solid) => clipSegment(from, to, solid) !== null && distanceTo(solid, to) > 0);
  const others = around.traces.filter((trace) => trace !== own);
  return marks.length * 120 + along.reduce((sum, box) => sum + crossingCost(others, box), 0);
}

/** Small boxes along a slanted line, in place of one large box around it. */
function alongside(leader: readonly [Point, Point]): Box[] {
  const [from, to] = leader;
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 12));
  // The last bit touches what is named, and may.
  return Array.from({ length: steps - 1 }, (_, index) => {
    const share = (index + 0.5) / steps;
    return { x: from.x + (to.x - from.x) * share - 4, y: from.y + (to.y - from.y) * share - 4, width: 8, height: 8 };
  });
}
