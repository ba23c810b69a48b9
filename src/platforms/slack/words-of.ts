import type { SlackBlock, SlackMessage } from "./block-kit.ts";
import { inert } from "./mrkdwn.ts";

/** What a block says, as plain words: the last resort when Slack takes no form of the blocks. */
function wordsOfBlock(block: SlackBlock): string {
  switch (block.type) {
    case "table":
      return block.rows.map((row) => row.map((cell) => textsIn(cell).join("")).join(" · ")).join("\n");
    case "rich_text":
      return block.elements
        .map((element) => (element.type === "rich_text_list" ? element.elements : [element]))
        .flatMap((elements) => elements.map((element) => textsIn(element).join("")))
        .join("\n");
    case "data_visualization":
      return block.title;
    case "image":
      return block.alt_text;
    case "actions":
    case "divider":
      return "";
    case "header":
    case "section":
    case "context":
    case "input":
      return textsIn(block).join("\n");
  }
}

/** Every `text` that is shown, in order; a button's label is not a sentence and stays out. */
function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (part === null || typeof part !== "object" || ("type" in part && part.type === "button")) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "text" && typeof value === "string" ? [value] : textsIn(value),
  );
}

/** The message without blocks, nothing lost but its look. Sections and small print are mrkdwn already. */
export function wordsOf(message: SlackMessage): SlackMessage {
  const lines = message.blocks.map((block) =>
    block.type === "section" || block.type === "context" ? wordsOfBlock(block) : inert(wordsOfBlock(block)),
  );
  const text = [message.text, ...lines].filter((line) => line.trim() !== "").join("\n");
  return { text, blocks: [] };
}
