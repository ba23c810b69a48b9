import { assertNever } from "#src/errors.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { plain } from "#src/reply/spans.ts";
import { type AttachmentSource, attachedName, attachmentSources } from "./attachments.ts";
import { actionRows, button, short, typedInstead } from "./buttons.ts";
import { type Attachment, type Component, componentType, file, picture, section, text } from "./components.ts";
import { discordLimits } from "./limits.ts";
import { heading, inert, literal, markdown, smallPrint } from "./markdown.ts";
import { splitText } from "./split-text.ts";
import { tableTexts } from "./table.ts";

/** `attached`: pictures and files go with the message. `written`: where the bot may not attach anything. */
export type Look = "attached" | "written";

/** One component of a message, and what has to be attached for it. */
export interface Unit {
  component: Component;
  attachment?: Omit<Attachment, "id">;
}

/** Text that may share a component with the text before it, or a component of its own. */
type Piece = { kind: "text"; content: string; joins: boolean } | { kind: "unit"; unit: Unit };

interface Place {
  look: Look;
  sources: ReadonlyMap<string, AttachmentSource>;
  /** Number of the first button, unique in the message. */
  position: number;
  before: Block["kind"] | null;
  /** Its lines are one answer, read in one go. */
  isTalk: boolean;
}

/** The reply as components of Discord, each within its own limits; how many go into one message is `pages.ts`'s business. */
export function renderUnits(reply: Reply, look: Look): Unit[] {
  const sources = attachmentSources(reply);
  const pieces: Piece[] = [];
  let position = 0;
  let before: Block["kind"] | null = null;
  for (const block of reply.blocks) {
    pieces.push(...renderBlock(block, { look, sources, position, before, isTalk: reply.kind === "difference" }));
    position += block.kind === "actions" ? block.actions.length : 1;
    before = block.kind;
  }
  return joined(pieces);
}

function renderBlock(block: Block, place: Place): Piece[] {
  const underHeading = place.before === "headline" || place.before === "heading";
  switch (block.kind) {
    case "headline":
      return written(block.text.trim() === "" ? "" : heading(block.text), true);
    case "heading":
      return written(markdown([{ kind: "text", text: block.text, style: "strong" }]), false);
    case "paragraph":
      return written(markdown(block.spans), underHeading || place.isTalk);
    case "context":
      return written(smallPrint(block.spans), true);
    case "table":
      return tableTexts(block).flatMap((content, index) => written(content, index === 0 && underHeading));
    case "list":
      return written(listLines(block.items), underHeading || place.before === "paragraph");
    case "line-with-action":
      return lineWithAction(block, place.position);
    case "chart":
      return chart(block, place);
    case "actions": {
      const { rows, typed } = actionRows(block.actions, place.position);
      return [
        ...rows.map((component): Piece => ({ kind: "unit", unit: { component } })),
        ...typed.flatMap((spans) => written(markdown(spans), false)),
      ];
    }
    case "preformatted":
      return fenced(block.text, underHeading || place.before === "paragraph");
    case "divider":
      return [{ kind: "unit", unit: { component: { type: componentType.separator } } }];
    case "file":
      return offeredFile(block, place);
    default:
      return assertNever(block);
  }
}

function written(content: string, joins: boolean): Piece[] {
  return content.trim() === "" ? [] : [{ kind: "text", content, joins }];
}

function listLines(items: readonly (readonly Span[])[]): string {
  return items
    .map((spans) => markdown(spans).trim().replace(/\n/g, "\n  "))
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

/** The button sits at the end of the line; the consequence is small print below. */
function lineWithAction(block: Extract<Block, { kind: "line-with-action" }>, position: number): Piece[] {
  const line = markdown(block.spans).trim();
  const content = [line, smallPrint(block.consequence)].filter((part) => part !== "").join("\n");
  const made = button(block.action, position);
  if (made === null) return written([content, markdown(typedInstead(block.action))].join("\n"), false);
  const parts = splitText(content, discordLimits.textPerComponent);
  const last = parts.pop() ?? inert(short(block.action.label, discordLimits.buttonLabel) || block.action.verb);
  return [
    ...parts.map((part): Piece => ({ kind: "text", content: part, joins: false })),
    { kind: "unit", unit: { component: section(last, made) } },
  ];
}

function chart(block: Extract<Block, { kind: "chart" }>, { look, sources }: Place): Piece[] {
  const name = attachedName(sources, block);
  const { title, altText } = block.chart;
  const description =
    short(altText, discordLimits.mediaDescription) || short(title, discordLimits.mediaDescription) || "Chart";
  if (look === "written" || name === null) {
    const words = [markdown([{ kind: "text", text: title, style: "strong" }]), smallPrint([plain(description)])];
    return written(words.filter((part) => part !== "").join("\n"), false);
  }
  return [
    { kind: "unit", unit: { component: picture(name, description), attachment: { filename: name, description } } },
  ];
}

function offeredFile(block: Extract<Block, { kind: "file" }>, { look, sources }: Place): Piece[] {
  const name = attachedName(sources, block);
  if (look === "attached" && name !== null && Buffer.byteLength(block.content) <= discordLimits.fileBytes) {
    return [{ kind: "unit", unit: { component: file(name), attachment: { filename: name } } }];
  }
  return [
    ...written(markdown([{ kind: "text", text: block.name, style: "strong" }]), false),
    ...fenced(block.content, true),
  ];
}

const FENCE = "```";

/** Each part closes its own fence: a fence cut in two would swallow the next message. */
function fenced(content: string, joins: boolean): Piece[] {
  const room = discordLimits.textPerComponent - 2 * (FENCE.length + 1);
  return splitText(literal(content), room).map((part, index) => ({
    kind: "text",
    content: `${FENCE}\n${part}\n${FENCE}`,
    joins: joins && index === 0,
  }));
}

/** Text that belongs together shares a component: it costs one of 40, and Discord draws no gap inside. */
function joined(pieces: readonly Piece[]): Unit[] {
  const units: Unit[] = [];
  let open = "";
  const close = (): void => {
    units.push(...splitText(open, discordLimits.textPerComponent).map((part) => ({ component: text(part) })));
    open = "";
  };
  for (const piece of pieces) {
    if (piece.kind === "unit") {
      close();
      units.push(piece.unit);
      continue;
    }
    const longer = `${open}\n${piece.content}`;
    if (open !== "" && piece.joins && longer.length <= discordLimits.textPerComponent) open = longer;
    else {
      close();
      open = piece.content;
    }
  }
  close();
  return units;
}
