import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, sentenceHas } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { adverbPeriod } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";

const minuteMs = 60_000;
/** Shorter than this is a call, longer than this no part of a day. */
const shortestMs = 15 * minuteMs;
const longestMs = 24 * 60 * minuteMs;
/** Things in a batch, at least: fewer may well be handled one after the other by one call. */
const fewest = 100;

const bounds = ["within", "under", "less", "inside", "in", "below", "than"];
const finishing = wordSet(
  "finish finishes finished done complete completes completed through window budget deadline ready",
);
const returning = [
  "day",
  "daily",
  "night",
  "nightly",
  "morning",
  "evening",
  "week",
  "weekly",
  "month",
  "monthly",
  "weekend",
  "batch",
  "batches",
];

/** A batch that comes back and must be through within some time: "every night ... 1.8M customers in under 3 hours". */
export interface JobWindow {
  hours: number;
  at: number;
}

/** True for a number of many things: what a batch works through. */
function countsMany(passage: Passage, at: number): boolean {
  const lexeme = passage.lexemes[at];
  return isQuantity(lexeme, "number") && lexeme.value >= fewest && passage.lexemes[at + 1]?.kind === "word";
}

/** Another, shorter duration: how long one of the many takes. */
export function hasCallTime(passage: Passage, not: number): boolean {
  return passage.quantities.some(([at, lexeme]) => {
    if (at === not || !isQuantity(lexeme, "duration")) return false;
    return lexeme.value > 0 && lexeme.value < shortestMs && ["us", "ms", "s", "min"].includes(lexeme.unit);
  });
}

function comesBack(passage: Passage): boolean {
  return passage.lexemes.some((lexeme) => adverbPeriod(lexeme) !== undefined || isWord(lexeme, ...returning));
}

/** The time a returning batch has for all of its things, where one of them has a time of its own. */
export function findJobWindow(passage: Passage): JobWindow | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "duration") || passage.claims[at] !== null) continue;
    if (lexeme.value < shortestMs || lexeme.value > longestMs || !["min", "h"].includes(lexeme.unit)) continue;
    const about = isWord(passage.lexemes[at - 1], "about", "a", "max") ? at - 2 : at - 1;
    const bounded = isWord(passage.lexemes[about], ...bounds);
    const finished = hasLeft(passage, at, finishing, "bracket", 6) || hasRight(passage, at, finishing, "phrase", 3);
    if (!bounded && !finished) continue;
    if (sentenceHas(passage, at, ["kept", "retention", "deleted", "ramp", "cached", "ttl"])) continue;
    const many = passage.quantities.some(([here]) => here !== at && countsMany(passage, here));
    if (many && hasCallTime(passage, at) && comesBack(passage)) return { hours: lexeme.value / (60 * minuteMs), at };
  }
  return null;
}
