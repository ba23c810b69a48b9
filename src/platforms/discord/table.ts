import type { Span, TableRow } from "#src/reply/reply.ts";
import { code, plain, quiet, strong } from "#src/reply/spans.ts";
import { markdown, smallPrint } from "./markdown.ts";
import { EMPTY_CELL, emphasize, type FigureRow, isEmpty, shown, type TableData } from "./table-cells.ts";
import { columnLists } from "./table-columns.ts";

/** A blank as wide as a digit, in most fonts: pads figures so that they end below each other. */
const FIGURE_SPACE = "\u2007";

/** A longer figure is left to stand out: padding the others to it would push their words off a phone. */
const WIDEST_FIGURE = 16;

/**
 * Discord has no tables, and code blocks break on phones: a line a row, the figure first in code font, padded so that
 * figures end below each other, then the other cells. It lines up and it wraps. The names of the columns stand above,
 * as small print; where several figures follow, each has its name in the line. A table of amounts by column is written
 * as a list a column.
 *
 * @returns texts to be set a little apart: the lists, or the groups of rows under a heading row
 */
export function tableTexts(table: TableData): string[] {
  const lists = columnLists(table);
  if (lists !== null)
    return lists.map(({ label, rows }) => [markdown([strong(label)]), ...figureLines(rows)].join("\n"));
  const named = namedColumns(table);
  const texts = groupsOf(table).map(({ heading, rows }) =>
    [
      ...(heading === null ? [] : [groupHeading(table, heading)]),
      ...figureLines(rows.map((row) => rowCells(table, row, named))),
    ].join("\n"),
  );
  const [first = "", ...rest] = texts;
  return [[legend(table, named), first].filter((text) => text !== "").join("\n"), ...rest].filter(
    (text) => text !== "",
  );
}

/** Rows under the heading row above them; those before any heading have none. */
interface RowGroup {
  heading: TableRow | null;
  rows: TableRow[];
}

function groupsOf(table: TableData): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const [index, row] of table.rows.entries()) {
    const group = groups.at(-1);
    if (isGroupHeading(table, index)) groups.push({ heading: row, rows: [] });
    else if (group === undefined) groups.push({ heading: null, rows: [row] });
    else group.rows.push(row);
  }
  return groups;
}

function figureLines(rows: readonly FigureRow[]): string[] {
  const width = Math.min(WIDEST_FIGURE, Math.max(0, ...rows.map(({ figure }) => figure.length)));
  return rows.map(({ figure, words }) =>
    markdown([code(figure.padStart(width, FIGURE_SPACE)), plain(" "), ...words]).replace(/\s*\n\s*/g, " "),
  );
}

/** Columns whose name stands in each line, before the value: several figures without names say nothing. */
function namedColumns(table: TableData): ReadonlySet<number> {
  const figures = otherColumns(table).filter((column) => table.columns[column]?.align === "right");
  return new Set(figures.length >= 2 ? figures : []);
}

function otherColumns({ columns, figureColumn }: TableData): number[] {
  return columns.map((_, column) => column).filter((column) => column !== figureColumn);
}

function rowCells(table: TableData, row: TableRow, named: ReadonlySet<number>): FigureRow {
  const cells = otherColumns(table).map((column, index): readonly Span[] => {
    const spans = row.cells[column] ?? [];
    if (isEmpty(spans)) return named.has(column) ? [] : [plain(EMPTY_CELL)];
    const words = row.emphasized && index === 0 ? spans.map(emphasize) : spans;
    return named.has(column) ? [plain(`${inLine(table.columns[column]?.label ?? "")} `), ...words] : words;
  });
  return {
    figure: shown(row.cells[table.figureColumn] ?? []) || EMPTY_CELL,
    words: withDots(cells.filter(({ length }) => length > 0)),
  };
}

function withDots(cells: readonly (readonly Span[])[]): Span[] {
  return cells.flatMap((spans, index) => (index === 0 ? spans : [plain(" · "), ...spans]));
}

/** "Needed" is "needed" inside a line, "vCPU" and "AWS" stay. */
function inLine(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A row in bold with nothing but its name and figure, and rows below it, heads those. */
function isGroupHeading(table: TableData, index: number): boolean {
  const row = table.rows[index];
  const [name, ...rest] = otherColumns(table);
  if (row === undefined || name === undefined || rest.length < 2 || index === table.rows.length - 1) return false;
  const spans = row.cells[name] ?? [];
  const isBold = row.emphasized || spans.some((span) => span.kind === "text" && span.style === "strong");
  return isBold && !isEmpty(spans) && rest.every((column) => isEmpty(row.cells[column] ?? []));
}

function groupHeading(table: TableData, row: TableRow): string {
  const [name = 0] = otherColumns(table);
  const figure = row.cells[table.figureColumn] ?? [];
  const spans = [strong(shown(row.cells[name] ?? [])), ...(isEmpty(figure) ? [] : [plain(` · ${shown(figure)}`)])];
  return markdown(spans);
}

/** The names of the columns, in the order of a line; those written in the lines are left out. */
function legend(table: TableData, named: ReadonlySet<number>): string {
  const columns = [table.figureColumn, ...otherColumns(table)].filter((column) => !named.has(column));
  const names = columns
    .map((column) => shown([plain(table.columns[column]?.label ?? "")]))
    .filter((name) => name !== "");
  return names.length === 0 || table.rows.length === 0 ? "" : smallPrint([quiet(names.join(" · "))]);
}
