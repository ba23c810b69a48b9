import type { types } from "@slack/bolt";

/** A chart drawn by Slack itself (docs: reference/block-kit/blocks/data-visualization-block); not in @slack/types yet. */
export interface DataVisualizationBlock {
  type: "data_visualization";
  title: string;
  chart: {
    type: "line";
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label: string; y_label: string };
  };
}

/** The blocks Rethink sends. */
export type SlackBlock =
  | types.ActionsBlock
  | types.ContextBlock
  | types.DividerBlock
  | types.HeaderBlock
  | types.ImageBlock
  | types.InputBlock
  | types.RichTextBlock
  | types.SectionBlock
  | types.TableBlock
  | DataVisualizationBlock;

export interface SlackMessage {
  /** Notification, screen readers, clients without blocks. */
  text: string;
  blocks: SlackBlock[];
}

/** Text that Slack shows as it is: no markup, no emoji codes. */
export function plainText(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

const readKeys: ReadonlySet<string> = new Set(["text", "alt_text", "title", "label"]);

/** Characters a person can read in a block (alternative text included), buttons' hidden values left out. */
export function readLength(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, item) => sum + readLength(item), 0);
  if (part === null || typeof part !== "object") return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) => sum + (typeof value === "string" && readKeys.has(key) ? value.length : readLength(value)),
    0,
  );
}
