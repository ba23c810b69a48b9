import type { Step } from "#src/model/workload.ts";
import { lex } from "#src/understand/lex/lex.ts";
import type { Lexeme, Word } from "#src/understand/lex/lexeme.ts";
import { realWords } from "#src/understand/lex/real-words.ts";
import { slips } from "#src/understand/lex/spelling.ts";
import { isEveryday } from "./glue.ts";

/** A way to call one step: lemmas in a row. */
export interface StepName {
  step: number;
  lemmas: readonly string[];
}

/** Words too common to stand for a step on their own inside a longer name. */
const generic: ReadonlySet<string> = new Set(
  "step lambda function task job state call the and one data new".split(" "),
);

/** Endings that turn a step's verb into what people call it: "resize", "resizing", "resizer". */
const endings = /(?:ations?|ate|ions?|ing|ers?|ed|es|e|s)$/;
const shortestStem = 3;

/** Names of the steps, whole and in part ("fraud" for "fraud-check" where no other step has the word). */
export function stepNames(steps: readonly Pick<Step, "name">[]): readonly StepName[] {
  const whole = steps.map((step, position) => ({ step: position, lemmas: lemmasOf(step.name) }));
  const parts = whole.flatMap(({ step, lemmas }) =>
    lemmas.length < 2
      ? []
      : lemmas
          .filter((lemma) => lemma.length >= 4 && !generic.has(lemma))
          .filter((lemma) => whole.every((other) => other.step === step || !other.lemmas.includes(lemma)))
          .map((lemma) => ({ step, lemmas: [lemma] })),
  );
  const usable = whole.filter(
    ({ lemmas }) => lemmas.length > 0 && !(lemmas.length === 1 && generic.has(lemmas[0] ?? "")),
  );
  return [...usable, ...parts].sort((left, right) => right.lemmas.length - left.lemmas.length);
}

function lemmasOf(name: string): readonly string[] {
  const spaced = name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_./-]+/g, " ");
  return lex(spaced).lexemes.flatMap((lexeme) => (lexeme.kind === "word" ? [spelling(lexeme)] : []));
}

/** A name is nobody's misspelling: "calc" stays "calc". */
function spelling(word: Word): string {
  return word.corrected ? word.text.toLowerCase() : word.lemma;
}

/** The step called by the words at a place, and how many words that takes. */
export function stepAt(
  lexemes: readonly Lexeme[],
  at: number,
  names: readonly StepName[],
): { step: number; length: number } | null {
  const found = names.find(({ lemmas }) => lemmas.every((lemma, offset) => calls(lexemes[at + offset], lemma)));
  return found === undefined ? null : { step: found.step, length: found.lemmas.length };
}

function calls(lexeme: Lexeme | undefined, lemma: string): boolean {
  if (lexeme?.kind !== "word") return false;
  return (
    spelling(lexeme) === lemma ||
    lexeme.lemma === lemma ||
    (lemma.length >= 4 && stem(lexeme.text.toLowerCase()) === stem(lemma)) ||
    isMistyped(lexeme.text.toLowerCase(), lemma)
  );
}

const shortestMistyped = 5;

/** "Redner", "encypt": letters swapped or left out. A letter changed makes another word too often ("match", "march"). */
function isMistyped(written: string, name: string): boolean {
  if (name.length < shortestMistyped || written[0] !== name[0] || isEveryday(written)) return false;
  const swapped = written.length === name.length && sorted(written) === sorted(name);
  const shorter = written.length === name.length - 1;
  return (swapped || shorter) && slips(written, name) === 1 && !realWords.has(written);
}

function sorted(word: string): string {
  return [...word].sort().join("");
}

/** Bare form of a verb: endings go one after the other ("renderers"), a doubled last letter becomes one ("shipping"). */
function stem(word: string): string {
  const bare = word.replace(endings, "");
  if (bare === word || bare.length < shortestStem) return word.replace(/(.)\1$/, "$1");
  return stem(bare);
}
