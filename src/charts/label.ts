import type { Architecture } from "#src/model/architecture-name.ts";
import type { Family } from "#src/model/assessment.ts";
import type { Box, Point } from "./geometry.ts";
import type { Weight } from "./inter-widths.ts";
import type { Candidate, Placeable } from "./place-labels.ts";
import { textWidth } from "./text-measure.ts";

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
