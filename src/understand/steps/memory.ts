import { isMark, isQuantity, isWord, type Quantity } from "#src/understand/lex/lexeme.ts";
import { unitNouns } from "#src/understand/nouns.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { periodAfter } from "#src/understand/read/payload.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** A size that can be the memory of a function. */
export interface MemorySize {
  at: number;
  mb: number;
  low: number | null;
  high: number | null;
  /** True when a word says so: "memory", "RAM", "@ 512 MB". */
  named: boolean;
  /** "all at 512 MB", "256 MB each": holds for every step. */
  shared: boolean;
  /** Another size was as good: the figure is shown as an assumption between the two. */
  doubtful: boolean;
}

const memory = wordSet("memory");
const gives = wordSet(
  "lambda function with at memory use uses using configured set allocated assigned gave give gives need needs takes eat eats at sized size has have runs",
);
const otherRight = wordSet(
  "model models weights weight layer layers package artifact dataset data table database db disk storage index cache tmp ephemeral bucket volume backup archive image file files video photo picture upload document pdf csv zip log payload object objects message body response request gpu vram free ssd export dump",
);
const otherLeft = wordSet(
  "model weights dataset download loads load disk storage tmp ephemeral database bucket package image bundle file files archive upload timeout photo video pdf csv raw",
);

/** Largest size taken for memory without a word that says so: Lambda's own maximum. */
const largestUnnamed = 10_240;
const smallestUnnamed = 64;

function isNamed(passage: Passage, at: number): boolean {
  const right = passage.lexemes[at + 1];
  const of = isWord(right, "of", "the") && isWord(passage.lexemes[at + 2], "memory");
  return (
    isWord(right, "memory") || of || hasLeft(passage, at, memory, "phrase", 4) || isMark(passage.lexemes[at - 1], "@")
  );
}

function isOther(passage: Passage, at: number): boolean {
  if (hasRight(passage, at, otherRight, "phrase", 1)) return true;
  if (periodAfter(passage, at) !== null || isOld(passage, at) || isSizeOfThing(passage, at)) return true;
  return hasLeft(passage, at, otherLeft, "phrase", 2) && !hasLeft(passage, at, gives, "phrase", 2);
}

/** "768 MB (was 1.5 GB)", "down from 2 GB": what it had before. */
function isOld(passage: Passage, at: number): boolean {
  return hasLeft(passage, at, wordSet("was were previously formerly originally from old"), "phrase", 2);
}

/** "Uploads are ~200 MB", "a file is about 300 MB": how big the thing itself is. */
function isSizeOfThing(passage: Passage, at: number): boolean {
  const about =
    isWord(passage.lexemes[at - 1], "about", "average", "usually", "normal") || isMark(passage.lexemes[at - 1], "~")
      ? at - 2
      : at - 1;
  const thing = passage.lexemes[about - 1];
  const verb = isWord(passage.lexemes[about], "is", "are", "average", "averages", "weigh", "weighs", "measure");
  return verb && thing?.kind === "word" && unitNouns.has(thing.lemma);
}

/** "3h each, 16GB, 8 threads": a segment of its own in a list. */
export function standsAlone(passage: Passage, at: number): boolean {
  const next = passage.lexemes[at + 1];
  const ends = next === undefined || next.kind === "break" || next.kind === "mark";
  return (passage.boundaries[at] ?? 0) >= 2 && ends;
}

function sharedBy(passage: Passage, at: number): boolean {
  const each = wordSet("each all every both everything everywhere same apiece per");
  return hasLeft(passage, at, each, "phrase", 4) || hasRight(passage, at, each, "phrase", 2);
}

/** "20 minutes each at 50 GB": more than Lambda can give, and meant. */
function isJoined({ lexemes }: Passage, at: number): boolean {
  const behindTime = [at - 2, at - 3].some((here) => isQuantity(lexemes[here], "duration"));
  return behindTime && isWord(lexemes[at - 1], "at") && !isWord(lexemes[at + 1], "of");
}

function sizeAt(passage: Passage, at: number, quantity: Quantity): MemorySize | null {
  const named = isNamed(passage, at);
  if (!named && (isOther(passage, at) || quantity.unit === "kb" || quantity.unit === "bytes" || quantity.unit === "tb"))
    return null;
  const large = quantity.value > largestUnnamed && !standsAlone(passage, at) && !isJoined(passage, at);
  if (!named && (large || quantity.value < smallestUnnamed)) return null;
  if (quantity.value <= 0 && !named) return null;
  return {
    at,
    mb: quantity.value,
    low: quantity.low,
    high: quantity.high,
    named,
    shared: sharedBy(passage, at),
    doubtful: false,
  };
}

/** Every free size that can be memory, in order; sizes of models, files and disks are not. */
export function findMemory(passage: Passage): MemorySize[] {
  return passage.quantities.flatMap(([at, lexeme]) => {
    if (!isQuantity(lexeme, "size") || !isFree(passage, at)) return [];
    return sizeAt(passage, at, lexeme) ?? [];
  });
}

/** True for "same memory", "same RAM", "ditto" in a stretch: the memory of the step before. */
export function saysSame(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    if (isWord(passage.lexemes[at], "same") || isWord(passage.lexemes[at], "ditto")) return true;
  }
  return false;
}
