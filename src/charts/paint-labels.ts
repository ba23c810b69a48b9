import { type Box, inflate, lengthInside, rightOf } from "./geometry.ts";
import type { LabelCandidate } from "./label.ts";
import { markSizes } from "./marks.ts";
import { element } from "./markup.ts";
import { colourOf, paintBoxed, paintText } from "./paint-text.ts";
import type { Scene } from "./scene.ts";
import type { Theme } from "./theme.ts";
import { allRuns } from "./trace.ts";

/** Pill, leaders, then the labels themselves, on top of everything. */
export function paintLabels(scene: Scene, theme: Theme): string {
  return [
    paintPill(scene, theme),
    ...scene.labels.map((label) => paintLeader(label, theme)),
    ...scene.labels.map((label) => paintCutOut(label.box, scene, theme)),
    ...scene.labels.map((label) =>
      paintBoxed(label.text, label.box, label.anchor, label.style, theme, backdrop(label.box, scene, theme)),
    ),
  ].join("");
}

function paintPill(scene: Scene, theme: Theme): string {
  if (scene.you === null) return "";
  const { pill, text } = scene.you;
  return [
    element("rect", { ...pill, rx: pill.height / 2, fill: theme.pill }),
    paintText(text, {
      x: pill.x + pill.width / 2,
      baseline: pill.y + pill.height / 2 + 10,
      sizePx: markSizes.pillText,
      weight: 600,
      anchor: "middle",
      fill: theme.pillText,
    }),
  ].join("");
}

function paintLeader(label: LabelCandidate, theme: Theme): string {
  if (label.leader === null) return "";
  const [from, to] = label.leader;
  return element("line", {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    stroke: colourOf(label.style.ink, theme),
    "stroke-width": 2,
  });
}

/** Where a label stands across a line, the line is interrupted, so that it does not strike the words through. */
function paintCutOut(box: Box, scene: Scene, theme: Theme): string {
  const around = inflate(box, 2);
  if (!scene.traces.some((trace) => lengthInside(allRuns(trace), around) > 0)) return "";
  return scene.bands
    .map((band) => ({
      left: Math.max(band.box.x, around.x),
      right: Math.min(rightOf(band.box), rightOf(around)),
      band,
    }))
    .filter((part) => part.right > part.left)
    .map(({ left, right, band }) =>
      element("rect", { ...around, x: left, width: right - left, fill: theme.bands[band.family ?? "close"].fill }),
    )
    .join("");
}

/** Colour of the band under the middle of a label. */
function backdrop(box: Box, scene: Scene, theme: Theme): string {
  const middle = box.x + box.width / 2;
  const band = scene.bands.find((each) => each.box.x <= middle && middle <= rightOf(each.box));
  return band === undefined ? theme.background : theme.bands[band.family ?? "close"].fill;
}
