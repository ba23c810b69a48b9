/**
 * Text that came from outside (people, catalogs) on its way into a sentence. Markup is the renderers' business; this
 * takes out what would break any layout: control characters, direction overrides, broken surrogates, line breaks.
 */

/** C0 and C1 controls (tab and line feed are handled before), zero-width and direction-changing characters. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Escape sequences a terminal would obey; taken out whole, so that no "[31m" is left behind. */
const escapes =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]{0,2000}(?:\u0007|\u001B\\)?|[@-Z\\-_])|\u009B[0-?]*[ -/]*[@-~]/gu;

/** Printable text; line feeds stay. */
export function printable(text: string): string {
  return text.toWellFormed().replace(escapes, "").replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(unprintable, "");
}

/** Printable text on one line, shortened at a word where possible. `max` counts characters as people see them. */
export function oneLine(text: string, max: number): string {
  const flat = printable(text.slice(0, max * 40))
    .replace(/\s+/g, " ")
    .trim();
  const characters = graphemes(flat);
  if (characters.length <= max) return flat;
  const cut = characters.slice(0, Math.max(0, max - 1)).join("");
  const word = cut.replace(/\s+\S*$/, "");
  return `${(word.length > cut.length / 2 ? word : cut).trimEnd()}…`;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters as people see them: an emoji with its modifiers is one. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
