import type { Verb } from "#src/reply/verbs.ts";
import { readShortId } from "#src/reviews/ids.ts";
import type { OptionSpec } from "./command.ts";
import type { RegisteredCommand } from "./define-command.ts";
import { matchVerb } from "./match-verb.ts";
import { readNumber } from "./words/number-words.ts";

/** A line that is a verb with what fits its options. */
export interface ParsedVerb {
  verb: Verb;
  args: Readonly<Record<string, string>>;
  review?: string;
}

/** Words that carry nothing in "the limits for 7K2Q, please". */
const FILLER = /^(?:please|pls|for|of|on|the|a|an|in|this|that|it|its|me|us|show|review|rev|now|then)$/i;

/** The line without what is not part of it: the command's own name, quotes around it, stray commas and blanks. */
export function cleanLine(line: string): string {
  return line
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[`"'“”]+(.*?)[`"'“”]+$/, "$1")
    .replace(/^\/rethink\b/i, "")
    .replace(/^[\s,;:]+|[\s,;]+$/g, "");
}

/**
 * Reads a line as a verb. A verb counts only when the rest fits its options; null otherwise, and the line is something
 * else. Ids of reviews may stand anywhere.
 */
export function parseLine(line: string, commands: readonly RegisteredCommand[]): ParsedVerb | null {
  const text = cleanLine(line).replace(
    /^(?:please|show(?: me)?(?: the)?|give me(?: the)?|get(?: me)?(?: the)?)\s+/i,
    "",
  );
  const match = matchVerb(text, commands);
  if (match === null) return null;
  const { command, rest } = match;
  const { words, review } = command.options.some(({ name }) => name === "review")
    ? takeId(rest)
    : { words: rest, review: null };
  const args = command.readWords === null ? fitOptions(words, command.options) : command.readWords(words);
  if (args === null) return null;
  return { verb: command.verb, args, ...(review === null ? {} : { review }) };
}

/** The first id in the words, and the words without it. */
function takeId(text: string): { words: string; review: string | null } {
  const parts = text.split(" ");
  const at = parts.findIndex((part) => readShortId(bare(part)) !== null);
  if (at === -1) return { words: text, review: null };
  // "for 7K2Q": the word before goes with it.
  const before = parts.slice(0, at);
  const lead = FILLER.test(before.at(-1) ?? "") ? before.slice(0, -1) : before;
  const words = [...lead, ...parts.slice(at + 1)].join(" ").replace(/^[\s,:;-]+/, "");
  return { words: words.trim(), review: readShortId(bare(parts[at] ?? "")) };
}

function bare(word: string): string {
  return word.replace(/^[("'[]+|[)\]"',.:;?!]+$/g, "");
}

/** The words, option by option in their order; null when some are left over or one does not fit. */
function fitOptions(words: string, options: readonly OptionSpec[]): Record<string, string> | null {
  let left = words.replace(/[\s,;?!.]+$/, "");
  const args: Record<string, string> = {};
  for (const { name, takes, choices } of options) {
    if (left === "" || takes === "review-id") continue;
    if (takes === "rest") {
      args[name] = left;
      return args;
    }
    const [word = "", ...others] = left.split(" ");
    if (takes === "number" && readNumber(word) === null) return null;
    if (takes === "choice" && choices?.some(({ value }) => value === word.toLowerCase()) !== true) return null;
    args[name] = word;
    left = others.join(" ");
  }
  return left.split(" ").every((word) => word === "" || FILLER.test(bare(word))) ? args : null;
}
