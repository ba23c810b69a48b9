import { numberedActions } from "#src/reply/numbered-actions.ts";
import { renderPlainText, type TextChartDrawer } from "#src/reply/plain-text.ts";
import type { Action, Reply } from "#src/reply/reply.ts";

/** The screen a reply is drawn on. */
export interface Screen {
  /** Columns. */
  width: number;
  /** Rows; null where nobody scrolls (a pipe). */
  rows: number | null;
  /** False for pipes and where NO_COLOR is set: the same text without ANSI. */
  colour: boolean;
  chart: TextChartDrawer;
}

/** What is printed, and what each number typed next would do: the first is number 1. */
export interface Drawn {
  text: string;
  choices: readonly Action[];
}

/** Longer lines are harder to read, however wide the window is. */
const WIDTH_MAX = 80;

/** A screen this low would lose the verdict above a chart: the chart then waits for `break-even`. */
const ROWS_FOR_CHART = 45;

/** Draws a reply for a terminal: styles where there is colour, buttons as numbered choices. */
export function drawReply(reply: Reply, screen: Screen): Drawn {
  if (reply.kind === "silent") return { text: "", choices: [] };
  const chart = reply.kind === "review" && screen.rows !== null && screen.rows < ROWS_FOR_CHART ? "omit" : screen.chart;
  const width = Math.min(screen.width, WIDTH_MAX);
  return {
    text: renderPlainText(reply, { width, colour: screen.colour, chart, choices: true }),
    choices: numberedActions(reply),
  };
}
