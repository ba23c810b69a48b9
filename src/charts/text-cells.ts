/** Characters a terminal shows two columns wide. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/u;

/**
 * One line of text as terminal columns. Control characters are left out, so that a name can never move the cursor or
 * change a colour; a wide character takes its column and an empty one; marks that combine stay with their letter.
 */
export function toCells(text: string): string[] {
  const cells: string[] = [];
  for (const character of text.normalize("NFC").replace(/\s+/g, " ").trim()) {
    if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)) continue;
    const last = cells.length - 1;
    if (/\p{M}/u.test(character) && last >= 0) cells[last] += character;
    else cells.push(character, ...(wide.test(character) ? [""] : []));
  }
  return cells;
}

/** At most `most` columns, cut with an ellipsis. */
export function fitCells(text: string, most: number): string[] {
  const cells = toCells(text);
  if (cells.length <= most) return cells;
  if (most < 1) return [];
  const kept = cells.slice(0, most - 1);
  // Half of a wide character cannot be shown.
  if (cells[most - 1] === "") kept.pop();
  return [...kept, "…"];
}

/** Text in lines of at most `width` columns, broken at spaces. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && toCells(longer).length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((each) => fitCells(each, width).join(""));
}
