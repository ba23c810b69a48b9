import type { SpanStyle } from "#src/reply/reply.ts";
import type { StyledLine } from "./styled-line.ts";

const ESC = "\u001B[";
const codes: Readonly<Record<SpanStyle, string | null>> = { plain: null, strong: "1", quiet: "2", code: "36" };

/** One line as text; with `colour` its styles become ANSI sequences, each closed on the same line. */
export function paint(line: StyledLine, colour: boolean): string {
  return line
    .map(({ text, style }) => {
      const code = codes[style];
      return colour && code !== null && text !== "" ? `${ESC}${code}m${text}${ESC}0m` : text;
    })
    .join("")
    .trimEnd();
}
