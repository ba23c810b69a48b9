import type { TableRow } from "#src/reply/reply.ts";
import { emphasize, type FigureRow, isEmpty, shown, type TableData } from "./table-cells.ts";

/** One column of amounts as a list of its own: what it is called, and an amount a line. */
export interface ColumnList {
  label: string;
  rows: readonly FigureRow[];
}

/**
 * A table of amounts, one column a design, as a list a column: side by side they do not fit a phone. Rows without an
 * amount in a column are left out of its list. Null for any other table.
 */
export function columnLists(table: TableData): ColumnList[] | null {
  if (!isOfAmounts(table)) return null;
  return table.columns.slice(1).map(({ label }, index) => ({
    label: shown([{ kind: "text", text: label, style: "plain" }]),
    rows: table.rows.filter((row) => !isEmpty(row.cells[index + 1] ?? [])).map((row) => amountRow(row, index + 1)),
  }));
}

function amountRow({ cells, emphasized }: TableRow, column: number): FigureRow {
  const [name = []] = cells;
  return { figure: shown(cells[column] ?? []), words: emphasized ? name.map(emphasize) : name };
}

/** Two columns or more after the first, all of money: anything else with a digit in it needs its column's name. */
function isOfAmounts({ columns, rows, figureColumn }: TableData): boolean {
  const amounts = columns.slice(1);
  return (
    figureColumn === 1 &&
    amounts.length >= 2 &&
    rows.length > 0 &&
    amounts.every(({ align, label }) => align === "right" && label.trim() !== "") &&
    rows.every(({ cells }) => cells.slice(1, columns.length).every((spans) => isMoney(shown(spans))))
  );
}

function isMoney(text: string): boolean {
  return text.includes("$") || !/\d/.test(text);
}
