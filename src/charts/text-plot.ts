import type { Architecture } from "#src/model/architecture-name.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { within } from "./axis-range.ts";
import { emptyRow, type TextRow, write } from "./text-grid.ts";
import { columnOf, rowOf, type TextPlane, type TextTrace } from "./text-plane.ts";

/** Each design has its own stroke, so that no meaning hangs on colour. */
const strokes: Readonly<Record<Architecture, string>> = {
  serverless: "─",
  "serverless-tuned": "╌",
  "monolith-fargate": "•",
  "monolith-ec2": "·",
  hybrid: "+",
};
const upright = "│";
const wall = "┤";
const dot = "●";
const ring = "O";

/** Lines, walls, the rule at "you", dots and rings, in the order in which they hide each other. */
export function plotRows(spec: ChartSpec, traces: readonly TextTrace[], plane: TextPlane): TextRow[] {
  const rows = Array.from({ length: plane.rows }, () => emptyRow(plane.columns));
  const put = (row: number | null, column: number, text: string, ink: Architecture | "strong") => {
    const target = row === null ? undefined : rows[row];
    if (target !== undefined) write(target, column, [text], ink);
  };
  for (const { column, row, architecture } of strokeCells(traces))
    put(row, column, strokes[architecture], architecture);
  const youColumn = youColumnOf(spec, plane);
  if (youColumn !== null) for (let row = 0; row < plane.rows; row++) put(row, youColumn, upright, "strong");
  for (const trace of traces) {
    if (trace.wallColumn !== null) {
      put(trace.rowAt[trace.wallColumn] ?? null, trace.wallColumn, wall, trace.line.architecture);
    }
  }
  for (const breakEven of spec.breakEvens.filter(within(plane.loads))) {
    put(rowOf(plane, breakEven.usdPerMillionUnits), columnOf(plane, breakEven.ratePerSecond), ring, "strong");
  }
  if (youColumn !== null) for (const trace of traces) put(trace.dotRow, youColumn, dot, trace.line.architecture);
  return rows;
}

/** Where lines share a cell they take turns along the columns, so that lines of equal cost all show. */
function strokeCells(traces: readonly TextTrace[]): { column: number; row: number; architecture: Architecture }[] {
  const takers = new Map<string, { column: number; row: number; architectures: Architecture[] }>();
  for (const trace of traces) {
    for (const [column, row] of cellsOf(trace)) {
      const key = `${column},${row}`;
      const cell = takers.get(key) ?? { column, row, architectures: [] };
      takers.set(key, { ...cell, architectures: [...cell.architectures, trace.line.architecture] });
    }
  }
  return [...takers.values()].flatMap(({ column, row, architectures }) => {
    const architecture = architectures[column % architectures.length];
    return architecture === undefined ? [] : [{ column, row, architecture }];
  });
}

export function youColumnOf(spec: ChartSpec, plane: TextPlane): number | null {
  return within(plane.loads)(spec.you) ? columnOf(plane, spec.you.ratePerSecond) : null;
}

/** Cells of a line: whole columns where it is steep, every other one beyond its quota. */
function cellsOf(trace: TextTrace): (readonly [column: number, row: number])[] {
  return trace.rowAt.flatMap((row, column) => {
    const beyond = trace.wallColumn !== null && column > trace.wallColumn;
    if (row === null || (beyond && (column - (trace.wallColumn ?? 0)) % 2 === 1)) return [];
    const before = trace.rowAt[column - 1] ?? row;
    const step = Math.sign(row - before);
    const cells: [number, number][] = [[column, row]];
    for (let between = before + step; step !== 0 && between !== row; between += step) cells.push([column, between]);
    return cells;
  });
}
