import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { placesOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter } from "#src/understand/phrases/rate.ts";

/** Calls of a step for one unit of work. */
export interface FanOut {
  perUnit: number;
  /** For a batch: how many units one call takes. */
  batch: number | null;
  /** What one call handles ("size", "page"); null where it was not said. */
  item: string | null;
  evidence: string;
}

/** What people call a run of a function. */
export const calls = ["invocation", "call", "execution", "lambda", "function"];

/** "1 invocation per 1,000 lines", "one lambda per 500 records". */
function perBatch(passage: Passage): FanOut | null {
  for (const at of placesOf(passage, ...calls)) {
    const per = passage.lexemes[at + 1];
    const batch = passage.lexemes[at + 2];
    if (!isWord(per, "per", "for", "every", "each") && !isMark(per, "/")) continue;
    if (!isQuantity(batch, "number") || !isFree(passage, at + 2) || batch.value < 2) continue;
    const before = passage.lexemes[at - 1];
    const count = isQuantity(before, "number") ? before.value : 1;
    const from = isQuantity(before, "number") ? at - 1 : at;
    const { noun, next } = nounAfter(passage.lexemes, at + 3);
    claim(passage, from, Math.max(at + 2, next - 1), "fan-out");
    return {
      perUnit: count / batch.value,
      batch: batch.value,
      item: noun,
      evidence: evidence(passage, from, next - 1),
    };
  }
  return null;
}

/** "100 ms per 500 readings", "files of 10,000 records each, one invocation per file": what one call takes. */
function takenTogether(passage: Passage): FanOut | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 2) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    if (noun === null || calls.includes(noun)) continue;
    const timed = isWord(passage.lexemes[at - 1], "per") && isQuantity(passage.lexemes[at - 2], "duration");
    const holder = passage.lexemes[at - 2];
    const held = isWord(passage.lexemes[at - 1], "of", "with", "holding") && holder?.kind === "word";
    if (!timed && !(held && calledOncePer(passage, holder.lemma))) continue;
    claim(passage, at, next - 1, "fan-out");
    const said = evidence(passage, at - 1, next - 1);
    return { perUnit: 1 / lexeme.value, batch: lexeme.value, item: noun, evidence: said };
  }
  return null;
}

/** "One invocation per file". */
function calledOncePer(passage: Passage, thing: string): boolean {
  return (passage.places.get(thing) ?? []).some((at) => {
    const per = isWord(passage.lexemes[at - 1], "per", "each", "every", "for");
    return per && isWord(passage.lexemes[at - 2], ...calls);
  });
}

/** What a call has or does many of, without handling several units of work. */
const notHeld = new Set(
  "out in token character char word byte retry attempt parameter field column header hop lookup dependency".split(" "),
);

/** "batches of 100", "batch size 500", "batch=25", "100 records per invocation", "10 messages at a time". */
function batchSize(passage: Passage): FanOut | null {
  for (const at of placesOf(passage, "batch", "batched", "batching", "chunk")) {
    for (let here = at + 1; here <= at + 4; here += 1) {
      const lexeme = passage.lexemes[here];
      if (isQuantity(lexeme, "number")) {
        if (!isFree(passage, here) || lexeme.value < 2) break;
        claim(passage, at, here, "fan-out");
        return {
          perUnit: 1 / lexeme.value,
          batch: lexeme.value,
          item: nounAfter(passage.lexemes, here + 1).noun,
          evidence: evidence(passage, at, here),
        };
      }
      if (!isWord(lexeme, "of", "size", "by", "in", "is", "into", "about") && !isMark(lexeme, "=", ":", "~")) break;
    }
  }
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 2) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const per = isWord(passage.lexemes[next], "per") || isMark(passage.lexemes[next], "/");
    const invocation =
      per && isWord(passage.lexemes[next + 1], "invocation", "batch", "call", "lambda", "execution", "invoke");
    const to =
      isWord(passage.lexemes[next], "to") &&
      isWord(passage.lexemes[next + 1], "a", "each", "one") &&
      isWord(passage.lexemes[next + 2], "call", "batch", "invocation", "lambda");
    const time =
      isWord(passage.lexemes[next], "at") &&
      isWord(passage.lexemes[next + 1], "a") &&
      isWord(passage.lexemes[next + 2], "time");
    if (noun === null || calls.includes(noun) || notHeld.has(noun) || !(invocation || time || to)) continue;
    claim(passage, at, next + 1, "fan-out");
    return {
      perUnit: 1 / lexeme.value,
      batch: lexeme.value,
      item: noun,
      evidence: evidence(passage, at, next + (time ? 2 : 1)),
    };
  }
  return null;
}

const takers = new Set(
  "swallow swallows handle handles take takes process processes read reads get gets consume consumes cover covers eat eats do does of with".split(
    " ",
  ),
);

/** "One invocation swallows 200 records", "each call handles 50 rows". */
function takenByCall(passage: Passage): FanOut | null {
  for (const at of placesOf(passage, "invocation", "call", "lambda", "execution", "function")) {
    const one = passage.lexemes[at - 1];
    const single =
      isWord(one, "one", "each", "every", "a", "an", "single", "per", "lambda") ||
      (isQuantity(one, "number") && one.value === 1);
    const verb = passage.lexemes[at + 1];
    const number = [at + 2, at + 3].find((here) => isQuantity(passage.lexemes[here], "number"));
    const quantity = number === undefined ? undefined : passage.lexemes[number];
    if (!single || verb?.kind !== "word" || !takers.has(verb.lemma) || number === undefined || !isQuantity(quantity))
      continue;
    const { noun, next } = nounAfter(passage.lexemes, number + 1);
    if (!isFree(passage, number) || quantity.value < 2 || noun === null || noun === "time") continue;
    claim(passage, number, next - 1, "fan-out");
    return {
      perUnit: 1 / quantity.value,
      batch: quantity.value,
      item: noun,
      evidence: evidence(passage, at, next - 1),
    };
  }
  return null;
}

/** How many units one call takes; null where nothing is said. */
export function readBatchSize(passage: Passage): FanOut | null {
  return perBatch(passage) ?? batchSize(passage) ?? takenTogether(passage) ?? takenByCall(passage);
}
