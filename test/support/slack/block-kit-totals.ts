import { z } from "zod";

/**
 * Rules no comment in @slack/types states. Written apart from the renderer and its table of limits, so that a mistake
 * there is not repeated here. Sources: docs.slack.dev (blocks, table-block, data-visualization-block, surfaces),
 * slackapi/bolt-js issue 2509.
 */
const BLOCKS = { message: 50, modal: 100, home: 100 } as const;
/** The smallest total at which `msg_blocks_too_long` was seen. */
const TEXT_IN_MESSAGE = 13_172;
const messagesOnly = new Set(["table", "data_visualization", "markdown"]);

export type Surface = keyof typeof BLOCKS;

export function totalFaults(blocks: readonly unknown[], surface: Surface): string[] {
  const faults: string[] = [];
  const types = blocks.map(typeOf);
  if (blocks.length > BLOCKS[surface]) faults.push(`${blocks.length} blocks in a ${surface}`);
  const tables = types.filter((type) => type === "table" || type === "data_table").length;
  if (tables > 1) faults.push(`${tables} tables in one message`);
  if (surface !== "message")
    faults.push(...types.filter((type) => messagesOnly.has(type)).map((type) => `${type} in a ${surface}`));
  if (surface === "message" && types.includes("input")) faults.push("an input in a message");
  const strings = stringsIn(blocks);
  const length = strings.reduce((sum, { key, text }) => sum + (shown.has(key) ? text.length : 0), 0);
  if (surface === "message" && length > TEXT_IN_MESSAGE) faults.push(`${length} characters in one message`);
  const ids = strings.filter(({ key }) => key === "action_id" || key === "block_id").map(({ text }) => text);
  if (surface === "message" && new Set(ids).size < ids.length) faults.push("an action_id is used twice");
  faults.push(...blocks.flatMap(tableFaults), ...activeText(blocks));
  return faults;
}

const shown: ReadonlySet<string> = new Set(["text", "alt_text", "title", "label", "name"]);

const typedSchema = z.looseObject({ type: z.string() });

function typeOf(block: unknown): string {
  return typedSchema.safeParse(block).data?.type ?? "";
}

function stringsIn(part: unknown, key = ""): { key: string; text: string }[] {
  if (typeof part === "string") return [{ key, text: part }];
  if (Array.isArray(part)) return part.flatMap((item) => stringsIn(item, key));
  if (part === null || typeof part !== "object") return [];
  return Object.entries(part).flatMap(([name, value]) => stringsIn(value, name));
}

const tableSchema = z.looseObject({ type: z.literal("table"), rows: z.array(z.array(z.unknown())) });

/** Rows of one length, no empty cell, 10,000 characters in all. */
function tableFaults(block: unknown): string[] {
  const table = tableSchema.safeParse(block);
  if (!table.success) return [];
  const { rows } = table.data;
  const faults: string[] = [];
  if (new Set(rows.map(({ length }) => length)).size > 1) faults.push("rows of different lengths");
  const cells = rows.flat().map((cell) => stringsIn(cell).filter(({ key }) => key === "text"));
  if (cells.some((texts) => texts.every(({ text }) => text.trim() === ""))) faults.push("an empty cell");
  const length = cells.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (length > 10_000) faults.push(`${length} characters in a table`);
  return faults;
}

const markdownSchema = z.looseObject({ type: z.literal("mrkdwn"), text: z.string(), verbatim: z.boolean().optional() });

/** Rethink links to nothing and mentions nobody: no control sequence of Slack's may leave it. */
function activeText(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(activeText);
  if (part === null || typeof part !== "object") return [];
  const text = markdownSchema.safeParse(part);
  const active = text.success && (/[<>]/.test(text.data.text) || text.data.verbatim !== true);
  const kinds = new Set(["link", "user", "usergroup", "broadcast", "channel", "team"]);
  const mention = kinds.has(typeOf(part));
  return [
    ...(active || mention ? [`active text: ${JSON.stringify(part).slice(0, 120)}`] : []),
    ...Object.values(part).flatMap(activeText),
  ];
}

/** docs.slack.dev/reference/block-kit/blocks/data-visualization-block, which @slack/types does not have yet. */
const chartSchema = z.strictObject({
  type: z.literal("data_visualization"),
  block_id: z.string().max(255).optional(),
  title: z.string().min(1).max(50),
  chart: z.strictObject({
    type: z.literal("line"),
    series: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(20),
          data: z.array(z.strictObject({ label: z.string().min(1).max(20), value: z.number() })).min(1),
        }),
      )
      .min(1)
      .max(6),
    axis_config: z.strictObject({
      categories: z.array(z.string().min(1).max(20)).min(1).max(20),
      x_label: z.string().max(50).optional(),
      y_label: z.string().max(50).optional(),
    }),
  }),
});

export function chartFaults(block: unknown, at: string): string[] {
  const read = chartSchema.safeParse(block);
  if (!read.success)
    return read.error.issues.slice(0, 3).map((issue) => `${at}/${issue.path.join("/")}: ${issue.message}`);
  const { series, axis_config } = read.data.chart;
  const categories = axis_config.categories.join("\n");
  const faults: string[] = [];
  if (new Set(axis_config.categories).size < axis_config.categories.length) faults.push(`${at}: a category twice`);
  if (new Set(series.map(({ name }) => name)).size < series.length) faults.push(`${at}: a series twice`);
  if (series.some(({ data }) => data.map(({ label }) => label).join("\n") !== categories)) {
    faults.push(`${at}: labels differ from the categories`);
  }
  return faults;
}
