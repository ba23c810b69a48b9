import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { type Axes, layOutAxes } from "./frame.ts";
import { inflate } from "./geometry.ts";
import type { LabelCandidate } from "./label.ts";
import { labelsToPlace } from "./labels-to-place.ts";
import { type Band, type Crossing, placeBands, placeCrossings, placeYou, solidMarks, type You } from "./marks.ts";
import { placeLabels } from "./place-labels.ts";
import { type Trace, traceLines } from "./trace.ts";
import { rateUnitOf } from "./wording.ts";

/** Everything inside the frame, placed but not yet coloured. */
export interface Scene extends Axes {
  bands: readonly Band[];
  traces: readonly Trace[];
  crossings: readonly Crossing[];
  you: You | null;
  labels: readonly LabelCandidate[];
}

/** Least space between two labels and between a label and the frame, in pixels. */
const labelGap = 6;
const frameGap = 8;

/** Lays out the chart: scales, bands, lines, marks, then the labels around them. */
export function composeScene(spec: ChartSpec): Scene {
  const unit = rateUnitOf(spec);
  const axes = layOutAxes(spec, unit);
  const { plane } = axes;
  const traces = traceLines(spec.lines, spec.you.ratePerSecond, plane);
  const bands = placeBands(spec, plane);
  const crossings = placeCrossings(spec, plane);
  const you = placeYou(spec, plane);
  const toPlace = labelsToPlace(
    { traces, crossings, bands, unit },
    {
      frame: inflate(plane.frame, -frameGap),
      traces,
      solids: solidMarks(traces, crossings, you),
      rule: you === null ? null : you.rule,
      drops: crossings.map((crossing) => crossing.drop),
      bandEdges: bands.slice(1).map((band) => band.box.x),
    },
  );
  const labels = placeLabels(toPlace, labelGap).filter((place) => place !== null);
  return { ...axes, bands, traces, crossings, you, labels };
}
