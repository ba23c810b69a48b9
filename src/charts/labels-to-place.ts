import { bandCandidates } from "./band-candidates.ts";
import { dropCosts, fittedText, inkOf, type LabelToPlace, type TextStyle, widestText } from "./label.ts";
import type { Surroundings } from "./label-cost.ts";
import { crossingLabels, moneyLabel, wallLabel } from "./mark-labels.ts";
import type { Band, Crossing } from "./marks.ts";
import { nameCandidates, strayNames } from "./name-candidates.ts";
import type { RateUnit } from "./rate-unit.ts";
import type { Trace } from "./trace.ts";
import { bandWordings } from "./wording.ts";

const smallerNameCost = 12;

interface Parts {
  traces: readonly Trace[];
  crossings: readonly Crossing[];
  bands: readonly Band[];
  unit: RateUnit;
}

/** All labels of a chart with their possible places, the least movable first. */
export function labelsToPlace(parts: Parts, around: Surroundings): LabelToPlace[] {
  const { traces, crossings, bands, unit } = parts;
  const families = new Set(traces.map((trace) => trace.line.family));
  const drawn = traces.filter((trace) => trace.within.length + trace.beyond.length > 0);
  return [
    ...traces.flatMap((trace) => moneyLabel(trace, traces, around)),
    ...traces.flatMap((trace) => wallLabel(trace, traces, around)),
    ...crossingLabels(crossings, unit, around),
    ...drawn.map((trace) => nameLabel(trace, around)),
    // Nothing costs less than itself: with one family there is nothing to say.
    ...(families.size > 1 ? bands.map((band) => bandLabel(band, bands.length === 1, around)) : []),
  ];
}

function nameLabel(trace: Trace, around: Surroundings): LabelToPlace {
  const { label, secondary } = trace.line;
  const weight = secondary ? 400 : 600;
  const styles = (secondary ? [28] : [30, 28]).map((sizePx): TextStyle => ({ sizePx, weight, ink: inkOf(trace.line) }));
  const candidates = styles.flatMap((style, rank) =>
    nameCandidates(fittedText(label, widestText.name, style), style, trace, around).map((candidate) => ({
      ...candidate,
      cost: candidate.cost + rank * smallerNameCost,
    })),
  );
  return {
    candidates,
    lastResort: () =>
      styles.slice(-1).flatMap((style) => strayNames(fittedText(label, widestText.name, style), style, trace, around)),
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
