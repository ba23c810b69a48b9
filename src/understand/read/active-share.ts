import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { findWord, rightOf } from "#src/understand/passage/context.ts";
import { claim, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";
import { near } from "./member-ratio.ts";

const acting = wordSet("active online connected live");

/** "300,000 users, 2 % of them are active at any time": the share of the senders that sends; 1 where nothing is said. */
export function activeShare(passage: Passage, senders: number, noun: string): number {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "percent") || !isFree(passage, at) || !near(passage, at, senders)) continue;
    const of = isWord(passage.lexemes[at + 1], "of") && lexeme.value > 0 && lexeme.value < 1;
    const them = [at + 2, at + 3].some((here) => isWord(passage.lexemes[here], "them", "these", "those", noun));
    const active = findWord(passage, rightOf(passage, at, "bracket", 8), acting);
    if (!of || !them || active === undefined) continue;
    claim(passage, at, active, "active share");
    return lexeme.value;
  }
  return 1;
}
