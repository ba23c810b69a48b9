import { printable } from "./clean-text.ts";

/**
 * Text that must come out literally in Markdown: nothing in it becomes emphasis, a link, a heading, HTML or a mention.
 * A break of a mention or a bare link is an entity or an invisible word joiner, so that it reads the same.
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/\n+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~!$^=]/g, (mark) => `\\${mark}`)
    .replace(/&/g, "&amp;")
    .replace(/(^|[^\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, "$1@\u2060")
    .replace(/:\/\//g, ":&#47;&#47;")
    .replace(/\bwww\./gi, (mark) => `${mark.slice(0, 3)}&#46;`)
    .replace(/^(\s*)([-+])(?=\s)/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2");
}

/** A code span that holds any text: its fence is longer than every run of backticks inside. */
export function codeSpan(text: string): string {
  const clean = printable(text).replace(/\s+/g, " ");
  const fence = "`".repeat(longestRun(clean) + 1);
  const space = clean.startsWith("`") || clean.endsWith("`") || clean === "" ? " " : "";
  return fence + space + clean + space + fence;
}

/** A fenced block that holds any text. */
export function codeBlock(text: string): string {
  const clean = printable(text).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(clean) + 1));
  return `${fence}\n${clean}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
