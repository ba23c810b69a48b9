import { type Box, contains, inflate, rightOf } from "./geometry.ts";
import { type LabelCandidate, sizeOf, type TextStyle } from "./label.ts";
import { boxCost, type Surroundings } from "./label-cost.ts";

/** Between the top of the frame and the words of the bands. */
const topMargin = 15;
const rowCost = 40;
const shorterWordingCost = 60;
const perPixelAside = 0.05;

/** Along the top of a band, in its middle or to a side; each wording after the first costs more. */
export function bandCandidates(
  wordings: readonly string[],
  style: TextStyle,
  band: Box,
  around: Surroundings,
): LabelCandidate[] {
  const room = inflate(band, -8);
  const found: LabelCandidate[] = [];
  for (const [rank, text] of wordings.entries()) {
    const size = sizeOf(text, style);
    for (let row = 0; row < 2; row++) {
      for (let x = room.x; x + size.width <= rightOf(room); x += 12) {
        const box = { x, y: band.y + topMargin + row * (size.height + 8), ...size };
        const aside = Math.abs(x + size.width / 2 - (band.x + band.width / 2)) * perPixelAside;
        const cost = boxCost(box, null, around) + aside + row * rowCost + rank * shorterWordingCost;
        if (contains(room, box)) found.push({ text, style, box, anchor: "start", leader: null, alsoTakes: [], cost });
      }
    }
  }
  return found;
}
