/**
 * Cuts markdown into parts of at most `max` characters: between lines where it can, else at a blank, never inside a
 * character or between a backslash and its mark. Marks that span a cut inside one line are left as they are: they then
 * show, which loses nothing.
 */
export function splitText(text: string, max: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const line of text.split("\n").flatMap((whole) => cutLine(whole, max))) {
    const longer = part === "" ? line : `${part}\n${line}`;
    if (longer.length <= max) part = longer;
    else {
      parts.push(part);
      part = line;
    }
  }
  return [...parts, part].filter((one) => one.trim() !== "");
}

/** A line that continues small print is small print as well. */
const SMALL_PRINT = "-# ";

function cutLine(line: string, max: number): string[] {
  if (line.length <= max) return [line];
  const prefix = line.startsWith(SMALL_PRINT) ? SMALL_PRINT : "";
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > max) {
    const at = cutAt(rest, max);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = prefix + rest.slice(at).trimStart();
  }
  return [...pieces, rest];
}

function cutAt(text: string, max: number): number {
  const blank = text.lastIndexOf(" ", max);
  if (blank > max / 2) return blank;
  const before = text.charCodeAt(max - 1);
  const isHighSurrogate = before >= 0xd800 && before <= 0xdbff;
  const backslashes = /\\*$/.exec(text.slice(0, max))?.[0].length ?? 0;
  return isHighSurrogate || backslashes % 2 === 1 ? max - 1 : max;
}
