import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { drawableText } from "./drawable-text.ts";
import { chartWidth, tickSizePx } from "./frame.ts";
import { bottomOf, rightOf } from "./geometry.ts";
import { element } from "./markup.ts";
import { paintText } from "./paint-text.ts";
import type { Scene } from "./scene.ts";
import { fitText, textWidth } from "./text-measure.ts";
import type { Theme } from "./theme.ts";
import { loadAxisCaption } from "./wording.ts";

const outerMargin = 36;
const titleSizes = [40, 37, 34, 32];
const captionSizePx = 28;
const widestNoun = 640;

/** The finding, as large as one line allows, and under it what is drawn. */
export function paintHeading(spec: ChartSpec, theme: Theme): string {
  const room = chartWidth - 2 * outerMargin;
  const title = drawableText(spec.title);
  const sizePx = titleSizes.find((size) => textWidth(title, size, 700) <= room) ?? 32;
  const subtitle = fitText(drawableText(spec.subtitle), room, captionSizePx, 400);
  return [
    paintText(fitText(title, room, sizePx, 700), {
      x: outerMargin,
      baseline: 56,
      sizePx,
      weight: 700,
      anchor: "start",
      fill: theme.text,
    }),
    paintText(subtitle, {
      x: outerMargin,
      baseline: 100,
      sizePx: captionSizePx,
      weight: 400,
      anchor: "start",
      fill: theme.quietText,
    }),
  ].join("");
}

/** Grid lines with their dollars, loads under the frame, and what the loads count. */
export function paintAxes(spec: ChartSpec, scene: Scene, theme: Theme): string {
  const { frame } = scene.plane;
  const { noun, rest } = loadAxisCaption(spec);
  const caption = `${fitText(noun, widestNoun, captionSizePx, 400)} ${rest}`;
  const quiet = { sizePx: tickSizePx, weight: 400, fill: theme.quietText } as const;
  return [
    ...scene.costTicks.map((tick) =>
      [
        element("line", {
          x1: frame.x,
          x2: rightOf(frame),
          y1: tick.pixel,
          y2: tick.pixel,
          stroke: theme.gridLine,
          "stroke-width": 2,
        }),
        paintText(tick.text, { ...quiet, x: frame.x - 16, baseline: tick.pixel + 10, anchor: "end" }),
      ].join(""),
    ),
    ...scene.loadTicks.map((tick) =>
      paintText(tick.text, { ...quiet, x: tick.labelPixel, baseline: bottomOf(frame) + 42, anchor: "middle" }),
    ),
    paintText(caption, {
      ...quiet,
      x: insideCaptionX(caption, frame.x + frame.width / 2),
      baseline: bottomOf(frame) + 79,
      sizePx: captionSizePx,
      anchor: "middle",
    }),
  ].join("");
}

function insideCaptionX(caption: string, middle: number): number {
  const half = textWidth(caption, captionSizePx, 400) / 2;
  return Math.min(middle, chartWidth - outerMargin - half);
}
