import { type Box, bottomOf, type Point } from "./geometry.ts";
import { type Anchor, type LabelCandidate, type Size, sizeOf, type TextStyle } from "./label.ts";
import { boxCost, type Surroundings } from "./label-cost.ts";
import type { Trace } from "./trace.ts";

export interface Mark {
  at: Point;
  /** Space to the side of its middle. */
  clearX: number;
  /** Space above and below its middle. */
  clearY: number;
  own: Trace;
  /** Extra cost of text above it and below it. */
  aboveCost: number;
  belowCost: number;
}

const step = 12;
const stepCost = 9;
const asideStep = 20;
const asideCost = 14;
const shorterWordingCost = 130;

/** On either side of a dot or a wall: level with it, then further off in small steps. */
export function besideCandidates(text: string, style: TextStyle, mark: Mark, around: Surroundings): LabelCandidate[] {
  const size = sizeOf(text, style);
  const found: LabelCandidate[] = [];
  for (const aside of [0, 1, 2]) {
    for (const [anchor, x] of sides(mark.at.x, mark.at.x, mark.clearX + aside * asideStep, size)) {
      for (const [y, offsetCost] of heights(mark, size)) {
        const box = { x, y, ...size };
        const away = Math.max(y - mark.at.y, mark.at.y - bottomOf(box), 0);
        const cost = boxCost(box, mark.own, around, away) + offsetCost + aside * asideCost;
        if (Number.isFinite(cost)) found.push({ text, style, box, anchor, leader: null, alsoTakes: [], cost });
      }
    }
  }
  return found;
}

function sides(leftOf: number, rightOf: number, clear: number, size: Size): (readonly [Anchor, number])[] {
  return [
    ["start", rightOf + clear],
    ["end", leftOf - clear - size.width],
  ];
}

function heights(mark: Mark, size: Size): [y: number, cost: number][] {
  const found: [number, number][] = [[mark.at.y - size.height / 2, 0]];
  for (let i = 0; i <= 5; i++) {
    found.push([mark.at.y - mark.clearY - size.height - i * step, i * stepCost + mark.aboveCost]);
    found.push([mark.at.y + mark.clearY + i * step, i * stepCost + mark.belowCost]);
  }
  return found;
}

/**
 * Beside one upright line or a row of them, between two heights, near the lower end first; each wording after the
 * first costs more.
 */
export function uprightCandidates(
  wordings: readonly string[],
  style: TextStyle,
  uprights: { left: number; right: number; top: number; bottom: number },
  around: Surroundings,
): LabelCandidate[] {
  return wordings.flatMap((text, rank) =>
    besideUprights(text, style, uprights, around).map((candidate) => ({
      ...candidate,
      cost: candidate.cost + rank * shorterWordingCost,
    })),
  );
}

function besideUprights(
  text: string,
  style: TextStyle,
  uprights: { left: number; right: number; top: number; bottom: number },
  around: Surroundings,
): LabelCandidate[] {
  const size = sizeOf(text, style);
  const found: LabelCandidate[] = [];
  for (const [anchor, x] of sides(uprights.left, uprights.right, 11, size)) {
    for (let y = uprights.bottom - 12 - size.height; y >= uprights.top - size.height; y -= step) {
      const box: Box = { x, y, ...size };
      const cost = boxCost(box, null, around) + (uprights.bottom - bottomOf(box)) * 0.08;
      if (Number.isFinite(cost)) found.push({ text, style, box, anchor, leader: null, alsoTakes: [], cost });
    }
  }
  return found;
}
