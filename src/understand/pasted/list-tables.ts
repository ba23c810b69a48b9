/** Cells are parted by bars here: in "150,256" a comma could as well be a thousands mark. */
const row = /^\s*\|?([^|\n]{1,60})\|([^|\n]{1,60})\|?\s*$/;
const rule = /^[\s|:-]+$/;

/**
 * Makes tables readable for the reader of lists, character for character, so that every place in the text stays where
 * it was: a table of two columns becomes `key: value` lines, and comma-separated lines below a header of words become
 * cells between bars.
 */
export function withReadableTables(text: string): string {
  if (!text.includes("\n")) return text;
  return withBars(withKeys(text.split("\n"))).join("\n");
}

/** "| requests/s | 85 |" says what "requests/s: 85" says; a wider table is left to its own reader. */
function withKeys(lines: readonly string[]): string[] {
  const bars = lines.filter((line) => line.includes("|"));
  const narrow = bars.length >= 2 && bars.every((line) => row.test(line) || rule.test(line));
  if (!narrow) return [...lines];
  return lines.map((line) => {
    if (!line.includes("|") || rule.test(line)) return line.includes("|") ? " ".repeat(line.length) : line;
    const opens = /^\s*\|/.test(line) ? line.indexOf("|") : -1;
    const middle = line.indexOf("|", opens + 1);
    return [...line].map((character, at) => (character === "|" ? (at === middle ? ":" : " ") : character)).join("");
  });
}

const commasOf = (line: string): number => line.split(",").length - 1;

/** "step,duration_ms,memory_mb" over "parse,150,256": the header has no figures, the rows as many commas. */
function withBars(lines: readonly string[]): string[] {
  let width = 0;
  return lines.map((line, at) => {
    const next = lines[at + 1] ?? "";
    const heads =
      /^[A-Za-z_ ()/]+(?:,[A-Za-z_ ()/]+)+$/.test(line) && commasOf(next) === commasOf(line) && /\d/.test(next);
    if (heads) width = commasOf(line);
    else if (width === 0 || commasOf(line) !== width) width = 0;
    return width > 0 ? line.replaceAll(",", "|") : line;
  });
}
