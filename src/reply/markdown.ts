import { assertNever } from "#src/errors.ts";
import { codeBlock, codeSpan, escapeMarkdown } from "./markdown-escape.ts";
import type { TextChartDrawer } from "./plain-text.ts";
import type { Action, Block, Reply, Span, SpanStyle, TableColumn, TableRow } from "./reply.ts";

export interface MarkdownOptions {
  /** Draws the chart as text for a code block; without it the chart's description is written. */
  chart?: TextChartDrawer;
}

const CHART_WIDTH = 80;

/** The reply as GitHub-flavoured Markdown: nothing a person typed becomes markup or a mention. Ends without a line feed. */
export function renderMarkdown(reply: Reply, options: MarkdownOptions = {}): string {
  let text = "";
  let before: Block["kind"] | null = null;
  for (const block of reply.blocks) {
    const next = blockText(block, options);
    if (next === "") continue;
    const joint = before === "line-with-action" && block.kind === before ? "\n" : "\n\n";
    text += before === null ? next : joint + next;
    before = block.kind;
  }
  return text;
}

function blockText(block: Block, options: MarkdownOptions): string {
  switch (block.kind) {
    case "headline":
      return `## ${escapeMarkdown(block.text)}`;
    case "heading":
      return `### ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return spansText(block.spans);
    case "context":
      return block.spans.length === 0 ? "" : `<sub>${spansText(block.spans)}</sub>`;
    case "table":
      return table(block.columns, block.rows);
    case "list":
      return block.items.map((item) => `- ${spansText(item)}`).join("\n");
    case "line-with-action":
      return `- ${[spansText(block.spans), spansText(block.consequence)].filter((text) => text !== "").join(" ")}`;
    case "chart":
      return options.chart === undefined
        ? `*${escapeMarkdown(block.chart.altText)}*`
        : codeBlock(options.chart(block.chart, { width: CHART_WIDTH, colour: false }).join("\n"));
    case "actions":
      return actions(block.actions);
    case "preformatted":
      return codeBlock(block.text);
    case "divider":
      return "---";
    case "file":
      return `**${escapeMarkdown(block.name)}**\n\n${codeBlock(block.content)}`;
    default:
      return assertNever(block);
  }
}

/** Line feeds inside a block become hard breaks. */
function spansText(spans: readonly Span[]): string {
  return spans.map(spanText).join("");
}

function spanText(span: Span): string {
  switch (span.kind) {
    case "person":
      return `@\u2060${escapeMarkdown(span.name).replace(/\s+/g, " ")}`;
    case "text":
      return span.style === "code"
        ? codeSpan(span.text)
        : span.text
            .split("\n")
            .map((line) => styled(line, span.style))
            .join("<br>");
    default:
      return assertNever(span);
  }
}

/** Emphasis must hug its text, so spaces stay outside. */
function styled(text: string, style: SpanStyle): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const escaped = escapeMarkdown(inner);
  if (escaped === "" || style !== "strong") return before + escaped + after;
  return `${before}**${escaped}**${after}`;
}

function table(columns: readonly TableColumn[], rows: readonly TableRow[]): string {
  if (columns.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => cellText(escapeMarkdown(column.label)))),
    line(columns.map(({ align }) => (align === "right" ? "---:" : ":---"))),
    ...rows.map((row) => line(columns.map((_, position) => rowCell(row, position)))),
  ].join("\n");
}

function rowCell({ cells, emphasized }: TableRow, position: number): string {
  const spans = cells[position] ?? [];
  const isStrong = emphasized && spans.every((span) => span.kind === "text" && span.style === "plain");
  return cellText(
    spansText(
      isStrong ? spans.map((span) => (span.kind === "text" ? { ...span, style: "strong" as const } : span)) : spans,
    ),
  );
}

/** `escapeMarkdown` has escaped bars; code spans keep theirs, so they are escaped here too. */
function cellText(text: string): string {
  return text.replace(/(^|[^\\])\|/g, "$1\\|").replace(/\n/g, " ");
}

/** Buttons are what a person could type instead. */
function actions(all: readonly Action[]): string {
  const verbs = all.filter((action) => Object.keys(action.args).length === 0).map((action) => codeSpan(action.verb));
  return verbs.length === 0 ? "" : `Next: ${verbs.join(", ")}`;
}
