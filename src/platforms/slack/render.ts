import { assertNever } from "#src/errors.ts";
import { oneLine, printable } from "#src/reply/clean-text.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { plainText, type SlackBlock } from "./block-kit.ts";
import { actionBlocks, button, typedInstead } from "./buttons.ts";
import { type ChartDataOf, type ChartLook, chartBlocks, type FileIdOf } from "./chart.ts";
import { contextBlocks, mrkdwnParts, verbatim } from "./context.ts";
import { slackLimits } from "./limits.ts";
import { listBlocks, paragraphBlocks, preformattedBlocks, richBlock, shownLength } from "./rich-text.ts";
import { fitsTable, tableBlocks, tableLines } from "./table.ts";

/** What the place the reply goes to can show. */
export interface Look {
  /** `table`: Slack's table; one in a message, none in modals and Home. `lines`: a line a row. */
  tables: "table" | "lines";
  charts: ChartLook;
  /** Headings of sections: large where a page has several (Home), bold elsewhere. */
  headings: "large" | "bold";
}

/** The richest look that needs no upload. */
export const nativeLook = (dataOf: ChartDataOf): Look => ({
  tables: "table",
  charts: { as: "native", dataOf },
  headings: "bold",
});
/** With charts that were uploaded before. */
export const pictureLook = (fileIdOf: FileIdOf, dataOf: ChartDataOf): Look => ({
  tables: "table",
  charts: { as: "image", fileIdOf, dataOf },
  headings: "bold",
});
/** What every Slack takes: for `invalid_blocks`. */
export const plainLook: Look = { tables: "lines", charts: { as: "text" }, headings: "bold" };
/** App Home takes no tables and no charts. */
export const homeLook: Look = { tables: "lines", charts: { as: "text" }, headings: "large" };

/** The reply as blocks of Slack, each within its own limits; how many go into one message is `pages.ts`'s business. */
export function renderBlocks(reply: Reply, look: Look): SlackBlock[] {
  const rendered: SlackBlock[] = [];
  let position = 0;
  let tables = 0;
  let before: Block | undefined;
  for (const block of withHeadingsJoined(reply.blocks, look)) {
    const asTable = look.tables === "table" && tables < slackLimits.tablesPerMessage;
    const blocks = renderBlock(block, { look, reply, position, asTable });
    if (blocks.some(({ type }) => type === "table")) tables += 1;
    position += block.kind === "actions" ? block.actions.length : 1;
    const isHeaded = before?.kind === "heading" && (block.kind === "list" || block.kind === "preformatted");
    rendered.push(...(isHeaded ? underHeading(rendered, blocks) : blocks));
    before = block;
  }
  return rendered;
}

interface Place {
  look: Look;
  reply: Reply;
  /** Number of the first button, unique in the message. */
  position: number;
  asTable: boolean;
}

function renderBlock(block: Block, place: Place): SlackBlock[] {
  switch (block.kind) {
    case "headline":
      return headline(block.text);
    case "heading":
      return place.look.headings === "large" ? headline(block.text) : paragraphBlocks([strong(block.text)]);
    case "paragraph":
      return isBlank(block.spans) ? [] : paragraphBlocks(block.spans);
    case "context":
      return contextBlocks(block.spans);
    case "table":
      return place.asTable && fitsTable(block) ? tableBlocks(block) : tableLines(block);
    case "list":
      return block.items.length === 0 ? [] : listBlocks(block.items);
    case "line-with-action":
      return lineWithAction(block, place);
    case "chart":
      return chartBlocks(block.chart, place.look.charts);
    case "actions":
      return actionBlocks(block.actions, place.position);
    case "preformatted":
      return preformattedBlocks(block.text);
    case "divider":
      return [{ type: "divider" }];
    case "file":
      // Files are uploaded beside the message; where that is not possible `filesAsText` writes them out.
      return [];
    default:
      return assertNever(block);
  }
}

/** A finding too long for Slack's large type is written in bold: whole, but smaller. */
function headline(text: string): SlackBlock[] {
  const shown = printable(text).trim();
  if (shown === "") return [];
  if (shown.length > slackLimits.headerText) return paragraphBlocks([strong(shown)]);
  return [{ type: "header", text: plainText(shown) }];
}

function lineWithAction(block: Extract<Block, { kind: "line-with-action" }>, place: Place): SlackBlock[] {
  const made = button(block.action, place.position);
  // On the card a line stays a line; elsewhere the consequence gets one of its own.
  const between = isBlank(block.consequence) ? "" : place.reply.kind === "review" ? " " : "\n";
  const spans = [...block.spans, plain(between), ...block.consequence];
  const parts = mrkdwnParts(made === null ? [...spans, plain("\n"), ...typedInstead(block.action)] : spans);
  return parts.map((text, index) => ({
    type: "section",
    text: verbatim(text),
    ...(made !== null && index === parts.length - 1 ? { accessory: made } : {}),
  }));
}

/** A bold heading and the text under it are one piece of text: they stay together, without a gap. */
function withHeadingsJoined(blocks: readonly Block[], look: Look): Block[] {
  if (look.headings === "large") return [...blocks];
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind === "heading" && block.kind === "paragraph") {
      joined[joined.length - 1] = {
        kind: "paragraph",
        spans: [strong(last.text), plain("\n"), ...block.spans],
      };
    } else joined.push(block);
  }
  return joined;
}

/** A list or fixed-width text goes into the block of the bold heading above it: they stay together. */
function underHeading(rendered: SlackBlock[], blocks: SlackBlock[]): SlackBlock[] {
  const [first, ...rest] = blocks;
  const heading = rendered.at(-1);
  if (first?.type !== "rich_text" || heading?.type !== "rich_text") return blocks;
  rendered.pop();
  return [richBlock([...heading.elements, ...first.elements]), ...rest];
}

function isBlank(spans: readonly Span[]): boolean {
  return shownLength(spans) === 0 || spans.every((span) => span.kind === "text" && span.text.trim() === "");
}

/** Files a reply offers, written out: for private answers, and where uploading is not allowed. */
export function filesAsText(reply: Reply): Reply {
  const blocks = reply.blocks.flatMap((block): Block[] =>
    block.kind === "file"
      ? [
          { kind: "heading", text: oneLine(block.name, slackLimits.headerText) },
          { kind: "preformatted", text: block.content },
        ]
      : [block],
  );
  return { ...reply, blocks };
}
