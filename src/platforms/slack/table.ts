import type { types } from "@slack/bolt";
import { printable } from "#src/reply/clean-text.ts";
import type { Block, Span, TableRow } from "#src/reply/reply.ts";
import { plain, quiet } from "#src/reply/spans.ts";
import { readLength, type SlackBlock } from "./block-kit.ts";
import { slackLimits } from "./limits.ts";
import { personName } from "./mrkdwn.ts";
import { chunkBySize, paragraphBlocks, richBlock, richSection, shownLength } from "./rich-text.ts";

export type TableData = Extract<Block, { kind: "table" }>;
type Cell = types.TableBlock["rows"][number][number];

/** Slack refuses an empty cell. */
const EMPTY_CELL = "–";

/** From this many characters a column may wrap: a phone shows it without scrolling sideways. */
const WRAP_FROM = 40;
/** A longer name wraps where it alone would make its column wide. */
const LABEL_WRAPS_FROM = 14;

function cellText(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === "person" ? personName(span.name) : printable(span.text))).join("");
}

function emphasize(span: Span): Span {
  return span.kind === "text" && span.style !== "code" ? { ...span, style: "strong" } : span;
}

function cell(spans: readonly Span[], emphasized: boolean): Cell {
  const text = cellText(spans);
  if (text.trim() === "") return { type: "raw_text", text: EMPTY_CELL };
  const styled = emphasized || spans.some((span) => span.kind === "text" && span.style !== "plain");
  if (!styled) return { type: "raw_text", text };
  return richBlock([richSection(emphasized ? spans.map(emphasize) : spans)]);
}

function rowCells(table: TableData, row: TableRow): Cell[] {
  return table.columns.map((_, column) => cell(row.cells[column] ?? [], row.emphasized));
}

/** True when Slack can draw it at all; else it is written as lines. */
export function fitsTable(table: TableData): boolean {
  const header = table.columns.reduce((sum, column) => sum + column.label.length, 0);
  const widest = Math.max(0, ...table.rows.map((row) => shownRow(row)));
  return (
    table.columns.length > 0 &&
    table.columns.length <= slackLimits.tableColumns &&
    header + widest <= slackLimits.tableText / 2
  );
}

function shownRow(row: TableRow): number {
  return row.cells.reduce((sum, spans) => sum + Math.max(shownLength(spans), EMPTY_CELL.length), 0);
}

/** The table as blocks of Slack; a long one in several, each with the header row, to go into a message of its own. */
export function tableBlocks(table: TableData): types.TableBlock[] {
  const header: Cell[] = table.columns.map(({ label }) => ({
    type: "raw_text",
    text: printable(label).trim() || EMPTY_CELL,
  }));
  const room = Math.min(slackLimits.tableText, slackLimits.textPerMessage / 2) - readLength(header);
  const rows = table.rows.map((row) => rowCells(table, row));
  const chunks = chunkBySize(rows, room, readLength).flatMap((chunk) => byCount(chunk, slackLimits.tableRows - 1));
  return (chunks.length === 0 ? [[]] : chunks).map((chunk) => ({
    type: "table",
    column_settings: table.columns.map(({ align }, column) => ({
      align,
      ...(isWide(table, column) ? { is_wrapped: true } : {}),
    })),
    rows: [header, ...chunk],
  }));
}

function byCount<T>(items: readonly T[], count: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += count) groups.push(items.slice(at, at + count));
  return groups;
}

function isWide(table: TableData, column: number): boolean {
  const widest = Math.max(0, ...table.rows.map((row) => shownLength(row.cells[column] ?? [])));
  const label = table.columns[column]?.label.length ?? 0;
  return widest > WRAP_FROM || (label > LABEL_WRAPS_FROM && label > widest);
}

/**
 * The same as lines, where a table cannot be: the figure first in code font, then the other cells. Rows share a block
 * until it is as long as a section may be.
 */
export function tableLines(table: TableData): SlackBlock[] {
  const widest = Math.max(0, ...table.rows.map((row) => cellText(row.cells[table.figureColumn] ?? []).length));
  const labels = [
    table.columns[table.figureColumn]?.label ?? "",
    ...table.columns.filter((_, column) => column !== table.figureColumn).map(({ label }) => label),
  ].filter((label) => label.trim() !== "");
  const lines = [
    ...(labels.length === 0 ? [] : [[quiet(labels.join(" · "))]]),
    ...table.rows.map((row) => rowLine(table, row, Math.min(widest, WRAP_FROM))),
  ];
  return chunkBySize(lines, slackLimits.sectionText, shownLength).flatMap((chunk) =>
    paragraphBlocks(chunk.flatMap((line, index) => (index === 0 ? line : [plain("\n"), ...line]))),
  );
}

/** A blank as wide as a digit, in most fonts: pads figures so that they end below each other. */
const FIGURE_SPACE = "\u2007";

function rowLine(table: TableData, row: TableRow, width: number): Span[] {
  const figure = cellText(row.cells[table.figureColumn] ?? []).trim() || EMPTY_CELL;
  const rest = row.cells
    .filter((_, column) => column !== table.figureColumn)
    .map((spans) => (cellText(spans).trim() === "" ? [plain(EMPTY_CELL)] : spans));
  const words = rest.flatMap((spans, index): readonly Span[] => (index === 0 ? spans : [plain(" · "), ...spans]));
  return [
    { kind: "text", text: figure.padStart(width, FIGURE_SPACE), style: "code" },
    plain(" "),
    ...(row.emphasized ? words.map(emphasize) : words),
  ];
}
