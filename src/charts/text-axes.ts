import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { within } from "./axis-range.ts";
import { formatAmount, formatTickUsd } from "./number-format.ts";
import { inUnit, perSecond, type RateUnit, shortName } from "./rate-unit.ts";
import { fitCells, toCells } from "./text-cells.ts";
import { emptyRow, type TextRow, write } from "./text-grid.ts";
import { columnOf, rowOf, type TextPlane } from "./text-plane.ts";
import { logTicks } from "./ticks.ts";
import { breakEvensWordings } from "./wording.ts";

/** Columns left of the plot: seven for a figure, a space, the axis. */
export const gutter = 9;

/** Puts the cost axis left of each row of the plot. */
export function withCostAxis(rows: readonly TextRow[], plane: TextPlane): TextRow[] {
  const values = logTicks(plane.y.toValue(plane.rows - 1), plane.y.toValue(0), Math.max(2, Math.floor(plane.rows / 2)));
  const ticks = new Map(values.map((value) => [rowOf(plane, value), formatTickUsd(value)]));
  return rows.map((row, index) => {
    const label = ticks.get(index);
    const axis = emptyRow(gutter);
    if (label !== undefined) write(axis, gutter - 2 - label.length, toCells(label), "quiet");
    write(axis, gutter - 1, [label === undefined ? "│" : "┤"], "quiet");
    return [...axis, ...row];
  });
}

/** The row of loads under the plot; the last one names the unit. */
export function loadAxisRow(plane: TextPlane, unit: RateUnit, width: number): TextRow {
  for (let most = 9; most > 1; most--) {
    const row = emptyRow(width);
    const values = logTicks(inUnit(plane.loads.low, unit), inUnit(plane.loads.high, unit), most);
    let free = 0;
    const fits = values.every((value, index) => {
      const suffix = index === values.length - 1 ? `/${shortName(unit)}` : "";
      const cells = toCells(`${formatAmount(value, 3)}${suffix}`);
      const middle = gutter + columnOf(plane, perSecond(value, unit));
      const column = Math.min(middle - Math.floor((cells.length - suffix.length) / 2), width - cells.length);
      const apart = column >= free;
      free = column + cells.length + 2;
      write(row, column, cells, "quiet");
      return apart;
    });
    if (fits) return row;
  }
  return emptyRow(width);
}

/** An arrow under each crossing and their loads beside the arrows: "↑ break-even 6/s". */
export function breakEvenRows(spec: ChartSpec, plane: TextPlane, unit: RateUnit, width: number): TextRow[] {
  const crossings = spec.breakEvens.filter(within(plane.loads));
  if (crossings.length === 0) return [];
  const columns = crossings.map((crossing) => gutter + columnOf(plane, crossing.ratePerSecond));
  const row = emptyRow(width);
  for (const column of columns) write(row, column, ["↑"], "strong");
  const words = toCells(breakEvensWordings(crossings, unit)[0] ?? "");
  const after = Math.max(...columns) + 2;
  const before = Math.min(...columns) - 1 - words.length;
  if (after + words.length <= width) write(row, after, words, "strong");
  else if (before >= 0) write(row, before, words, "strong");
  else return [row, textRow(fitCells(words.join(""), width), width)];
  return [row];
}

function textRow(cells: readonly string[], width: number): TextRow {
  const row = emptyRow(width);
  write(row, width - cells.length, cells, "strong");
  return row;
}
