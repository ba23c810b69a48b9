import { type Box, contains } from "./geometry.ts";
import { type Placeable, placeLabels } from "./place-labels.ts";
import type { Candidate } from "./placeable.ts";
import { fitCells } from "./text-cells.ts";
import { type TextInk, type TextRow, write } from "./text-grid.ts";
import type { TextPlane, TextTrace } from "./text-plane.ts";

interface TextCandidate extends Candidate {
  cells: readonly string[];
  ink: TextInk;
}

const widest = 30;
const dropCosts = { money: 900, name: 900, wall: 120 };

/** Writes names, dollars and walls into the plot, each next to what it names, none over another. */
export function writeLabels(
  rows: readonly TextRow[],
  traces: readonly TextTrace[],
  youColumn: number | null,
  plane: TextPlane,
): void {
  // The dearest first, so that figures of neighbouring dots stand in the order of the dots.
  const byCost = traces.toSorted(
    (a, b) => (b.line.atYou?.usdPerMillionUnits ?? 0) - (a.line.atYou?.usdPerMillionUnits ?? 0),
  );
  const labels: Placeable<TextCandidate>[] = [
    ...byCost.flatMap((trace) => moneyLabel(trace, youColumn, rows)),
    ...traces.flatMap((trace) => wallLabel(trace, rows)),
    ...traces.flatMap((trace) => nameLabel(trace, rows, plane)),
  ];
  for (const place of placeLabels(labels, 0)) {
    const row = place === null ? undefined : rows[place.box.y];
    if (row !== undefined && place !== null) write(row, place.box.x + 1, place.cells, place.ink);
  }
}

function moneyLabel(trace: TextTrace, youColumn: number | null, rows: readonly TextRow[]): Placeable<TextCandidate>[] {
  const { dotRow, line } = trace;
  if (dotRow === null || youColumn === null || line.atYou === null) return [];
  const candidates = beside(line.atYou.label, trace, youColumn, dotRow, rows);
  return [{ candidates, lastResort: null, dropCost: dropCosts.money }];
}

function wallLabel(trace: TextTrace, rows: readonly TextRow[]): Placeable<TextCandidate>[] {
  const row = trace.wallColumn === null ? null : (trace.rowAt[trace.wallColumn] ?? null);
  if (trace.wallColumn === null || row === null || trace.line.wall === null) return [];
  const candidates = beside(trace.line.wall.label, trace, trace.wallColumn, row, rows);
  return [{ candidates, lastResort: null, dropCost: dropCosts.wall }];
}

function nameLabel(trace: TextTrace, rows: readonly TextRow[], plane: TextPlane): Placeable<TextCandidate>[] {
  if (trace.rowAt.every((row) => row === null)) return [];
  const cells = fitCells(trace.line.label, widest);
  const candidates: TextCandidate[] = [];
  for (let column = -1; column + cells.length < plane.columns; column++) {
    const span = trace.rowAt.slice(Math.max(0, column + 1), column + 1 + cells.length).filter((row) => row !== null);
    if (span.length * 2 < cells.length) continue;
    const [top, bottom] = [Math.min(...span), Math.max(...span)];
    const looseness = (bottom - top) * 2 + (trace.wallColumn !== null && column >= trace.wallColumn ? 3 : 0);
    for (let away = 1; away <= 4; away++) {
      for (const row of [top - away, bottom + away]) {
        const cost = looseness + (away - 1) * 12;
        candidates.push(candidateAt(cells, column, row, trace, cost, rows));
      }
    }
  }
  return [{ candidates, lastResort: null, dropCost: dropCosts.name }];
}

/** To either side of a column, on the rows around one. */
function beside(
  text: string,
  trace: TextTrace,
  column: number,
  row: number,
  rows: readonly TextRow[],
): TextCandidate[] {
  const cells = fitCells(text, widest);
  const starts = [column, column - cells.length - 2];
  return starts.flatMap((start) =>
    [-1, 1, -2, 2, 0, -3, 3, -4, 4].map((offset) =>
      candidateAt(cells, start, row + offset, trace, offset === 0 ? 2 : Math.abs(offset) * 4, rows),
    ),
  );
}

/** The box has a free column on both sides of the text. */
function candidateAt(
  cells: readonly string[],
  column: number,
  row: number,
  trace: TextTrace,
  cost: number,
  rows: readonly TextRow[],
): TextCandidate {
  const box: Box = { x: column, y: row, width: cells.length + 2, height: 1 };
  return { box, cells, ink: trace.line.architecture, alsoTakes: [], cost: cost + cellCost(box, trace, rows) };
}

/** What the text would hide, and what other lines it would touch. */
function cellCost(box: Box, trace: TextTrace, rows: readonly TextRow[]): number {
  const width = rows[0]?.length ?? 0;
  const plot: Box = { x: -1, y: 0, width: width + 2, height: rows.length };
  if (!contains(plot, box)) return Number.POSITIVE_INFINITY;
  let cost = 0;
  for (let column = box.x + 1; column < box.x + box.width - 1; column++) {
    cost += hiddenCost(rows[box.y]?.[column]?.text ?? " ");
    for (const row of [box.y - 1, box.y + 1]) {
      const near = rows[row]?.[column];
      const foreign =
        near !== undefined && near.text !== " " && near.ink !== "strong" && near.ink !== trace.line.architecture;
      if (foreign) cost += 1.5;
    }
  }
  const ends = [box.x, box.x + box.width - 1].map((column) => rows[box.y]?.[column]?.text ?? " ");
  return cost + ends.filter((text) => text !== " ").length * 1.5;
}

function hiddenCost(text: string): number {
  switch (text) {
    case " ":
      return 0;
    case "●":
    case "O":
    case "┤":
      return Number.POSITIVE_INFINITY;
    case "│":
      return 30;
    default:
      return 12;
  }
}
