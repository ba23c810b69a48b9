import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { isNegated, leftOf, rightOf } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** Words that say how a step spends its time: computing or waiting, and which lexemes they are. */
export interface CpuWords {
  kind: "busy" | "waiting";
  from: number;
  to: number;
}

const mostly = wordSet(
  "mostly mainly nearly almost largely all just only basically always entirely purely pure solid heavy burning burn burns usually",
);
const bound = wordSet("bound heavy intensive only hungry limited intense");
/** What one waits for. */
const others = wordSet(
  "on for external api third upstream downstream database db network http partner provider openai llm stripe bank remote backend dynamodb other response io",
);

function has(passage: Passage, places: readonly number[], words: ReadonlySet<string>): boolean {
  return places.some((at) => {
    const lexeme = passage.lexemes[at];
    return lexeme?.kind === "word" && words.has(lexeme.lemma);
  });
}

function computing(passage: Passage, at: number): CpuWords | null {
  const { lexemes } = passage;
  const next = lexemes[at + 1];
  const followed = next?.kind === "word" && bound.has(next.lemma);
  if (isMark(lexemes[at + 2], "=", ":") && isQuantity(lexemes[at + 3])) return null;
  if (isWord(lexemes[at], "cpu")) {
    const pure = has(passage, leftOf(passage, at, "phrase", 2), mostly);
    return followed || pure ? { kind: "busy", from: pure ? at - 1 : at, to: followed ? at + 1 : at } : null;
  }
  if (isWord(lexemes[at], "compute") && followed) return { kind: "busy", from: at, to: at + 1 };
  return isWord(lexemes[at], "crunching") ? { kind: "busy", from: Math.max(0, at - 1), to: at } : null;
}

/** "I/O-bound", "IO heavy", "network bound". */
function ioBound(passage: Passage, at: number): CpuWords | null {
  const { lexemes } = passage;
  const spelled = isWord(lexemes[at], "i") && isMark(lexemes[at + 1], "/") && isWord(lexemes[at + 2], "o");
  const after = spelled ? at + 3 : isWord(lexemes[at], "io", "network") ? at + 1 : null;
  const next = after === null ? undefined : lexemes[after];
  if (after === null || next?.kind !== "word" || !bound.has(next.lemma)) return null;
  return { kind: "waiting", from: at, to: after };
}

/** "Mostly waiting", "nearly all of it waiting for Apple", "because it waits on an external API". */
function waits(passage: Passage, at: number): CpuWords | null {
  if (!isWord(passage.lexemes[at], "waiting", "idle", "blocked")) return null;
  const much = has(passage, leftOf(passage, at, "phrase", 5), mostly);
  const behind = rightOf(passage, at, "phrase", 2);
  if (has(passage, behind, wordSet("nothing nobody none"))) return null;
  const target = isWord(passage.lexemes[at], "waiting") && has(passage, behind, others);
  return much || target
    ? { kind: "waiting", from: much ? Math.max(0, at - 1) : at, to: Math.min(at + 2, passage.lexemes.length - 1) }
    : null;
}

/** Reads words about computing or waiting at a place; null where there are none, or where they are denied. */
export function readCpuWords(passage: Passage, at: number): CpuWords | null {
  const words = computing(passage, at) ?? ioBound(passage, at) ?? waits(passage, at);
  return words === null || isNegated(passage, at) ? null : words;
}
