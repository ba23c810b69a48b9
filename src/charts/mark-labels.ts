import type { Point } from "./geometry.ts";
import { dropCosts, fittedText, inkOf, type LabelToPlace, type TextStyle, widestText } from "./label.ts";
import type { Surroundings } from "./label-cost.ts";
import { besideCandidates, type Mark, uprightCandidates } from "./mark-candidates.ts";
import { type Crossing, markSizes } from "./marks.ts";
import type { RateUnit } from "./rate-unit.ts";
import { strayCandidates } from "./stray-candidates.ts";
import type { Trace } from "./trace.ts";
import { breakEvensWordings } from "./wording.ts";

/** Marks nearer than this that say the same need it said once. */
const sameMark = 20;
/** Dots nearer than this keep their figures in the order of the dots. */
const nearDots = 60;
const wrongSideCost = 45;
/** Crossings nearer than this share a label when there are three or more. */
const nearCrossings = 120;

/** Dollars a month beside the dot at "you". */
export function moneyLabel(trace: Trace, traces: readonly Trace[], around: Surroundings): LabelToPlace[] {
  const { dot, line } = trace;
  if (dot === null || line.atYou === null) return [];
  const same = saidBefore(
    trace,
    traces,
    (each) => each.dot,
    (each) => each.line.atYou?.label,
  );
  if (same) return [];
  const style: TextStyle = { sizePx: 31, weight: 700, ink: inkOf(line) };
  const text = fittedText(line.atYou.label, widestText.money, style);
  const near = traces.flatMap((other) => (other === trace || other.dot === null ? [] : [other.dot.y - dot.y]));
  const mark: Mark = {
    at: dot,
    clearX: 22,
    clearY: 11,
    own: trace,
    aboveCost: near.some((dy) => dy < 0 && dy > -nearDots) ? wrongSideCost : 0,
    belowCost: near.some((dy) => dy > 0 && dy < nearDots) ? wrongSideCost : 0,
  };
  return [markLabel(text, style, mark, around, dropCosts.money)];
}

/** What ends a line, beside its bar. */
export function wallLabel(trace: Trace, traces: readonly Trace[], around: Surroundings): LabelToPlace[] {
  const { wall, line } = trace;
  if (wall === null || line.wall === null) return [];
  const same = saidBefore(
    trace,
    traces,
    (each) => each.wall,
    (each) => each.line.wall?.label,
  );
  if (same) return [];
  const style: TextStyle = { sizePx: 28, weight: 400, ink: inkOf(line) };
  const text = fittedText(line.wall.label, widestText.wall, style);
  const mark: Mark = { at: wall, clearX: 16, clearY: 9, own: trace, aboveCost: 0, belowCost: 0 };
  return [markLabel(text, style, mark, around, line.secondary ? dropCosts.secondaryWall : dropCosts.wall)];
}

/** True when an earlier line has the same words at nearly the same spot. */
function saidBefore(
  trace: Trace,
  traces: readonly Trace[],
  spotOf: (trace: Trace) => Point | null,
  wordsOf: (trace: Trace) => string | undefined,
): boolean {
  const spot = spotOf(trace);
  return traces.slice(0, traces.indexOf(trace)).some((earlier) => {
    const other = spotOf(earlier);
    const near = spot !== null && other !== null && Math.hypot(spot.x - other.x, spot.y - other.y) < sameMark;
    return near && wordsOf(earlier) === wordsOf(trace);
  });
}

function markLabel(text: string, style: TextStyle, mark: Mark, around: Surroundings, dropCost: number): LabelToPlace {
  return {
    candidates: besideCandidates(text, style, mark, around),
    lastResort: () => strayCandidates(text, style, () => mark.at, mark.own, around),
    dropCost,
  };
}

/** Loads at which the cheapest family changes, beside their dashed lines. */
export function crossingLabels(crossings: readonly Crossing[], unit: RateUnit, around: Surroundings): LabelToPlace[] {
  return groupsOf(crossings).map((group) => crossingLabel(group, unit, around));
}

function groupsOf(crossings: readonly Crossing[]): Crossing[][] {
  const groups: Crossing[][] = [];
  for (const crossing of crossings) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && crossing.ring.x - last.ring.x < nearCrossings) groups.at(-1)?.push(crossing);
    else groups.push([crossing]);
  }
  return groups.flatMap((group) => (group.length > 2 ? [group] : group.map((crossing) => [crossing])));
}

function crossingLabel(group: readonly Crossing[], unit: RateUnit, around: Surroundings): LabelToPlace {
  const style: TextStyle = { sizePx: markSizes.pillText, weight: 600, ink: { role: "text" } };
  const breakEvens = group.map((crossing) => crossing.breakEven);
  const wordings = breakEvensWordings(breakEvens, unit).map((text) => fittedText(text, widestText.breakEven, style));
  const xs = group.map((crossing) => crossing.drop.x);
  const uprights = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...group.map((crossing) => crossing.drop.top)),
    bottom: Math.max(...group.map((crossing) => crossing.drop.bottom)),
  };
  const target = { x: uprights.left, y: uprights.top };
  return {
    candidates: uprightCandidates(wordings, style, uprights, around),
    lastResort: () => strayCandidates(wordings[0] ?? "", style, () => target, null, around),
    dropCost: dropCosts.breakEven,
  };
}
