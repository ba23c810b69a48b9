import { isMark, isQuantity, type Lexed, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";

/** Units by the word of a column's header; a header without one of these says nothing about its numbers. */
const headers = wordTable<string>({
  ms: "ms",
  millisecond: "ms",
  duration: "ms",
  s: "s",
  second: "s",
  min: "min",
  minute: "min",
  mb: "mb",
  memory: "mb",
  gb: "gb",
  kb: "kb",
  rps: "rps",
  qps: "qps",
  tps: "tps",
});

interface Line {
  from: number;
  to: number;
}

function linesOf(lexemes: readonly Lexeme[]): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= lexemes.length; at += 1) {
    if (at < lexemes.length && lexemes[at]?.kind !== "break") continue;
    if (at > from) lines.push({ from, to: at });
    from = at + 1;
  }
  return lines;
}

type Separator = "|" | ",";

/** Column of each lexeme of a line: how many separators stand before it. */
function columns(lexemes: readonly Lexeme[], line: Line, separator: Separator): number[] {
  let column = 0;
  return lexemes.slice(line.from, line.to).map((lexeme) => {
    if (isMark(lexeme, separator)) column += 1;
    return column;
  });
}

/** Units by column of a header line: words and separators only, with a unit in some column. */
function headerUnits(lexemes: readonly Lexeme[], line: Line, separator: Separator): Map<number, string> | null {
  const cells = lexemes.slice(line.from, line.to);
  const plain = cells.every((lexeme) => lexeme.kind === "word" || isMark(lexeme, separator, "(", ")", "-", "/"));
  if (!plain || cells.filter((lexeme) => isMark(lexeme, separator)).length < 1) return null;
  const places = columns(lexemes, line, separator);
  const units = new Map<number, string>();
  for (const [offset, lexeme] of cells.entries()) {
    const name = lexeme.kind === "word" ? (headers[lexeme.lemma] ?? headers[lexeme.text.toLowerCase()]) : undefined;
    const column = places[offset] ?? 0;
    // "memory (GB)": the unit proper wins over the word that only suggests one.
    if (
      name !== undefined &&
      (lexeme.kind !== "word" || !units.has(column) || !["duration", "memory"].includes(lexeme.lemma))
    )
      units.set(column, name);
  }
  return units.size === 0 ? null : units;
}

/** The unit each bare number of a table takes from the header of its column, by lexeme. */
export function tableUnits(lexed: Lexed): Map<number, string> {
  const { lexemes } = lexed;
  const found = new Map<number, string>();
  let header: { units: Map<number, string>; separator: Separator; width: number } | null = null;
  for (const line of linesOf(lexemes)) {
    for (const separator of ["|", ","] as const) {
      const units = headerUnits(lexemes, line, separator);
      if (units !== null) header = { units, separator, width: columns(lexemes, line, separator).at(-1) ?? 0 };
    }
    if (header === null) continue;
    const places = columns(lexemes, line, header.separator);
    if (places.at(-1) !== header.width && !isRule(lexemes, line)) continue;
    for (const [offset, column] of places.entries()) {
      const unit = header.units.get(column);
      const at = line.from + offset;
      if (unit !== undefined && isQuantity(lexemes[at], "number")) found.set(at, unit);
    }
  }
  return found;
}

/** "|---|---|" under the header. */
function isRule(lexemes: readonly Lexeme[], line: Line): boolean {
  return lexemes.slice(line.from, line.to).every((lexeme) => isMark(lexeme, "|", "-", ":", "->"));
}
