import type { Accent, Reply } from "#src/reply/reply.ts";
import { quiet } from "#src/reply/spans.ts";
import { CONTINUED, leftOut } from "#src/reply/wording/platform-words.ts";
import {
  componentType,
  container,
  countComponents,
  countText,
  type MessageBody,
  messageFlag,
  text,
} from "./components.ts";
import { discordLimits } from "./limits.ts";
import { inert, smallPrint } from "./markdown.ts";
import { type Look, renderUnits, type Unit } from "./render.ts";
import { splitText } from "./split-text.ts";

/** The edge of a message, in the colours of the chart. */
const accentColors: Record<Exclude<Accent, "none">, number> = {
  serverless: 0xe8833a,
  monolith: 0x3d8bd9,
  hybrid: 0x9b6dd6,
  close: 0x8a9099,
};

/**
 * The reply as message bodies in order: one, or several when it is long. At most `messagesPerReply`; the last then says
 * how many parts are left out. Components are never cut in two here.
 */
export function renderMessages(reply: Reply, look: Look = "attached"): MessageBody[] {
  const pages = paginate(unitsOf(reply, look));
  const kept = pages.slice(0, discordLimits.messagesPerReply);
  const left = pages.slice(discordLimits.messagesPerReply).flat().length;
  return kept.map((units, index) => {
    const isLast = index === kept.length - 1;
    return body(reply, [...(index === 0 ? [] : [continued]), ...units, ...(isLast && left > 0 ? [note(left)] : [])]);
  });
}

/**
 * The reply as exactly one message, for what is edited in place: buttons and small print at the end always stay, and
 * what finds no room before them is counted in a line of its own.
 */
export function renderOneMessage(reply: Reply, look: Look = "attached"): MessageBody {
  const units = unitsOf(reply, look);
  if (paginate(units).length === 1) return body(reply, units);
  const tail = lastRows(units);
  const kept = emptyPage();
  const room = { components: roomInside.components - cost(tail).components, text: roomInside.text - cost(tail).text };
  const left = units.slice(0, units.length - tail.length).filter((unit) => !add(kept, unit, room)).length;
  return body(reply, [...kept.units, ...(left === 0 ? [] : [note(left)]), ...tail]);
}

/** A reply without blocks says its summary: Discord takes no empty message. */
function unitsOf(reply: Reply, look: Look): Unit[] {
  const units = renderUnits(reply, look);
  if (units.length > 0) return units;
  const [summary = "–"] = splitText(inert(reply.summary), discordLimits.textPerComponent);
  return [{ component: text(summary) }];
}

/** A frame around what stands alone: cards, digests, decisions, details with a title. Lines of talk have none. */
function isFramed({ kind, accent, blocks }: Reply): boolean {
  if (kind === "difference") return false;
  if (kind === "review" || kind === "digest" || accent !== "none") return true;
  return kind === "detail" && blocks.some((block) => block.kind === "headline");
}

function body(reply: Reply, units: readonly Unit[]): MessageBody {
  const inside = units.map(({ component }) => component);
  const accent = reply.kind === "detail" || reply.accent === "none" ? null : accentColors[reply.accent];
  return {
    flags: messageFlag.componentsV2,
    components: isFramed(reply) ? [container(inside, accent)] : inside,
    allowed_mentions: { parse: [] },
    attachments: units
      .flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment]))
      .map((one, index) => ({ id: String(index), ...one })),
  };
}

interface Room {
  components: number;
  text: number;
}

/** More than the note that something was left out ever takes. */
const NOTE_LENGTH = 40;

/** Above what continues the message before it. */
const continued: Unit = { component: text(smallPrint([quiet(CONTINUED)])) };

/** The frame and both notes are counted in, whether or not they are there. */
const roomInside: Room = {
  components: discordLimits.componentsPerMessage - 3,
  text: discordLimits.textPerMessage - 2 * NOTE_LENGTH,
};

function note(left: number): Unit {
  return { component: text(smallPrint([quiet(leftOut(left, "parts"))])) };
}

function cost(units: readonly Unit[]): Room {
  const components = units.map(({ component }) => component);
  return {
    components: components.reduce((sum, component) => sum + countComponents(component), 0),
    text: components.reduce((sum, component) => sum + countText(component), 0),
  };
}

/** A message being filled; its sizes are kept along, for replies can be long. */
interface Page extends Room {
  units: Unit[];
  attachments: number;
}

function emptyPage(): Page {
  return { units: [], components: 0, text: 0, attachments: 0 };
}

function add(page: Page, unit: Unit, room: Room): boolean {
  const more = cost([unit]);
  const attachments = page.attachments + (unit.attachment === undefined ? 0 : 1);
  if (page.components + more.components > room.components || page.text + more.text > room.text) return false;
  if (attachments > discordLimits.attachmentsPerMessage) return false;
  page.units.push(unit);
  page.components += more.components;
  page.text += more.text;
  page.attachments = attachments;
  return true;
}

/** Every unit fits an empty page: the largest is one text component with a button. */
function paginate(units: readonly Unit[]): Unit[][] {
  const pages: Page[] = [];
  for (const unit of units) {
    const page = pages.at(-1);
    if (page !== undefined && add(page, unit, roomInside)) continue;
    const next = emptyPage();
    add(next, unit, roomInside);
    pages.push(next);
  }
  return pages.map((page) => page.units);
}

/** The buttons and the small print that close a card, as long as they take no more than half of it. */
function lastRows(units: readonly Unit[]): Unit[] {
  let from = units.length;
  while (from > 0 && isClosing(units[from - 1])) {
    const { components, text: length } = cost(units.slice(from - 1));
    if (components > roomInside.components / 2 || length > roomInside.text / 2) break;
    from -= 1;
  }
  return units.slice(from);
}

function isClosing(unit: Unit | undefined): boolean {
  const component = unit?.component;
  if (component === undefined) return false;
  if (component.type === componentType.actionRow) return true;
  return component.type === componentType.text && component.content.startsWith("-# ");
}
