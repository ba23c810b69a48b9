import type { TableColumn, TableRow } from "#src/reply/reply.ts";
import { lineWidth, type Run, runsOf, type StyledLine, wrap } from "./styled-line.ts";

const GAP = 3;
const MARK_WIDTH = 2;
const COLUMN_MIN = 6;

/** A table in columns: `>` marks the preferred row, and cells that do not fit are wrapped. */
export function tableLines(columns: readonly TableColumn[], rows: readonly TableRow[], width: number): StyledLine[] {
  const cells = rows.map((row) => columns.map((_, column) => runsOf(row.cells[column] ?? [])));
  const widths = columnWidths(columns, cells, width);
  const header = columns.map((column): Run[] => [{ text: column.label, style: "quiet" }]);
  return [
    ...rowLines(header, columns, widths, "  "),
    ...rows.flatMap((row, position) => rowLines(cells[position] ?? [], columns, widths, row.emphasized ? "> " : "  ")),
  ];
}

function columnWidths(columns: readonly TableColumn[], cells: readonly (readonly Run[])[][], width: number): number[] {
  const widths = columns.map((column, position) =>
    Math.max(
      lineWidth([{ text: column.label, style: "plain" }]),
      ...cells.map((row) => widestLine(row[position] ?? [])),
      1,
    ),
  );
  const room = width - MARK_WIDTH - GAP * (columns.length - 1);
  for (let excess = widths.reduce((sum, value) => sum + value, 0) - room; excess > 0; excess -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= COLUMN_MIN) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function widestLine(runs: readonly Run[]): number {
  return Math.max(0, ...wrap(runs, Number.MAX_SAFE_INTEGER).map(lineWidth));
}

function rowLines(
  cells: readonly (readonly Run[])[],
  columns: readonly TableColumn[],
  widths: readonly number[],
  mark: string,
): StyledLine[] {
  const wrapped = cells.map((runs, column) => wrap(runs, widths[column] ?? COLUMN_MIN));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => [
    { text: row === 0 ? mark : " ".repeat(MARK_WIDTH), style: "plain" as const },
    ...columns.flatMap((column, position) =>
      cell(wrapped[position]?.[row] ?? [], column, widths[position] ?? 0, position === 0),
    ),
  ]);
}

function cell(line: StyledLine, { align }: TableColumn, width: number, isFirst: boolean): Run[] {
  const gap: Run = { text: isFirst ? "" : " ".repeat(GAP), style: "plain" };
  const space: Run = { text: " ".repeat(Math.max(0, width - lineWidth(line))), style: "plain" };
  return align === "left" ? [gap, ...line, space] : [gap, space, ...line];
}
