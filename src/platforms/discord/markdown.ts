import { oneLine, printable } from "#src/reply/clean-text.ts";
import type { Span, SpanStyle } from "#src/reply/reply.ts";
import { discordLimits } from "./limits.ts";

/**
 * Text a person or a catalog wrote, for a field Discord reads as markdown: it shows as typed and does nothing. Discord
 * hides a backslash before a mark; a zero-width space keeps "@everyone" from looking like a call.
 */
export function inert(text: string): string {
  return printable(text)
    .replace(/[\\*_~`|[\]<]/g, "\\$&")
    .replace(/@(?=everyone|here)/g, "@\u200B")
    .replace(/\b(https?|steam|discord)(?=:\/\/)/gi, "$1\\")
    .replace(/^(\s*)(#{1,3}|-#|-|\+|>{1,3})(?=\s|$)/gm, "$1\\$2")
    .replace(/^(\s*)>/gm, "$1\\>")
    .replace(/^(\s*\d+)\.(?=\s)/gm, "$1\\.");
}

/** Text for a code span or block: backticks would end it, and there is no escape inside. */
export function literal(text: string): string {
  return printable(text).replace(/`/g, "ˋ");
}

/** The person as plain words, where Discord reads no markdown. */
export function personName(name: string): string {
  return `@${oneLine(name, discordLimits.personName).replace(/^@+/, "")}`;
}

/** Marks go around the words of a line, not around the blanks at its ends, and not around nothing. */
function wrapped(mark: string, text: string): string {
  return text.replace(/[^\n]+/g, (line) =>
    line.replace(/^(\s*)(.*?)(\s*)$/s, (_, before: string, words: string, after: string) =>
      words === "" ? line : `${before}${mark}${words}${mark}${after}`,
    ),
  );
}

function styled(text: string, style: SpanStyle): string {
  switch (style) {
    case "strong":
      return wrapped("**", inert(text));
    case "code":
      return codeSpan(text);
    case "plain":
    case "quiet":
      return inert(text);
  }
}

/** Blanks at its ends stay: they line figures up. */
function codeSpan(text: string): string {
  const shown = literal(text).replace(/\n/g, " ");
  return shown.trim() === "" ? shown : `\`${shown}\``;
}

/** Spans of one style that touch are one: "**a****b**" would show asterisks. */
function joinAlike(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.kind === "text" && span.kind === "text" && last.style === span.style && span.style !== "code") {
      joined[joined.length - 1] = { ...last, text: last.text + span.text };
    } else if (span.kind === "person" || span.text !== "") joined.push(span);
  }
  return joined;
}

/** docs: reference, snowflakes. */
const SNOWFLAKE = /^\d{17,20}$/;

/** Discord writes the name of an id, as it is today; no message of ours allows a mention to notify. */
function person({ id, name }: Extract<Span, { kind: "person" }>): string {
  return SNOWFLAKE.test(id) ? `<@${id}>` : inert(personName(name));
}

/** Spans as Discord's markdown. */
export function markdown(spans: readonly Span[]): string {
  return joinAlike(spans)
    .map((span) => (span.kind === "person" ? person(span) : styled(span.text, span.style)))
    .join("");
}

/** Grey small print, line by line. */
export function smallPrint(spans: readonly Span[]): string {
  return markdown(spans)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `-# ${line.trim()}`)
    .join("\n");
}

/** Large type takes one line. */
export function heading(text: string): string {
  return `## ${inert(printable(text).replace(/\s+/g, " ").trim())}`;
}
