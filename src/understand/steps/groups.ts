import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hard, strong } from "#src/understand/passage/boundaries.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import type { Anchor } from "./anchors.ts";

/** The stretch of text that speaks of one step. */
export interface Group {
  anchor: Anchor;
  from: number;
  /** Last lexeme, inclusive. */
  to: number;
}

const rank = { break: 6, strong: 5, arrow: 4, comma: 3, and: 2, bracket: 1 };

/** How well the text parts before a lexeme; `flat` where no bracket opens or closes between the two anchors. */
function partsBefore(passage: Passage, at: number, flat: boolean): number {
  const { lexemes } = passage;
  const before = lexemes[at - 1];
  if (isMark(before, "->")) return rank.arrow;
  const boundary = passage.boundaries[at] ?? 0;
  if (boundary >= hard) return rank.break;
  if (boundary >= strong) return rank.strong;
  if (boundary === 2 || (flat && isMark(before, ","))) return rank.comma;
  // "30s/2GB" is one step's time and memory.
  if (isMark(before, "/") && isQuantity(lexemes[at], "size")) return 0;
  if (isWord(before, "and", "then", "followed", "next", "finally") || isMark(before, "&", "+", "/")) return rank.and;
  return boundary === 1 ? rank.bracket : 0;
}

function hasWords(passage: Passage, from: number, to: number): boolean {
  return passage.lexemes.slice(from, to).some((lexeme) => lexeme.kind === "word");
}

/** First lexeme of the later group: behind the strongest part between two anchors, the last such that leaves a name. */
function splitBetween(passage: Passage, first: number, second: number): number {
  let best = second;
  let bestRank = 0;
  const flat = !passage.lexemes.slice(first, second).some((lexeme) => isMark(lexeme, "(", ")"));
  for (let at = first + 1; at <= second; at += 1) {
    const strength = partsBefore(passage, at, flat);
    if (strength === 0 || strength < bestRank) continue;
    const named = hasWords(passage, at, second);
    const bestNamed = hasWords(passage, best, second);
    if (strength > bestRank || named || !bestNamed) {
      best = at;
      bestRank = strength;
    }
  }
  return best;
}

/** Where the first group's name starts: at a colon, a line, a sentence, or behind an earlier figure. */
function firstStart(passage: Passage, at: number): number {
  for (let here = at; here > 0; here -= 1) {
    const before = passage.lexemes[here - 1];
    // "unzip, 3 s" and "| unzip | 3 s": the mark right before the figure parts it from its name.
    if (here === at && isMark(before, ",", "|", ":", "-")) continue;
    if (here === at - 1 && isMark(passage.lexemes[here], "|", ",", ":")) continue;
    if (isMark(before, ":", "=", ";", "->") || (passage.boundaries[here] ?? 0) >= strong) return here;
    if (isQuantity(before) || isMark(before, ",")) return here;
  }
  return 0;
}

/** Where the last group ends: its sentence or line, but not past a comma that opens something new. */
function lastEnd(passage: Passage, at: number): number {
  for (let here = at + 1; here < passage.lexemes.length; here += 1) {
    if ((passage.boundaries[here] ?? 0) >= strong) return here - 1;
    if ((passage.boundaries[here] ?? 0) === 2 && !isQuantity(passage.lexemes[here], "size")) return here - 1;
  }
  return passage.lexemes.length - 1;
}

/** Parts the text into one group for each anchor. */
export function groupsOf(passage: Passage, anchors: readonly Anchor[]): Group[] {
  return anchors.map((anchor, index) => {
    const before = anchors[index - 1];
    const after = anchors[index + 1];
    const from = before === undefined ? firstStart(passage, anchor.at) : splitBetween(passage, before.at, anchor.at);
    const to = after === undefined ? lastEnd(passage, anchor.at) : splitBetween(passage, anchor.at, after.at) - 1;
    return { anchor, from, to };
  });
}
