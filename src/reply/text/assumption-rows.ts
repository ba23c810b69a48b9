import type { Block } from "#src/reply/reply.ts";
import { lineWidth, plainOf, type Run, runsOf, type StyledLine, wrap } from "./styled-line.ts";

export type LineWithAction = Extract<Block, { kind: "line-with-action" }>;

/** Column at which consequences start, where they fit beside the line. */
const CONSEQUENCE_COLUMN = 44;

/**
 * A run of lines with a button each. A first word they all share ("Assumed: ") is written once, above them.
 *
 * @param numbers what to type for each, or null
 */
export function actionLines(
  blocks: readonly LineWithAction[],
  numbers: readonly number[] | null,
  width: number,
): StyledLine[] {
  const rows = blocks.map((block) => ({ left: runsOf(block.spans), right: runsOf(block.consequence) }));
  const shared = sharedLead(rows.map((row) => row.left));
  const heading: StyledLine[] =
    shared === null
      ? []
      : [
          [
            { text: shared.replace(/:\s*$/, ""), style: "strong" },
            ...(numbers === null ? [] : [{ text: "  a number changes one", style: "quiet" } as const]),
          ],
        ];
  return [
    ...heading,
    ...rows.flatMap(({ left, right }, position) =>
      row(shared === null ? left : left.slice(1), right, numbers?.[position] ?? null, width),
    ),
  ];
}

/** The plain text all rows begin with, when it ends in a colon. */
function sharedLead(rows: readonly (readonly Run[])[]): string | null {
  const lead = rows[0]?.[0];
  if (lead === undefined || !/:\s*$/.test(lead.text)) return null;
  return rows.every((row) => row[0]?.text === lead.text) ? lead.text : null;
}

function row(left: readonly Run[], right: readonly Run[], number: number | null, width: number): StyledLine[] {
  const mark = number === null ? "  " : `  ${number}${number < 10 ? "  " : " "}`;
  const indent: Run = { text: " ".repeat(mark.length), style: "plain" };
  const text = withoutFullStop(left);
  const oneLine = wrap(text, Number.MAX_SAFE_INTEGER)[0] ?? [];
  const used = mark.length + lineWidth(oneLine);
  const column = Math.max(CONSEQUENCE_COLUMN, used + 2);
  const [consequence = [], ...more] = wrap(withoutFullStop(right), Number.MAX_SAFE_INTEGER);
  // What has lines of its own stands below, whole.
  if (more.length === 0 && plainOf(consequence) !== "" && column + lineWidth(consequence) <= width) {
    return [
      [{ text: mark, style: "plain" }, ...oneLine, { text: " ".repeat(column - used), style: "plain" }, ...consequence],
    ];
  }
  const room = width - mark.length;
  const first = wrap(left, room).map((line, position) => [
    position === 0 ? { text: mark, style: "plain" as const } : indent,
    ...line,
  ]);
  if (plainOf(consequence) === "") return first;
  return [
    ...first,
    ...wrap(right.map(quietly), room - 2).map((line) => [indent, { text: "  ", style: "plain" as const }, ...line]),
  ];
}

function quietly(run: Run): Run {
  return run.style === "plain" ? { ...run, style: "quiet" } : run;
}

/** In columns a full stop between the two would only disturb. */
function withoutFullStop(runs: readonly Run[]): Run[] {
  return runs.map((run, position) =>
    position === runs.length - 1 ? { ...run, text: run.text.replace(/\.$/, "") } : run,
  );
}
