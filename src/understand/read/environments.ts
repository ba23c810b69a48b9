import { addFact, type Facts, rangeOf } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { clauseOf, hasLeft, isNegated, placesOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

const path = "environments";
const stages = [
  "development",
  "test",
  "qa",
  "uat",
  "staging",
  "production",
  "sandbox",
  "demo",
  "int",
  "preview",
  "acceptance",
  "preproduction",
];

/** "dev, staging and prod": different stages named side by side. */
function readStages(passage: Passage, facts: Facts): boolean {
  for (const at of placesOf(passage, "production")) {
    const near = passage.lexemes
      .map((_, here) => here)
      .filter((here) => Math.abs(here - at) <= 8 && passage.sentences[here] === passage.sentences[at]);
    const named = near.filter((here) => isStage(passage, here));
    const names = new Set(named.map((here) => lemma(passage, here)));
    if (names.size < 2 || isNegated(passage, named[0] ?? at)) continue;
    const from = Math.min(...named);
    const to = Math.max(...named);
    if (hasLeft(passage, from, wordSet("only just not"), "phrase", 2) || !isJoined(passage, from, to)) continue;
    addFact(facts, { path, value: names.size, origin: "inferred", evidence: evidence(passage, from, to) });
    return true;
  }
  return false;
}

/** Nothing but commas, slashes, "and" and stages between the first and the last. */
function isJoined(passage: Passage, from: number, to: number): boolean {
  return passage.lexemes
    .slice(from, to + 1)
    .every(
      (lexeme, offset) =>
        isMark(lexeme, ",", "/", "+", "&", "-") ||
        isWord(lexeme, "and", "plus", "a", "environment") ||
        isStage(passage, from + offset),
    );
}

function lemma(passage: Passage, at: number): string {
  const lexeme = passage.lexemes[at];
  return lexeme?.kind === "word" ? lexeme.lemma : "";
}

function isStage(passage: Passage, at: number): boolean {
  return stages.includes(lemma(passage, at));
}

/** "3 environments", "one copy per tenant, 40 tenants", "21 copies". */
function readCounted(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 1 || lexeme.value > 1e5) continue;
    const noun = [at + 1, at + 2, at + 3].find((here) =>
      isWord(passage.lexemes[here], "environment", "copy", "deployment", "tenant", "installation"),
    );
    if (noun === undefined || passage.lexemes.slice(at + 1, noun).some((word) => word.kind !== "word")) continue;
    const tenants = isWord(passage.lexemes[noun], "tenant", "installation", "deployment");
    if (tenants && !isOwnCopy(passage, at)) continue;
    claim(passage, at, noun, path);
    addFact(facts, {
      path,
      value: lexeme.value,
      origin: "stated",
      evidence: evidence(passage, at, noun),
      ...rangeOf(lexeme),
    });
    return;
  }
  for (const at of placesOf(passage, "environment")) {
    const mark = isWord(passage.lexemes[at + 1], "count", "number", "total") ? at + 2 : at + 1;
    const number = passage.lexemes[mark + 1];
    if (!isMark(passage.lexemes[mark], "=", ":") || !isQuantity(number, "number") || !isFree(passage, mark + 1))
      continue;
    claim(passage, at, mark + 1, path);
    addFact(facts, { path, value: number.value, origin: "stated", evidence: evidence(passage, at, mark + 1) });
  }
}

/** Tenants count as copies only where each has its own. */
function isOwnCopy(passage: Passage, at: number): boolean {
  return clauseOf(passage, at)
    .concat(passage.lexemes.map((_, here) => here).filter((here) => passage.sentences[here] === passage.sentences[at]))
    .some((here) =>
      isWord(passage.lexemes[here], "own", "separate", "copy", "isolated", "dedicated", "silo", "deployment"),
    );
}

/** States how many running copies there are, production included. */
export function readEnvironments(passage: Passage, facts: Facts): void {
  if (!readStages(passage, facts)) readCounted(passage, facts);
}
