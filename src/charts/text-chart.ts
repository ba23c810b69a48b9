import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { breakEvenRows, gutter, loadAxisRow, withCostAxis } from "./text-axes.ts";
import { fitCells, toCells, wrapText } from "./text-cells.ts";
import { emptyRow, printRow, type TextRow, write } from "./text-grid.ts";
import { writeLabels } from "./text-labels.ts";
import { textPlane, textTrace } from "./text-plane.ts";
import { plotRows, youColumnOf } from "./text-plot.ts";
import { perUnit, rateUnitOf, youLabel } from "./wording.ts";

export interface TextChartOptions {
  /** Columns of the terminal. */
  width: number;
  /** ANSI colours; without them the lines are told apart by their strokes and names. */
  colour: boolean;
  /** Rows of the plot itself, without title and axis. */
  rows?: number;
}

const defaultRows = 12;
/** In fewer columns labels find no room: the description is shown instead. */
const leastWidth = 48;

/** The chart in text, line by line: the same data and ranges as the drawn one, no line longer than `width` columns. */
export function drawTextChart(spec: ChartSpec, options: TextChartOptions): string[] {
  const { width, colour } = options;
  if (width < leastWidth) return wrapText(spec.altText, Math.max(1, width));
  const plane = textPlane(spec, width - gutter, Math.max(6, options.rows ?? defaultRows));
  const unit = rateUnitOf(spec);
  const traces = spec.lines.map((line) => textTrace(line, plane));
  const youColumn = youColumnOf(spec, plane);
  const plot = plotRows(spec, traces, plane);
  writeLabels(plot, traces, youColumn, plane);
  const rows = [
    titleRow(spec, width),
    ...(youColumn === null ? [] : [youRow(spec, gutter + youColumn, width)]),
    ...withCostAxis(plot, plane),
    loadAxisRow(plane, unit, width),
    ...breakEvenRows(spec, plane, unit, width),
  ];
  return rows.map((row) => printRow(row, colour));
}

/** "Cost of a million images, by load (images a second, both axes log)" */
function titleRow(spec: ChartSpec, width: number): TextRow {
  const row = emptyRow(width);
  const noun = fitCells(spec.unitPlural, 24).join("");
  const title = toCells(`Cost of a million ${noun}, by load`);
  const axes = `(${noun} ${perUnit(rateUnitOf(spec))}, both axes log)`;
  write(row, 0, title, "strong");
  const room = width - title.length - 1;
  const scale = toCells(axes).length <= room ? axes : "(both axes log)";
  if (toCells(scale).length <= room) write(row, title.length + 1, toCells(scale), "quiet");
  return row;
}

function youRow(spec: ChartSpec, column: number, width: number): TextRow {
  const row = emptyRow(width);
  const cells = fitCells(youLabel(spec), 30);
  const start = Math.min(Math.max(column - Math.floor(cells.length / 2), 0), width - cells.length);
  write(row, start, cells, "strong");
  return row;
}
