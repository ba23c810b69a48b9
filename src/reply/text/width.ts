import { graphemes } from "#src/reply/clean-text.ts";

/** Wide East Asian blocks (Unicode's W and F), enough to align a table. */
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u;

/** Characters drawn as pictures: two columns. A variation selector 16 makes a picture of a text character. */
const picture = /^\p{Emoji_Presentation}|\uFE0F|^\p{Regional_Indicator}{2}/u;

const zero = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Columns one character takes in a terminal. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (character.length === 1 && code < 0x300) return 1;
  if (zero.test(character)) return 0;
  return wide.test(character) || picture.test(character) ? 2 : 1;
}

const ascii = /^[\x20-\x7E]*$/;

/** Columns a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  return graphemes(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

/** Pieces of at most `columns`, for a word that fits no line. */
export function pieces(text: string, columns: number): string[] {
  const result: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of graphemes(text)) {
    const needed = characterWidth(character);
    if (used + needed > columns && piece !== "") {
      result.push(piece);
      piece = "";
      used = 0;
    }
    piece += character;
    used += needed;
  }
  return piece === "" ? result : [...result, piece];
}
