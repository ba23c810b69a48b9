import type { Fact } from "./facts.ts";
import { wordSet } from "./word-set.ts";

/** Words no name of a thing holds: what a clause is made of rather than a noun. */
const clauseWords = wordSet(
  "a an the in on at to into of under over about every each per with from when while that which we our i it is are be and or then wir ich ca je pro und mit nous je chaque por cada",
);
/** Words no name of a step begins or ends with. */
const pieces = wordSet("in on at into under over about per with from when while je ca pro und nous por");
const LONGEST_WORDS = 4;
const LONGEST_STEP_WORDS = 5;

/** "claims intake portal" names a thing; "every night at" and "kinesis into a lambda (batch" are pieces of a sentence. */
export function isPlausibleName(text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words.length > LONGEST_WORDS || !/^[\p{L}\p{N}][\p{L}\p{N} _/+&'-]*$/u.test(text.trim())) return false;
  return !words.some((word) => clauseWords.has(word));
}

/** A step is named by what it does, so articles may stand in it: "charge the card". */
export function isPlausibleStepName(text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/);
  return (
    words.length <= LONGEST_STEP_WORDS &&
    !/[(){}[\]]/.test(text) &&
    !pieces.has(words.at(-1) ?? "") &&
    !pieces.has(words[0] ?? "")
  );
}

/**
 * Facts without names that were only inferred and read like pieces of a sentence: a wrong name is noise on a card. A
 * step of which nothing else is known keeps its place.
 */
export function withoutImplausibleNames(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => {
    const step = /^steps\.(\d+)\.name$/.exec(fact.path);
    if (fact.origin !== "inferred" || (fact.path !== "name" && step === null)) return true;
    const plausible = step === null ? isPlausibleName : isPlausibleStepName;
    if (typeof fact.value === "string" && plausible(fact.value)) return true;
    if (step === null) return false;
    const siblings = facts.filter(({ path }) => path.startsWith(`steps.${step[1]}.`));
    return siblings.length === 1;
  });
}
