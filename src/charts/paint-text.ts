import type { Box } from "./geometry.ts";
import type { Weight } from "./inter-widths.ts";
import { type Anchor, anchorX, baselineOf, type Ink, type TextStyle } from "./label.ts";
import { element, escapeXml } from "./markup.ts";
import type { Theme } from "./theme.ts";

export interface TextAt {
  x: number;
  baseline: number;
  sizePx: number;
  weight: Weight;
  anchor: Anchor;
  fill: string;
  /** Colour behind the letters where they stand on a line. */
  halo?: string;
}

export function paintText(text: string, at: TextAt): string {
  if (text === "") return "";
  const halo =
    at.halo === undefined
      ? {}
      : { stroke: at.halo, "stroke-width": 7, "stroke-linejoin": "round", "paint-order": "stroke" };
  return element(
    "text",
    {
      x: at.x,
      y: at.baseline,
      "font-family": "Inter",
      "font-size": at.sizePx,
      "font-weight": String(at.weight),
      "text-anchor": at.anchor === "start" ? undefined : at.anchor,
      fill: at.fill,
      ...halo,
    },
    escapeXml(text),
  );
}

export function paintBoxed(
  text: string,
  box: Box,
  anchor: Anchor,
  style: TextStyle,
  theme: Theme,
  halo?: string,
): string {
  const { sizePx, weight, ink } = style;
  return paintText(text, {
    x: anchorX(box, anchor),
    baseline: baselineOf(box, sizePx),
    sizePx,
    weight,
    anchor,
    fill: colourOf(ink, theme),
    ...(halo === undefined ? {} : { halo }),
  });
}

export function colourOf(ink: Ink, theme: Theme): string {
  switch (ink.role) {
    case "line":
      return theme.lines[ink.architecture].text;
    case "band":
      return theme.bands[ink.family ?? "close"].text;
    case "text":
      return theme.text;
  }
}
