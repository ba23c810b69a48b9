import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, placesOf, rightOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter } from "#src/understand/phrases/rate.ts";
import { readPerThing } from "#src/understand/read/nested-rates.ts";
import { calls, type FanOut, readBatchSize } from "./batch-size.ts";

/** More functions than this are calls of one, not steps. */
const mostSteps = 15;

/** Most phrases compared with the whole text. */
const mostCompared = 50;

/** "Calls the pricing Lambda once per car class (4 classes)": one call for each of so many. */
function oncePer(passage: Passage): FanOut | null {
  for (const at of placesOf(passage, "per", "each").slice(0, mostCompared)) {
    const once = [at - 1, at - 2].some((here) =>
      isWord(passage.lexemes[here], "once", "invocation", "call", "lambda", "execution"),
    );
    const { noun, next } = nounAfter(passage.lexemes, at + 1, at + 4);
    if (!once || noun === null) continue;
    const number = passage.lexemes.findIndex((lexeme, here) => {
      const counted =
        isQuantity(lexeme, "number") && isFree(passage, here) && lexeme.value >= 2 && lexeme.value <= 10_000;
      return counted && here !== at - 2 && nounAfter(passage.lexemes, here + 1, here + 4).noun === noun;
    });
    const quantity = passage.lexemes[number];
    if (!isQuantity(quantity)) continue;
    claim(passage, number, number + 1, "fan-out");
    return { perUnit: quantity.value, batch: null, item: noun, evidence: evidence(passage, at - 1, next - 1) };
  }
  return null;
}

/** "Scanner" does a "scan", "checker" a "check": what those that are passed do. */
function doing(item: string): string | null {
  const stem = /^(.{3,}?)(?:([bdgmnpt])\2er|er|or)$/.exec(item);
  return stem === null ? null : `${stem[1]}${stem[2] ?? ""}`;
}

/** True when one call handles one such item: "each its own invocation", "one Lambda per page", "200 ms per page". */
function calledFor(passage: Passage, item: string): boolean {
  const parts = [item, doing(item)].filter((word) => word !== null);
  return passage.lexemes.some((lexeme, at) => {
    const next = passage.lexemes[at + 1];
    if (isWord(lexeme, "own", "separate", "individual") && isWord(next, ...calls)) return true;
    const before = passage.lexemes[at - 1];
    const one = isQuantity(before, "number") && before.value === 1;
    if (isWord(lexeme, ...parts) && (one || isWord(before, "a", "an", "each", "every", "one"))) {
      if (isQuantity(passage.lexemes[at - 2], "duration")) return true;
      const behind = passage.lexemes.slice(at + 1, at + 15);
      const end = behind.findIndex((word) => word.kind === "break" || isMark(word, ".", ";"));
      const said = end < 0 ? behind : behind.slice(0, end);
      if (said.some((word) => isQuantity(word, "duration") || isWord(word, ...calls))) return true;
    }
    const subject =
      isWord(before, ...calls) ||
      isQuantity(before, "duration") ||
      isWord(before, "run", "runs", "once", "invoked", "called", "each", "size");
    if (isWord(lexeme, "per", "for") || isMark(lexeme, "/")) {
      const target = isWord(next, "each", "every", "a", "one") ? passage.lexemes[at + 2] : next;
      return subject && isWord(target, ...parts);
    }
    // "5 thumbnails per upload, a Lambda each".
    if (isWord(lexeme, ...calls) && isWord(next, "each", "apiece") && (one || isWord(before, "a", "an", "one")))
      return true;
    // "350 ms each" right behind "20 pages per document" speaks of the pages.
    return false;
  });
}

/** "5,000 runs": right behind a number the word is a noun. */
function countedNoun(passage: Passage, at: number): { noun: string | null; next: number } {
  const own = passage.lexemes[at + 1];
  const runs = own?.kind === "word" && own.text.toLowerCase() === "runs";
  return runs ? { noun: "run", next: at + 2 } : nounAfter(passage.lexemes, at + 1);
}

/** "3 invocations per order", "12 pages per document" with a call for each page, "3 sizes each". */
function fanOut(passage: Passage): FanOut | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 1 || lexeme.value > 1e7) continue;
    const per = readPerThing(passage, at);
    const { noun, next } = countedNoun(passage, at);
    const each =
      isWord(passage.lexemes[next], "each") || isWord(passage.lexemes[next + 1], "each") || isOwned(passage, at);
    if (noun === null || (per === null && !each)) continue;
    const direct =
      ["invocation", "call", "execution"].includes(noun) && per !== null && !isOutsideCall(passage, at, next);
    if (!direct && !calledFor(passage, noun)) continue;
    // "4 formats, one invocation per format".
    const many = direct && lexeme.value === 1 ? oncePer(passage) : null;
    if (many !== null) return many;
    const to = per?.to ?? next;
    claim(passage, at, to, "fan-out");
    return { perUnit: lexeme.value, batch: null, item: direct ? null : noun, evidence: evidence(passage, at, to) };
  }
  return fansOutTo(passage);
}

const owns = (
  "has have contains contain holds hold makes make becomes become consists consist includes include is means mean averages " +
  "average yields yield produces produce generates generate creates create gives give passes pass visits visit crosses cross " +
  "undergoes undergo triggers trigger"
).split(" ");

/** "A conversation has twelve turns", "1 doc = 8 chunks": what one unit of work is made of. */
function isOwned(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const before = isWord(lexemes[at - 1], "about", "average", "of", "roughly") ? at - 2 : at - 1;
  // "Each chat 14 messages".
  if (isWord(lexemes[before - 1], "each", "every") && lexemes[before]?.kind === "word") return true;
  const verb = isWord(lexemes[before], ...owns) || isMark(lexemes[before], "=");
  const adjective =
    lexemes[before - 2]?.kind === "word" && isWord(lexemes[before - 3], "a", "an", "each", "every", "one");
  const one = adjective ? lexemes[before - 3] : lexemes[before - 2];
  return (
    verb &&
    lexemes[before - 1]?.kind === "word" &&
    (isWord(one, "a", "an", "each", "every", "one") || (isQuantity(one, "number") && one.value === 1))
  );
}

/** "3 calls to the pricing API per order" are not calls of the step. */
function isOutsideCall(passage: Passage, at: number, next: number): boolean {
  return (
    isWord(passage.lexemes[next], "to") ||
    hasLeft(passage, at, new Set(["makes", "make", "does", "external", "api"]), "phrase", 2)
  );
}

/** "6 renditions, each 4 s", "12 pages (300 ms each)". */
function isTimedEach(passage: Passage, number: number): boolean {
  return rightOf(passage, number, "sentence", 8).some((at) => {
    const lexeme = passage.lexemes[at];
    const beside = [passage.lexemes[at - 1], passage.lexemes[at + 1]];
    return isWord(lexeme, "each", "apiece") && beside.some((other) => isQuantity(other, "duration"));
  });
}

const dividing = [
  "cut split divided chopped sliced broken chunked partitioned exploded".split(" "),
  "produce yield trigger spawn start emit create generate".split(" "),
].flat();

const mapping = ["map", "maps", "mapped", "mapping"];

/** "fans out to 12", "fan out into 5 lambdas"; "is cut into 90 segments" where a segment has a call of its own. */
function fansOutTo(passage: Passage): FanOut | null {
  for (const at of placesOf(passage, "fan", "fanned", "fanning", "fanout", ...dividing, ...mapping)) {
    // "A Map over 200 partitions"; a road map or a map of 200 places is none.
    const maps = isWord(passage.lexemes[at], ...mapping);
    if (maps && !isWord(passage.lexemes[at + 1], "over", "across", "state")) continue;
    const out = isWord(passage.lexemes[at + 1], "out", "up") ? at + 2 : at + 1;
    const number = [out, out + 1, out + 2].find((here) => isQuantity(passage.lexemes[here], "number"));
    const quantity = number === undefined ? undefined : passage.lexemes[number];
    if (number === undefined || !isQuantity(quantity) || quantity.value < 2) continue;
    if (!isFree(passage, number) && passage.claims[number] !== "handoff") continue;
    const parts = nounAfter(passage.lexemes, number + 1).noun;
    const named = isWord(passage.lexemes[at], ...dividing);
    if (named && (parts === null || !(calledFor(passage, parts) || isTimedEach(passage, number)))) continue;
    claim(passage, at, number, "fan-out");
    return {
      perUnit: quantity.value,
      batch: null,
      item: nounAfter(passage.lexemes, number + 1).noun,
      evidence: evidence(passage, at, number),
    };
  }
  return null;
}

/** "80 Lambdas in parallel, each 4 minutes": more than anyone writes as steps one after the other. */
function inParallel(passage: Passage): FanOut | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value <= mostSteps || lexeme.value > 10_000)
      continue;
    const side = isWord(passage.lexemes[at + 1], "parallel", "concurrency") ? at + 2 : at + 1;
    const behind = [side + 1, side + 2].some((here) => isWord(passage.lexemes[here], "parallel", "concurrency"));
    if (!isWord(passage.lexemes[side], "lambda", "function", "invocation") || (side === at + 1 && !behind)) continue;
    if (!isTimedEach(passage, at)) continue;
    claim(passage, at, side, "fan-out");
    return { perUnit: lexeme.value, batch: null, item: null, evidence: evidence(passage, at, side) };
  }
  return null;
}

/** How often the steps run for one unit of work; null where nothing is said. */
export function readFanOut(passage: Passage): FanOut | null {
  return readBatchSize(passage) ?? fanOut(passage) ?? inParallel(passage) ?? oncePer(passage);
}

/** True when a duration is said for one item of a batch ("2 ms per record"), not for the call. */
export function isPerItem(passage: Passage, at: number, item: string | null): boolean {
  if (item === null) return false;
  const per = passage.lexemes[at + 1];
  const target = isWord(per, "per", "for") || isMark(per, "/") ? passage.lexemes[at + 2] : undefined;
  return isWord(target, item) || (isWord(target, "each", "every", "a") && isWord(passage.lexemes[at + 3], item));
}
