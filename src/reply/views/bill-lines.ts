import type { Architecture } from "#src/model/architecture-name.ts";
import type { LineItem } from "#src/model/assessment.ts";
import { showEveryone } from "#src/reply/actions.ts";
import { wholeDollars } from "#src/reply/money.ts";
import { quantity } from "#src/reply/numbers.ts";
import type { Block, Reply, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { anArchitecture } from "#src/reply/wording/architecture.ts";
import { lineName, linePrice, lineSource, mergedLines, unitsOf } from "#src/reply/wording/line-arithmetic.ts";
import { estimateNoteWords } from "#src/reply/wording/notes.ts";
import { estimateOf, isPriced } from "./estimates.ts";
import type { DetailInput } from "./view-input.ts";

/** Slack takes 100 rows a table; a bill has far fewer. */
const ROWS_MAX = 60;

export interface BillLinesInput extends DetailInput {
  architecture: Architecture;
}

/** Every line of one design: quantity, unit price, cost, and a numbered source with its date. */
export function billLinesReply({ review, assessment, audience, architecture }: BillLinesInput): Reply {
  const estimate = estimateOf(assessment, architecture);
  const lines = mergedLines(estimate?.lineItems ?? []).slice(0, ROWS_MAX);
  const sources = [...new Set(lines.map(lineSource))];
  const title = `Every line, ${anArchitecture(architecture)}`;
  const total = estimate !== null && isPriced(estimate) ? wholeDollars(estimate.monthlyUsd.point) : "no total";
  return {
    kind: "detail",
    summary: `${title}: ${total} a month.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      {
        kind: "table",
        columns: [
          { label: "Line", align: "left" },
          { label: "Quantity", align: "right" },
          { label: "Unit price", align: "left" },
          { label: "A month", align: "right" },
          { label: "Source", align: "right" },
        ],
        rows: [
          ...lines.map((line) => row(line, sources)),
          { cells: [[strong("Total")], [plain("–")], [plain("–")], [strong(total)], [plain("–")]], emphasized: false },
        ],
        figureColumn: 3,
      },
      ...noteList(estimate === null ? [] : estimate.notes.map(estimateNoteWords)),
      { kind: "context", spans: [plain(sources.map((source, position) => `${position + 1} ${source}`).join("\n"))] },
      ...(audience === "asker"
        ? [{ kind: "actions", actions: [showEveryone("breakdown", review.shortId, { lines: architecture })] } as const]
        : []),
    ],
  };
}

function row(line: LineItem, sources: readonly string[]): TableRow {
  return {
    cells: [
      [
        plain(
          `${lineName(line)}${line.label.includes("idle") ? ", idle" : ""}${line.share === "shared" ? ", all alike" : ""}`,
        ),
      ],
      [plain(`${quantity(line.quantity)} ${unitsOf(line)}`)],
      [plain(linePrice(line))],
      [plain(wholeDollars(line.costUsd) + (line.estimated === undefined ? "" : ", estimated"))],
      [plain(String(sources.indexOf(lineSource(line)) + 1))],
    ],
    emphasized: false,
  };
}

function noteList(notes: readonly string[]): Block[] {
  return notes.length === 0 ? [] : [{ kind: "list", items: notes.map((note) => [plain(note)]) }];
}
