import { addFact, type Facts, rangeOf } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import {
  findWord,
  hasLeft,
  hasRight,
  isNegated,
  placesOf,
  rightOf,
  sentenceHas,
} from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { readRate } from "#src/understand/phrases/rate.ts";
import { standsAlone } from "#src/understand/steps/memory.ts";
import { wordSet } from "#src/understand/word-set.ts";

const passing = wordSet(
  "through pass passes passed passing between intermediate hand handoff hands handed exchange share shared temp temporary swap stash stashed staged spill",
);
/** Weaker words, which count only where steps are spoken of. */
const moving = wordSet("by go goes travel travels move moves using");
const steps = wordSet("step lambda function next them each stage frame");
const objectNouns = wordSet("object file frame image photo chunk page part blob artifact segment put write");

/** Where S3 carries data from one step to the next, rather than starting the work or keeping its result. */
function findHandoff(passage: Passage): number | null {
  for (const at of placesOf(passage, "s3", "bucket")) {
    if (isNegated(passage, at)) continue;
    const carries =
      hasLeft(passage, at, passing, "bracket", 6) ||
      hasLeft(passage, at, wordSet("between"), "bracket", 9) ||
      hasRight(passage, at, wordSet("handoff hand-off"), "bracket", 5) ||
      isBetweenSteps(passage, at);
    const moves = hasLeft(passage, at, moving, "bracket", 5) && sentenceHas(passage, at, steps);
    const keyed = hasLeft(passage, at, wordSet("handoff intermediate"), "phrase", 3);
    const starts = hasRight(passage, at, wordSet("event trigger triggers notification"), "bracket", 2);
    const uploads = hasLeft(passage, at, wordSet("upload uploads uploaded trigger triggers"), "bracket", 6);
    if ((carries || keyed || (moves && !uploads)) && !starts) return at;
  }
  return null;
}

/** "S3 between the steps"; "land in S3 between 7am and 7pm" says when. */
function isBetweenSteps(passage: Passage, at: number): boolean {
  const between = findWord(passage, rightOf(passage, at, "bracket", 5), wordSet("between"));
  return between !== undefined && !isQuantity(passage.lexemes[between + 1]);
}

/** A number left of an object noun near the hand-off: "6 objects", "1 file", "3 S3 objects per order". */
function readObjects(passage: Passage, facts: Facts, handoff: number): void {
  const sentence = passage.sentences[handoff] ?? 0;
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 0) continue;
    if (Math.abs((passage.sentences[at] ?? 0) - sentence) > 1) continue;
    // "20k files a day" is how many come, not how many one of them leaves behind.
    if (readRate(passage.lexemes, at) !== null) continue;
    const noun = [at + 1, at + 2, at + 3].find((here) => {
      const word = passage.lexemes[here];
      return word?.kind === "word" && objectNouns.has(word.lemma);
    });
    const behind = noun === undefined && isBehindNoun(passage, at);
    if (behind) {
      claim(passage, at, at, "handoff");
      addFact(facts, {
        path: "handoff.objectsPerUnit",
        value: lexeme.value,
        origin: "stated",
        evidence: evidence(passage, at - 2, at),
        ...rangeOf(lexeme),
      });
      return;
    }
    if (
      noun === undefined ||
      passage.lexemes.slice(at + 1, noun).some((word) => word.kind !== "word" || isWord(word, "per", "and"))
    )
      continue;
    if (isWord(passage.lexemes[noun], "photo", "image", "page") && Math.abs(at - handoff) > 8) continue;
    claim(passage, at, noun, "handoff");
    const said = evidence(passage, at, noun);
    addFact(facts, {
      path: "handoff.objectsPerUnit",
      value: lexeme.value,
      origin: "stated",
      evidence: said,
      ...rangeOf(lexeme),
    });
    return;
  }
}

/** "S3 objects, two per claim". */
function isBehindNoun(passage: Passage, at: number): boolean {
  const per = isWord(passage.lexemes[at + 1], "per", "each", "for");
  return per && hasLeft(passage, at, wordSet("object file"), "comma", 6);
}

/** "2 reads each", "read twice", "read by 3 steps", "3 readers". */
function readReads(passage: Passage, facts: Facts): void {
  for (const at of placesOf(passage, "read", "fetched", "downloaded", "get", "gets")) {
    const before = passage.lexemes[at - 1];
    const after = [1, 2, 3].map((step) => at + step).find((here) => isCount(passage, here));
    const counted = isQuantity(before, "number") && isFree(passage, at - 1) ? at - 1 : after;
    if (counted === undefined) continue;
    const quantity = passage.lexemes[counted];
    const value = isQuantity(quantity)
      ? quantity.value
      : { once: 1, twice: 2, thrice: 3 }[quantity?.kind === "word" ? quantity.lemma : ""];
    if (
      value === undefined ||
      (counted > at && isQuantity(quantity, "number") && !isWord(passage.lexemes[counted - 1], "by"))
    )
      continue;
    claim(passage, Math.min(at, counted), Math.max(at, counted), "handoff");
    const said = evidence(passage, Math.min(at, counted), Math.max(at, counted));
    addFact(facts, { path: "handoff.readsPerObject", value, origin: "stated", evidence: said });
    return;
  }
}

function isCount(passage: Passage, at: number): boolean {
  const lexeme = passage.lexemes[at];
  if (!isFree(passage, at)) return false;
  return isQuantity(lexeme, "times", "number") || isWord(lexeme, "once", "twice", "thrice");
}

const keeps = wordSet(
  "gone kept keep keeps stored retention deleted delete deletes expire expires expired lifecycle live removed remove cleaned purge purged hold held",
);

/** "Kept for an hour", "deleted after 2 days", "retention: 24h". */
function readRetention(passage: Passage, facts: Facts, handoff: number): void {
  const sentence = passage.sentences[handoff] ?? 0;
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (Math.abs((passage.sentences[at] ?? 0) - sentence) > 2 || !isFree(passage, at)) continue;
    const hours = isQuantity(lexeme, "duration") ? lexeme.value / 3_600_000 : articleHours(passage, at);
    const listed =
      passage.sentences[at] === sentence &&
      hasLeft(passage, handoff, wordSet("handoff"), "phrase", 2) &&
      standsAlone(passage, at);
    if (hours === null || hours <= 0 || (!listed && !hasLeft(passage, at, keeps, "bracket", 4))) continue;
    const end = isQuantity(lexeme) ? at : at + 1;
    claim(passage, at, end, "handoff");
    addFact(facts, {
      path: "handoff.retentionHours",
      value: hours,
      origin: "stated",
      evidence: evidence(passage, at, end),
    });
    return;
  }
}

const hoursOf = wordTable<number>({ hour: 1, day: 24, week: 168, month: 730 });

/** "For an hour", "for a day", "a week": the article counts one. */
function articleHours(passage: Passage, at: number): number | null {
  if (!isWord(passage.lexemes[at], "a", "an", "one")) return null;
  const next = passage.lexemes[at + 1];
  return next?.kind === "word" ? (hoursOf[next.lemma] ?? null) : null;
}

/** "200 ms at 1 GB", "200 ms / 1 GB": a size joined to a duration is the memory of a step, whatever stands further on. */
function isMemoryOfDuration(passage: Passage, at: number): boolean {
  const before = passage.lexemes[at - 1];
  if (isQuantity(before, "duration")) return true;
  const joins = isWord(before, "at", "with", "and", "on", "in", "using") || isMark(before, "@", "/", "-");
  return joins && isQuantity(passage.lexemes[at - 2], "duration");
}

/** "About 100 KB each" where objects are spoken of. */
function readObjectSize(passage: Passage, facts: Facts, handoff: number): void {
  const sentence = passage.sentences[handoff] ?? 0;
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "size") || !isFree(passage, at) || passage.sentences[at] !== sentence) continue;
    const objects = hasLeft(passage, at, objectNouns, "comma", 10) || hasRight(passage, at, objectNouns, "phrase", 3);
    const other =
      hasRight(passage, at, wordSet("memory request response payload"), "phrase", 2) ||
      hasLeft(passage, at, wordSet("memory"), "phrase", 2);
    if ((!objects && Math.abs(at - handoff) > 5) || other || isMark(passage.lexemes[at - 1], "@")) continue;
    if (isMemoryOfDuration(passage, at)) continue;
    claim(passage, at, at, "handoff");
    addFact(facts, {
      path: "handoff.objectKb",
      value: lexeme.value * 1024,
      origin: "stated",
      evidence: evidence(passage, at),
      ...rangeOf(lexeme, 1024),
    });
    return;
  }
}

/** States the hand-off through S3: objects, reads, size, how long they are kept. */
export function readHandoff(passage: Passage, facts: Facts): void {
  const at = findHandoff(passage);
  if (at === null) return;
  addFact(facts, {
    path: "handoff.store",
    value: "s3",
    origin: "stated",
    evidence: evidence(passage, Math.max(0, at - 1), at),
  });
  readObjects(passage, facts, at);
  readReads(passage, facts);
  readRetention(passage, facts, at);
  readObjectSize(passage, facts, at);
}
