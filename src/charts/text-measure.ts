import { advanceWidths, measuredCharacters, unitsPerEm, type Weight } from "./inter-widths.ts";

const indexOfCharacter = new Map([...measuredCharacters].map((character, index) => [character, index]));

/** Of an em: wider than nearly every letter of the other scripts Inter draws, so that a guess errs on the safe side. */
const unmeasuredWidthEm = 0.8;

/** Width in pixels of one line of Inter. Kerning is left out: it makes text narrower by a percent or two. */
export function textWidth(text: string, sizePx: number, weight: Weight): number {
  let units = 0;
  for (const character of text) units += characterWidth(character, weight);
  return (units / unitsPerEm) * sizePx;
}

function characterWidth(character: string, weight: Weight): number {
  const index = indexOfCharacter.get(character) ?? indexOfCharacter.get(baseLetter(character));
  const units = index === undefined ? undefined : advanceWidths[weight][index];
  return units ?? unmeasuredWidthEm * unitsPerEm;
}

/** An accented letter is as wide as the letter under the accent. */
function baseLetter(character: string): string {
  return character.normalize("NFD").slice(0, 1);
}

/** The text, cut with an ellipsis where it would be wider than `maxWidth` pixels. */
export function fitText(text: string, maxWidth: number, sizePx: number, weight: Weight): string {
  if (textWidth(text, sizePx, weight) <= maxWidth) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const cut = `${characters.join("").trimEnd()}…`;
    if (textWidth(cut, sizePx, weight) <= maxWidth) return cut;
  }
  return "";
}
