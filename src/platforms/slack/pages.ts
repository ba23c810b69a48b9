import type { Reply, Span } from "#src/reply/reply.ts";
import { plain, quiet } from "#src/reply/spans.ts";
import { CONTINUED, leftOut } from "#src/reply/wording/platform-words.ts";
import { readLength, type SlackBlock, type SlackMessage } from "./block-kit.ts";
import { contextBlocks } from "./context.ts";
import { slackLimits } from "./limits.ts";
import { mrkdwn } from "./mrkdwn.ts";
import { type Look, renderBlocks } from "./render.ts";
import { splitSpans } from "./split-spans.ts";

/** How much goes into one message. Halved when Slack says a message is too long all the same. */
export interface Room {
  blocks: number;
  text: number;
}

export const messageRoom: Room = { blocks: slackLimits.blocksPerMessage, text: slackLimits.textPerMessage };
export const viewRoom: Room = { blocks: slackLimits.blocksPerView, text: slackLimits.textPerMessage * 2 };

/**
 * The reply as messages in order: one, or several when it is long. At most `messagesPerReply`; the last then says how
 * many parts are left out. Blocks are never cut in two here.
 */
export function renderMessages(reply: Reply, look: Look, room: Room = messageRoom): SlackMessage[] {
  const pages = paginate(renderBlocks(reply, look), room);
  const kept = pages.slice(0, slackLimits.messagesPerReply);
  const left = pages.slice(slackLimits.messagesPerReply).flat().length;
  const shown =
    left === 0 ? kept : kept.map((page, index) => (index === kept.length - 1 ? withNote(page, left) : page));
  const messages = shown.map((blocks, index) => ({ text: index === 0 ? fallbackText(reply) : CONTINUED, blocks }));
  return messages.length === 0 ? [{ text: fallbackText(reply), blocks: [] }] : messages;
}

/**
 * The reply as exactly one message, for what is edited in place: buttons and small print at the end always stay, and
 * what finds no room before them is counted in a line of its own.
 */
export function renderOneMessage(reply: Reply, look: Look, room: Room = messageRoom): SlackMessage {
  return { text: fallbackText(reply), blocks: fitOne(renderBlocks(reply, look), room) };
}

/** A full sentence, for notifications and screen readers; nothing in it notifies or links. */
export function fallbackText(reply: Reply): string {
  const size = (spans: readonly Span[]): number => mrkdwn(spans).length;
  const [first = [], ...more] = splitSpans([plain(reply.summary)], slackLimits.fallbackText - 1, size);
  return more.length === 0 ? mrkdwn(first) : `${mrkdwn(first).trimEnd()}…`;
}

/** A message being filled; its sizes are kept along, for replies can be long. */
interface Page {
  blocks: SlackBlock[];
  text: number;
  tables: number;
}

function emptyPage(): Page {
  return { blocks: [], text: 0, tables: 0 };
}

/** Adds the block when there is room; two tables never share a message. */
function add(page: Page, block: SlackBlock, room: Room): boolean {
  const text = readLength(block);
  const tables = block.type === "table" ? 1 : 0;
  if (page.blocks.length + 1 > room.blocks || page.text + text > room.text) return false;
  if (page.tables + tables > slackLimits.tablesPerMessage) return false;
  page.blocks.push(block);
  page.text += text;
  page.tables += tables;
  return true;
}

/** One block of each page stays free for the note that more was left out. A block larger than a page is alone in it. */
function paginate(blocks: readonly SlackBlock[], room: Room): SlackBlock[][] {
  const inner: Room = { blocks: room.blocks - 1, text: room.text - NOTE_LENGTH };
  const pages: Page[] = [];
  for (const block of blocks) {
    const page = pages.at(-1);
    if (page !== undefined && add(page, block, inner)) continue;
    const next = emptyPage();
    if (!add(next, block, inner)) next.blocks.push(block);
    pages.push(next);
  }
  return pages.map((page) => page.blocks);
}

/** More than the note ever takes. */
const NOTE_LENGTH = 40;

function withNote(page: readonly SlackBlock[], left: number): SlackBlock[] {
  return [...page, ...contextBlocks([quiet(leftOut(left, "parts"))])];
}

function fitOne(blocks: readonly SlackBlock[], room: Room): SlackBlock[] {
  const [whole, second] = paginate(blocks, room);
  if (whole === undefined || second === undefined) return [...blocks];
  const tail = lastRows(blocks);
  const inner: Room = {
    blocks: room.blocks - tail.length - 1,
    text: room.text - readLength(tail) - NOTE_LENGTH,
  };
  const body = blocks.slice(0, blocks.length - tail.length);
  const kept = emptyPage();
  const left = body.filter((block) => !add(kept, block, inner)).length;
  return [...kept.blocks, ...(left === 0 ? [] : contextBlocks([quiet(leftOut(left, "parts"))])), ...tail];
}

/** The buttons and the small print that close a card. */
function lastRows(blocks: readonly SlackBlock[]): SlackBlock[] {
  let from = blocks.length;
  while (from > 0 && blocks.length - from < 3) {
    const type = blocks[from - 1]?.type;
    if (type !== "actions" && type !== "context") break;
    from -= 1;
  }
  return blocks.slice(from);
}
