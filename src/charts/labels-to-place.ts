import { bandCandidates } from "./band-candidates.ts";
import { drawableText } from "./drawable-text.ts";
import type { Ink, LabelToPlace, TextStyle } from "./label.ts";
import type { Surroundings } from "./label-cost.ts";
import { besideCandidates, type Mark, uprightCandidates } from "./mark-candidates.ts";
import { type Band, type Crossing, markSizes } from "./marks.ts";
import { nameCandidates, strayNames } from "./name-candidates.ts";
import type { RateUnit } from "./rate-unit.ts";
import { strayCandidates } from "./stray-candidates.ts";
import { fitText } from "./text-measure.ts";
import type { Trace } from "./trace.ts";
import { bandWordings, breakEvensWordings } from "./wording.ts";

/**
 * What it costs to leave a label out. A line without its name or its dollars is worth nothing, so those show at any
 * price; words of a band are dropped rather than written across a line.
 */
const dropCosts = { money: 9000, name: 9000, secondaryName: 4000, breakEven: 1500, wall: 1200, band: 240 };
const widest = { name: 430, money: 260, wall: 380, breakEven: 520 };
const smallerNameCost = 12;
const wrongSideCost = 45;

interface Parts {
  traces: readonly Trace[];
  crossings: readonly Crossing[];
  bands: readonly Band[];
  unit: RateUnit;
}

/** All labels of a chart with their possible places, the least movable first. */
export function labelsToPlace(parts: Parts, around: Surroundings): LabelToPlace[] {
  const { traces, bands } = parts;
  const families = new Set(traces.map((trace) => trace.line.family));
  const drawn = traces.filter((trace) => trace.within.length + trace.beyond.length > 0);
  return [
    ...traces.flatMap((trace) => moneyLabel(trace, traces, around)),
    ...traces.flatMap((trace) => wallLabel(trace, around)),
    ...groupsOf(parts.crossings).map((group) => crossingLabel(group, parts.unit, around)),
    ...drawn.map((trace) => nameLabel(trace, around)),
    // Nothing costs less than itself: with one family there is nothing to say.
    ...(families.size > 1 ? bands.map((band) => bandLabel(band, bands.length === 1, around)) : []),
  ];
}

function moneyLabel(trace: Trace, traces: readonly Trace[], around: Surroundings): LabelToPlace[] {
  const { dot, line } = trace;
  if (dot === null || line.atYou === null) return [];
  const style: TextStyle = { sizePx: 31, weight: 700, ink: inkOf(trace) };
  const text = fitted(line.atYou.label, widest.money, style);
  // Beside dots that nearly touch, the figures stand in the order of the dots.
  const near = traces.flatMap((other) => (other === trace || other.dot === null ? [] : [other.dot.y - dot.y]));
  const mark: Mark = {
    at: dot,
    clearX: 22,
    clearY: 11,
    own: trace,
    aboveCost: near.some((dy) => dy < 0 && dy > -60) ? wrongSideCost : 0,
    belowCost: near.some((dy) => dy > 0 && dy < 60) ? wrongSideCost : 0,
  };
  return [markLabel(text, style, mark, around, dropCosts.money)];
}

function wallLabel(trace: Trace, around: Surroundings): LabelToPlace[] {
  const { wall, line } = trace;
  if (wall === null || line.wall === null) return [];
  const style: TextStyle = { sizePx: 28, weight: 400, ink: inkOf(trace) };
  const text = fitted(line.wall.label, widest.wall, style);
  const mark: Mark = { at: wall, clearX: 16, clearY: 9, own: trace, aboveCost: 0, belowCost: 0 };
  return [markLabel(text, style, mark, around, dropCosts.wall)];
}

function markLabel(text: string, style: TextStyle, mark: Mark, around: Surroundings, dropCost: number): LabelToPlace {
  return {
    candidates: besideCandidates(text, style, mark, around),
    lastResort: () => strayCandidates(text, style, () => mark.at, mark.own, around),
    dropCost,
  };
}

/** Three or more crossings close together share one label; fewer have one each. */
function groupsOf(crossings: readonly Crossing[]): Crossing[][] {
  const near = 120;
  const groups: Crossing[][] = [];
  for (const crossing of crossings) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && crossing.ring.x - last.ring.x < near) groups.at(-1)?.push(crossing);
    else groups.push([crossing]);
  }
  return groups.flatMap((group) => (group.length > 2 ? [group] : group.map((crossing) => [crossing])));
}

function crossingLabel(group: readonly Crossing[], unit: RateUnit, around: Surroundings): LabelToPlace {
  const style: TextStyle = { sizePx: markSizes.pillText, weight: 600, ink: { role: "text" } };
  const breakEvens = group.map((crossing) => crossing.breakEven);
  const wordings = breakEvensWordings(breakEvens, unit).map((text) => fitted(text, widest.breakEven, style));
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

function nameLabel(trace: Trace, around: Surroundings): LabelToPlace {
  const { label, secondary } = trace.line;
  const weight = secondary ? 400 : 600;
  const styles = (secondary ? [28] : [30, 28]).map((sizePx): TextStyle => ({ sizePx, weight, ink: inkOf(trace) }));
  const candidates = styles.flatMap((style, rank) =>
    nameCandidates(fitted(label, widest.name, style), style, trace, around).map((candidate) => ({
      ...candidate,
      cost: candidate.cost + rank * smallerNameCost,
    })),
  );
  const last = styles.slice(-1);
  return {
    candidates,
    lastResort: () => last.flatMap((style) => strayNames(fitted(label, widest.name, style), style, trace, around)),
    dropCost: secondary ? dropCosts.secondaryName : dropCosts.name,
  };
}

function bandLabel(band: Band, alone: boolean, around: Surroundings): LabelToPlace {
  const style: TextStyle = { sizePx: 28, weight: 400, ink: { role: "band", family: band.family } };
  const wordings = bandWordings(band.family, alone);
  return {
    candidates: bandCandidates(wordings, style, band.box, around),
    lastResort: null,
    dropCost: dropCosts.band,
  };
}

function inkOf(trace: Trace): Ink {
  return { role: "line", architecture: trace.line.architecture };
}

function fitted(text: string, maxWidth: number, style: TextStyle): string {
  return fitText(drawableText(text), maxWidth, style.sizePx, style.weight);
}
