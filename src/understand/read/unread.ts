import type { Lexeme } from "#src/understand/lex/lexeme.ts";
import { evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";

/** Most figures named one by one. */
const mostNamed = 12;

/** The figures nobody used, each with the word behind it, as written. */
export function unreadFigures(passage: Passage): string[] {
  return passage.quantities.flatMap(([at, lexeme]) => {
    if (!isFree(passage, at) || lexeme.dimension === "percentile") return [];
    const next = passage.lexemes[at + 1];
    return [evidence(passage, at, isOwnWord(next) ? at + 1 : at)];
  });
}

function isOwnWord(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === "word";
}

/** One sentence naming unread figures; null when there are none. */
export function unreadSentence(figures: readonly string[]): string | null {
  if (figures.length === 0) return null;
  const named = [...new Set(figures)].slice(0, mostNamed).map((figure) => `"${figure}"`);
  const more = figures.length > mostNamed ? ` and ${figures.length - mostNamed} more` : "";
  return `Not used: ${named.join(", ")}${more}.`;
}
