import type { webApi } from "@slack/bolt";
import { z } from "zod";

/** Messages as a person's own client gets them from Slack. */
const readSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(""),
  user: z.string().optional(),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
  files: z.array(z.looseObject({ name: z.string().optional() })).default([]),
});
export type ReadMessage = z.infer<typeof readSchema>;

/** Newest first in a channel; in a thread (`ts` of its root) oldest first, the root among them. */
export async function readMessages(client: webApi.WebClient, channel: string, ts?: string): Promise<ReadMessage[]> {
  const { messages = [] } =
    ts === undefined
      ? await client.conversations.history({ channel, limit: 100 })
      : await client.conversations.replies({ channel, ts });
  const read = z.array(readSchema).parse(messages);
  return ts === undefined ? read.filter(({ thread_ts }) => thread_ts === undefined) : read;
}

const blockText = z.looseObject({ type: z.string(), text: z.unknown() });

/** All text of a message in reading order, one line a block or table row; no markup, no alt text, no button labels. */
export function textOf(message: { blocks: readonly unknown[] } | undefined): string {
  return (message?.blocks ?? []).flatMap(linesOf).join("\n");
}

const tableSchema = z.looseObject({ type: z.literal("table"), rows: z.array(z.array(z.unknown())) });
const richSchema = z.looseObject({ type: z.literal("rich_text"), elements: z.array(z.unknown()) });
const chartSchema = z.looseObject({ type: z.literal("data_visualization"), title: z.string() });

function linesOf(block: unknown): string[] {
  const table = tableSchema.safeParse(block);
  if (table.success) return table.data.rows.map((row) => row.map((cell) => strings(cell).join("")).join(" | "));
  const rich = richSchema.safeParse(block);
  if (rich.success) return rich.data.elements.map((element) => strings(element).join(""));
  if (chartSchema.safeParse(block).success) return [];
  return [strings(block).map(withoutMarkup).join(" ")];
}

/** Entities and formatting marks as a person sees them. */
function withoutMarkup(text: string): string {
  return text.replace(/[*`]/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

function strings(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(strings);
  if (part === null || typeof part !== "object") return [];
  const read = blockText.safeParse(part);
  if (read.success && read.data.type === "button") return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "text" && typeof value === "string" ? [value] : strings(value),
  );
}

const buttonSchema = z.looseObject({
  type: z.literal("button"),
  action_id: z.string(),
  value: z.string().optional(),
  text: z.object({ text: z.string() }),
  accessibility_label: z.string().optional(),
});
export type ReadButton = z.infer<typeof buttonSchema>;

/** Buttons of a message or a view, in order. */
export function buttonsOf(part: unknown): ReadButton[] {
  if (Array.isArray(part)) return part.flatMap(buttonsOf);
  if (part === null || typeof part !== "object") return [];
  const read = buttonSchema.safeParse(part);
  return read.success ? [read.data] : Object.values(part).flatMap(buttonsOf);
}

const viewSchema = z.looseObject({
  callback_id: z.string().default(""),
  private_metadata: z.string().default(""),
  title: z.object({ text: z.string() }).optional(),
  blocks: z.array(
    z.looseObject({
      block_id: z.string().optional(),
      label: z.object({ text: z.string() }).optional(),
      element: z.looseObject({ type: z.string() }).optional(),
    }),
  ),
});

let opened = 0;

/** A view that was sent, as the person who submits it has it: Slack gives it an id. */
export function viewOf(view: unknown) {
  opened += 1;
  const { blocks, ...read } = viewSchema.parse(view);
  return {
    ...read,
    id: `V${opened}`,
    blocks: blocks.map(({ block_id, element, label }) => ({
      ...(block_id === undefined ? {} : { block_id }),
      ...(element === undefined ? {} : { element: { type: element.type } }),
      ...(label === undefined ? {} : { label: label.text }),
    })),
  };
}
