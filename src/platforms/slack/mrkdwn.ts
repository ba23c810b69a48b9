import { oneLine, printable } from "#src/reply/clean-text.ts";
import type { Span } from "#src/reply/reply.ts";
import { slackLimits } from "./limits.ts";

/** Slack's three control characters, as entities (docs: messaging/formatting-message-text, escaping text). */
function escapeEntities(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * Text a person or a catalog wrote, for a field Slack reads as mrkdwn: it shows as typed and does nothing.
 * mrkdwn has no escape for its formatting marks, so those that would format are replaced by characters that look alike.
 */
export function inert(text: string): string {
  const marks = printable(text)
    .replace(/\*/g, "∗")
    .replace(/~/g, "∼")
    .replace(/`/g, "ˋ")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "ˍ")
    .replace(/:(?=[a-z0-9_+-]*[a-z][a-z0-9_+-]*:)/g, "꞉")
    .replace(/^>/gm, "›");
  return escapeEntities(marks);
}

/** The person as plain words: never a mention, so never a notification. */
export function personName(name: string): string {
  return `@${oneLine(name, slackLimits.personName).replace(/^@+/, "")}`;
}

/** mrkdwn formats only what touches no space: marks go around the words, not around the blanks at their ends. */
function wrapped(mark: string, text: string): string {
  return text.replace(/[^\n]+/g, (line) =>
    line.replace(/^(\s*)(.*?)(\s*)$/, (_, before: string, words: string, after: string) =>
      words === "" ? line : `${before}${mark}${words}${mark}${after}`,
    ),
  );
}

function spanMarkdown(span: Span): string {
  if (span.kind === "person") return inert(personName(span.name));
  switch (span.style) {
    case "strong":
      return wrapped("*", inert(span.text));
    case "code":
      return wrapped("`", escapeEntities(printable(span.text).replace(/`/g, "ˋ")));
    case "plain":
    case "quiet":
      return inert(span.text);
  }
}

/** Spans as mrkdwn, for the small print and for lines with a button, which take no rich text. */
export function mrkdwn(spans: readonly Span[]): string {
  return spans.map(spanMarkdown).join("");
}
