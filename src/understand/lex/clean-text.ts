/** Longest text read, in UTF-16 units: far beyond any description, small enough to bound the work. */
export const longestText = 20_000;

/** ANSI escape sequences: colours, cursor moves, titles. Every run is bounded, so a missing end costs nothing. */
const escapeCharacter = String.fromCharCode(27);
const bell = String.fromCharCode(7);
const ansiEscape = new RegExp(
  `${escapeCharacter}(?:\\[[0-9;?]{0,40}[ -/]{0,4}[@-~]|\\][^${bell}${escapeCharacter}]{0,200}(?:${bell}|${escapeCharacter}\\\\)|[@-_])`,
  "g",
);
/** Control and format characters: zero-width, direction overrides, soft hyphens, tags; and variation selectors. */
const invisible = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu;
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const fullWidth = /[\uff01-\uff5e]/g;
const spelledFractions: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };

/** Lone halves of surrogate pairs, which neither a database nor JSON likes. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** "1½" is 1.5 and a lone "½" is 0.5. */
function spellFraction(match: string, offset: number, text: string): string {
  const decimals = spelledFractions[match] ?? match;
  return /\d/.test(text[offset - 1] ?? "") ? decimals : `0${decimals}`;
}

/**
 * Makes a text safe to read, keep and show: escape sequences, control, zero-width and direction-override characters
 * go, odd blanks become blanks, typographic quotes and dashes become plain ones, and at most 20,000 characters stay.
 */
export function cleanText(raw: string): { text: string; truncated: boolean } {
  const truncated = raw.length > longestText;
  const text = (truncated ? raw.slice(0, longestText) : raw)
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replace(ansiEscape, "")
    .replace(loneSurrogate, "")
    .normalize("NFC")
    .replace(invisible, (character) => (character === "\n" || character === "\t" ? character : ""))
    .replace(blanks, " ")
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[½¼¾]/g, spellFraction)
    .replace(/[\u2018\u2019\u201a\u2032\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replace(/\u2014/g, " - ");
  return { text: text.slice(0, longestText), truncated };
}
