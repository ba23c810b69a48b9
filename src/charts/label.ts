import type { Architecture } from "#src/model/architecture-name.ts";
import type { Family } from "#src/model/assessment.ts";
import { drawableText } from "./drawable-text.ts";
import type { Box, Point } from "./geometry.ts";
import type { Weight } from "./inter-widths.ts";
import type { Placeable } from "./place-labels.ts";
import type { Candidate } from "./placeable.ts";
import { fitText, textWidth } from "./text-measure.ts";

/** Which colour of the theme a text takes. */
export type Ink =
  | { role: "line"; architecture: Architecture }
  | { role: "band"; family: Family | null }
  | { role: "text" };

export type Anchor = "start" | "middle" | "end";

export interface TextStyle {
  sizePx: number;
  weight: Weight;
  ink: Ink;
}

/** A place for one label, complete enough to be painted. */
export interface LabelCandidate extends Candidate {
  text: string;
  style: TextStyle;
  anchor: Anchor;
  /** From the label to what it names, where it stands too far off to be read without. */
  leader: readonly [Point, Point] | null;
}

export type LabelToPlace = Placeable<LabelCandidate>;

/**
 * What it costs to leave a label out. A line without its name or its dollars is worth nothing, so those show at any
 * price; words of a band are dropped rather than written across a line.
 */
export const dropCosts = {
  money: 9000,
  name: 9000,
  secondaryName: 4000,
  breakEven: 1500,
  wall: 1200,
  secondaryWall: 400,
  band: 240,
};

/** Pixels a text may take before it is cut. */
export const widestText = { name: 430, money: 260, wall: 380, breakEven: 520 };

export function inkOf(line: { architecture: Architecture }): Ink {
  return { role: "line", architecture: line.architecture };
}

/** What people wrote, as it can be drawn in this room. */
export function fittedText(text: string, maxWidth: number, style: TextStyle): string {
  return fitText(drawableText(text), maxWidth, style.sizePx, style.weight);
}

/** Of Inter, in em: top of the tallest letter above the baseline, and depth of the descenders. */
const ascentEm = 0.76;
const descentEm = 0.22;

export interface Size {
  width: number;
  height: number;
}

export function sizeOf(text: string, style: TextStyle): Size {
  return { width: textWidth(text, style.sizePx, style.weight), height: (ascentEm + descentEm) * style.sizePx };
}

export function baselineOf(box: Box, sizePx: number): number {
  return box.y + ascentEm * sizePx;
}

/** Where the text starts, given its box and anchor. */
export function anchorX(box: Box, anchor: Anchor): number {
  switch (anchor) {
    case "start":
      return box.x;
    case "middle":
      return box.x + box.width / 2;
    case "end":
      return box.x + box.width;
  }
}
