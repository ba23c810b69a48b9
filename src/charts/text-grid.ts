import type { Architecture } from "#src/model/architecture-name.ts";

/** How a cell is written: the colour of a line, bold, or dim. */
export type TextInk = Architecture | "strong" | "quiet" | "plain";

export interface TextCell {
  text: string;
  ink: TextInk;
}

export type TextRow = TextCell[];

/** Select Graphic Rendition codes; 256 colours, the families of the drawn charts. */
const codes: Readonly<Record<TextInk, string>> = {
  serverless: "38;5;208",
  "serverless-tuned": "38;5;179",
  "monolith-fargate": "38;5;75",
  "monolith-ec2": "38;5;117",
  hybrid: "38;5;141",
  strong: "1",
  quiet: "2",
  plain: "",
};

export function emptyRow(width: number): TextRow {
  return Array.from({ length: width }, () => ({ text: " ", ink: "plain" }));
}

/** Writes cells into a row from a column on; what would stand outside the row is left out. */
export function write(row: TextRow, column: number, cells: readonly string[], ink: TextInk): void {
  for (const [offset, text] of cells.entries()) {
    if (column + offset >= 0 && column + offset < row.length) row[column + offset] = { text, ink };
  }
}

/** The row as text without trailing spaces; colours only when asked for, one code for each run of one ink. */
export function printRow(row: TextRow, colour: boolean): string {
  const end = row.findLastIndex((cell) => cell.text !== " ") + 1;
  const runs: TextCell[] = [];
  for (const cell of row.slice(0, end)) {
    const last = runs.at(-1);
    if (last !== undefined && (last.ink === cell.ink || cell.text === " ")) last.text += cell.text;
    else runs.push({ ...cell });
  }
  return runs.map((run) => (colour ? painted(run) : run.text)).join("");
}

function painted({ text, ink }: TextCell): string {
  const code = codes[ink];
  return code === "" || text.trim() === "" ? text : `\u001b[${code}m${text}\u001b[0m`;
}
