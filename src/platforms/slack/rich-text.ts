import type { types } from "@slack/bolt";
import { printable } from "#src/reply/clean-text.ts";
import type { Span } from "#src/reply/reply.ts";
import { slackLimits } from "./limits.ts";
import { personName } from "./mrkdwn.ts";
import { splitSpans } from "./split-spans.ts";

/**
 * Rich text is Slack's structured text: what stands in a text element is shown as typed, so no word of a person can
 * become a mention, a link or markup. Used wherever Slack takes it.
 */
function textElement(span: Span): types.RichTextText | null {
  const text = span.kind === "person" ? personName(span.name) : printable(span.text);
  if (text === "") return null;
  if (span.kind === "person") return { type: "text", text };
  switch (span.style) {
    case "plain":
      return { type: "text", text };
    case "strong":
      return { type: "text", text, style: { bold: true } };
    case "quiet":
      return { type: "text", text, style: { italic: true } };
    case "code":
      return { type: "text", text, style: { code: true } };
  }
}

export function richSection(spans: readonly Span[]): types.RichTextSection {
  const elements = spans.map(textElement).filter((element) => element !== null);
  return { type: "rich_text_section", elements: elements.length > 0 ? elements : [{ type: "text", text: " " }] };
}

export function richBlock(elements: types.RichTextBlock["elements"]): types.RichTextBlock {
  return { type: "rich_text", elements };
}

/** Characters of the text as shown. */
export function shownLength(spans: readonly Span[]): number {
  return spans.reduce(
    (sum, span) => sum + (span.kind === "person" ? personName(span.name).length : span.text.length),
    0,
  );
}

/** A paragraph as blocks: one, or several where it is longer than a section may be. */
export function paragraphBlocks(spans: readonly Span[]): types.RichTextBlock[] {
  return splitSpans(spans, slackLimits.sectionText, shownLength).map((part) => richBlock([richSection(part)]));
}

/** A bulleted list as blocks of at most the length of a section each. */
export function listBlocks(items: readonly (readonly Span[])[]): types.RichTextBlock[] {
  return chunkBySize(
    items.flatMap((item) => splitSpans(item, slackLimits.sectionText, shownLength)),
    slackLimits.sectionText,
    shownLength,
  ).map((chunk) => richBlock([{ type: "rich_text_list", style: "bullet", elements: chunk.map(richSection) }]));
}

/** Text in a fixed-width font, line breaks kept, as blocks. */
export function preformattedBlocks(text: string): types.RichTextBlock[] {
  const lines = printable(text).split(/(?<=\n)/);
  const spans = lines.map((line): Span => ({ kind: "text", text: line, style: "code" }));
  return splitSpans(spans, slackLimits.sectionText, shownLength)
    .map((part) => part.map((span) => (span.kind === "text" ? span.text : span.name)).join(""))
    .filter((part) => part.trim() !== "")
    .map((part) =>
      richBlock([{ type: "rich_text_preformatted", elements: [{ type: "text", text: part.replace(/\n$/, "") }] }]),
    );
}

/** Neighbours together while their sizes stay within `max`; a larger one stands alone. */
export function chunkBySize<T>(items: readonly T[], max: number, sizeOf: (item: T) => number): T[][] {
  const chunks: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const added = sizeOf(item);
    const current = chunks.at(-1);
    if (current === undefined || size + added > max) {
      chunks.push([item]);
      size = added;
    } else {
      current.push(item);
      size += added;
    }
  }
  return chunks;
}
