import { readArchitecture } from "./architecture-words.ts";

const LONGEST_NAME_WORDS = 3;

/** "ok, so let's go with": what people say before they name it. */
const LEAD =
  /^(?:ok(?:ay)?[\s,]+)?(?:so[\s,]+)?(?:let'?s|let us|we(?:'ll| will| should| want to)?|i(?:'d| would)?(?: say)?)?\s*(?:to\s+)?(?:(?:go|going)\s+(?:with|for)|use|take|pick|choose|decided?(?: on)?|do|on|for)?\s*/i;

/** "monolith because the load is steady" as choice and reason; null when it names no option. */
export function readDecision(words: string): { choice: string; reason: string } | null {
  const text = words.trim().replace(LEAD, "");
  const parts = text.split(/\s+/);
  for (let taken = Math.min(LONGEST_NAME_WORDS, parts.length); taken > 0; taken -= 1) {
    const choice = parts
      .slice(0, taken)
      .join(" ")
      .replace(/[\s,;:.!?]+$/, "");
    if (!names(choice)) continue;
    return { choice, reason: withoutConnector(parts.slice(taken).join(" ")) };
  }
  const other = /^(?:other|something else)\b[\s:,-]*(.*)$/is.exec(text);
  if (other === null) return null;
  return { choice: "other", reason: withoutConnector(other[1] ?? "") };
}

function names(words: string): boolean {
  return readArchitecture(words) !== null;
}

function withoutConnector(text: string): string {
  return text
    .replace(/^[\s:,;.–-]+/, "")
    .replace(/^(?:because|since|as|for)\b[\s:,]*/i, "")
    .trim();
}
