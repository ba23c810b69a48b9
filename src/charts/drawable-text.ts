import { measuredCharacters } from "./inter-widths.ts";

/**
 * Characters Inter has a glyph for. Anything else would be drawn as a box with "no glyph" in it: system fonts are
 * left out, because with them the same chart would differ between machines.
 */
const drawableRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x148],
  [0x14a, 0x1c3],
  [0x1c5, 0x24f],
  [0x391, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x479],
  [0x480, 0x489],
  [0x48a, 0x49d],
  [0x4a0, 0x4ff],
  [0x1e00, 0x1e9b],
  [0x1e9e, 0x1eff],
];

const others = new Set(measuredCharacters);

export function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return others.has(character) || drawableRanges.some(([from, to]) => code >= from && code <= to);
}

/** One line of text that Inter can draw: white space collapsed, each run of undrawable characters as one ellipsis. */
export function drawableText(text: string): string {
  const shown = [...text.normalize("NFC").replace(/\s+/g, " ").trim()].map((character) =>
    isDrawable(character) ? character : "\u0000",
  );
  return shown.join("").replace(/\0+/g, "…").replace(/…{2,}/g, "…");
}
