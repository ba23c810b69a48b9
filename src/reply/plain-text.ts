import { assertNever } from "#src/errors.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { printable } from "./clean-text.ts";
import type { Action, Block, Reply } from "./reply.ts";
import { paint } from "./text/ansi.ts";
import { actionLines, type LineWithAction } from "./text/assumption-rows.ts";
import { plainOf, type Run, runsOf, type StyledLine, wrap } from "./text/styled-line.ts";
import { tableLines } from "./text/table.ts";
import { displayWidth } from "./text/width.ts";

/** Draws a chart as lines of text that already hold their colours, none wider than `width` columns. */
export type TextChartDrawer = (chart: ChartSpec, options: { width: number; colour: boolean }) => readonly string[];

export interface PlainTextOptions {
  /** Columns; 80 unless told, and never more: longer lines are harder to read, however wide the window is. */
  width?: number;
  /** ANSI styles; never the only carrier of meaning. */
  colour?: boolean;
  /** Draws the chart; without it the chart's description is written. `omit` leaves it out. */
  chart?: TextChartDrawer | "omit";
  /** Number the buttons (see `numberedActions`), for a place where people choose by number. */
  choices?: boolean;
}

interface Page {
  width: number;
  colour: boolean;
  chart: TextChartDrawer | "omit" | null;
  choices: boolean;
}

const WIDTH_MAX = 80;
const WIDTH_MIN = 20;

/** The reply as text: no markup, nothing a person typed is obeyed by a terminal. Ends without a line feed. */
export function renderPlainText(reply: Reply, options: PlainTextOptions = {}): string {
  const page: Page = {
    width: Math.min(Math.max(WIDTH_MIN, options.width ?? WIDTH_MAX), WIDTH_MAX),
    colour: options.colour ?? false,
    chart: options.chart ?? null,
    choices: options.choices ?? false,
  };
  let text = "";
  let before: Block | null = null;
  let nextNumber = 1;
  for (const group of groups(reply.blocks)) {
    const [first] = group;
    if (first === undefined) continue;
    const attached = before !== null && isAttached(before, first);
    const lines = groupLines(group, page, nextNumber, before?.kind === "table");
    nextNumber += group.reduce((sum, block) => sum + buttonsIn(block), 0);
    if (lines.length === 0) continue;
    text += before === null ? "" : attached ? "\n" : "\n\n";
    text += lines.join("\n");
    before = group.at(-1) ?? first;
  }
  return text;
}

function buttonsIn(block: Block): number {
  if (block.kind === "line-with-action") return 1;
  return block.kind === "actions" ? block.actions.length : 0;
}

/** Neighbouring lines with a button belong together. */
function groups(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === "line-with-action" && last?.[0]?.kind === "line-with-action") last.push(block);
    else result.push([block]);
  }
  return result;
}

/** True where no empty line separates two blocks. */
function isAttached(before: Block, block: Block): boolean {
  if (before.kind === "heading") return true;
  if (block.kind === "context") {
    if (before.kind === "table") return isFootnote(block);
    return before.kind === "actions" || before.kind === "preformatted";
  }
  return block.kind === "preformatted" && before.kind === "paragraph";
}

/** Small print under a table belongs to it, unless it opens with a lead of its own. */
function isFootnote({ spans }: Extract<Block, { kind: "context" }>): boolean {
  const [first] = spans;
  return first?.kind !== "text" || first.style !== "strong";
}

function groupLines(group: readonly Block[], page: Page, firstNumber: number, underTable: boolean): string[] {
  const lines = group.filter((block): block is LineWithAction => block.kind === "line-with-action");
  if (lines.length > 0) {
    const numbers = page.choices ? lines.map((_, position) => firstNumber + position) : null;
    return painted(actionLines(lines, numbers, page.width), page);
  }
  const [block] = group;
  if (block?.kind === "context" && underTable && isFootnote(block)) {
    return painted(indented(wrap(runsOf(block.spans, "quiet"), page.width - 2), 2), page);
  }
  return block === undefined ? [] : blockLines(block, page, firstNumber);
}

function painted(lines: readonly StyledLine[], page: Page): string[] {
  return lines.map((line) => paint(line, page.colour));
}

function blockLines(block: Block, page: Page, firstNumber: number): string[] {
  switch (block.kind) {
    case "headline":
    case "heading":
      return painted(wrap([{ text: printable(block.text), style: "strong" }], page.width), page);
    case "paragraph":
      return painted(wrap(runsOf(block.spans), page.width), page);
    case "context":
      return painted(wrap(runsOf(block.spans, "quiet"), page.width), page);
    case "table":
      return painted(tableLines(block.columns, block.rows, page.width), page);
    case "list":
      return block.items.flatMap((item) => painted(bullet(runsOf(item), page.width), page));
    case "line-with-action":
      return painted(actionLines([block], page.choices ? [firstNumber] : null, page.width), page);
    case "chart":
      return chartLines(block.chart, page);
    case "actions":
      return actionLinesOf(actionRuns(block.actions, page, firstNumber), page);
    case "preformatted":
      return literalLines(block.text, page.width - 2).map((line) => `  ${line}`.trimEnd());
    case "divider":
      return painted([[{ text: "─".repeat(page.width), style: "quiet" }]], page);
    case "file":
      return [`${printable(block.name)}:`, "", ...printable(block.content).replace(/\n+$/, "").split("\n")];
    default:
      return assertNever(block);
  }
}

function indented(lines: readonly StyledLine[], columns: number): StyledLine[] {
  return lines.map((line) => [{ text: " ".repeat(columns), style: "plain" }, ...line]);
}

function bullet(runs: readonly Run[], width: number): StyledLine[] {
  return wrap(runs, width - 2).map((line, position) => [
    { text: position === 0 ? "- " : "  ", style: "plain" },
    ...line,
  ]);
}

function chartLines(chart: ChartSpec, page: Page): string[] {
  if (page.chart === "omit") return [];
  if (page.chart !== null) return [...page.chart(chart, { width: page.width, colour: page.colour })];
  return painted(wrap([{ text: printable(chart.altText), style: "quiet" }], page.width), page);
}

/** Buttons that cannot be pressed and have no words to type leave no line. */
function actionLinesOf(runs: readonly Run[], page: Page): string[] {
  return runs.length === 0 ? [] : painted(wrap(runs, page.width), page);
}

/** Numbered labels, or the words that do the same as the buttons. */
function actionRuns(actions: readonly Action[], page: Page, firstNumber: number): Run[] {
  if (page.choices) {
    return actions.flatMap((action, position): Run[] => [
      { text: `${position === 0 ? "" : " · "}[${firstNumber + position}]`, style: "strong" },
      { text: ` ${printable(action.label)}`, style: "plain" },
    ]);
  }
  const typed = actions.filter((action) => Object.keys(action.args).length === 0);
  const reviews = new Set(actions.map((action) => action.review));
  const words = typed.map(({ verb, review }) =>
    reviews.size > 1 && review !== undefined ? `${verb} ${review}` : verb,
  );
  const others = actions.filter((action) => !typed.includes(action) && action.args["show"] === undefined);
  const parts = [
    ...(words.length === 0 ? [] : [`next: ${words.join(", ")}`]),
    ...(others.length === 0 ? [] : [others.map((action) => `[${printable(action.label)}]`).join(" ")]),
  ];
  return parts.length === 0 ? [] : [{ text: parts.join(" · "), style: "quiet" }];
}

/** Lines as they are; one that would leave the page goes on, indented, on the next. */
function literalLines(text: string, width: number): string[] {
  return printable(text)
    .replace(/\n+$/, "")
    .split("\n")
    .flatMap((line) => (displayWidth(line) <= width ? [line] : foldedLine(line, width)));
}

function foldedLine(line: string, width: number): string[] {
  const [first = [], ...rest] = wrap([{ text: line, style: "plain" }], width - 4);
  return [plainOf(first), ...rest.map((part) => `    ${plainOf(part)}`)];
}
