import { comma, hard, soft, strong } from "./boundaries.ts";
import type { Passage } from "./passage.ts";

/** How far a look around goes: within the phrase, over brackets, over commas, or over the whole sentence. */
export type Reach = "phrase" | "bracket" | "comma" | "sentence";

const limits: Readonly<Record<Reach, number>> = { phrase: soft, bracket: comma, comma: strong, sentence: hard };

/** Indexes left of a lexeme, nearest first, as far as the reach goes. */
export function leftOf(passage: Passage, at: number, reach: Reach, most = 40): number[] {
  const found: number[] = [];
  for (let here = at; here > 0 && found.length < most; here -= 1) {
    if ((passage.boundaries[here] ?? hard) >= limits[reach]) break;
    found.push(here - 1);
  }
  return found;
}

/** Indexes right of a lexeme, nearest first, as far as the reach goes. */
export function rightOf(passage: Passage, at: number, reach: Reach, most = 40): number[] {
  const found: number[] = [];
  for (let here = at + 1; here < passage.lexemes.length && found.length < most; here += 1) {
    if ((passage.boundaries[here] ?? hard) >= limits[reach]) break;
    found.push(here);
  }
  return found;
}

function lemmaAt(passage: Passage, at: number): string | null {
  const lexeme = passage.lexemes[at];
  return lexeme?.kind === "word" ? lexeme.lemma : null;
}

/** Index of the nearest word with one of these lemmas among the given places; undefined when there is none. */
export function findWord(passage: Passage, places: readonly number[], lemmas: ReadonlySet<string>): number | undefined {
  return places.find((at) => lemmas.has(lemmaAt(passage, at) ?? ""));
}

/** True when one of the lemmas stands left of the lexeme within reach, at most `most` lexemes away. */
export function hasLeft(passage: Passage, at: number, lemmas: ReadonlySet<string>, reach: Reach, most = 6): boolean {
  const { boundaries } = passage;
  const limit = limits[reach];
  const last = Math.max(0, at - most);
  for (let here = at; here > last; here -= 1) {
    if ((boundaries[here] ?? hard) >= limit) return false;
    const lemma = lemmaAt(passage, here - 1);
    if (lemma !== null && lemmas.has(lemma)) return true;
  }
  return false;
}

/** The same to the right. */
export function hasRight(passage: Passage, at: number, lemmas: ReadonlySet<string>, reach: Reach, most = 4): boolean {
  const { boundaries, lexemes } = passage;
  const limit = limits[reach];
  const last = Math.min(lexemes.length - 1, at + most);
  for (let here = at + 1; here <= last; here += 1) {
    if ((boundaries[here] ?? hard) >= limit) return false;
    const lemma = lemmaAt(passage, here);
    if (lemma !== null && lemmas.has(lemma)) return true;
  }
  return false;
}

/** True when the sentence a lexeme stands in has one of these words. */
export function sentenceHas(passage: Passage, at: number, lemmas: Iterable<string>): boolean {
  const words = passage.sentenceLemmas.get(passage.sentences[at] ?? 0);
  if (words === undefined) return false;
  for (const lemma of lemmas) if (words.has(lemma)) return true;
  return false;
}

/** Furthest that is looked for company, in lexemes, where a "sentence" never ends. */
const longestSentence = 80;

/** Indexes of the sentence a lexeme stands in, in order. */
export function sentenceOf(passage: Passage, at: number): number[] {
  return [
    ...leftOf(passage, at, "sentence", longestSentence).reverse(),
    at,
    ...rightOf(passage, at, "sentence", longestSentence),
  ];
}

/** Indexes of the phrase (between commas and stronger marks) a lexeme stands in, in order. */
export function clauseOf(passage: Passage, at: number): number[] {
  return [...leftOf(passage, at, "bracket", 60).reverse(), at, ...rightOf(passage, at, "bracket", 60)];
}

/** Indexes of all words with one of the lemmas. */
export function placesOf(passage: Passage, ...lemmas: readonly string[]): readonly number[] {
  const found = lemmas.flatMap((lemma) => passage.places.get(lemma) ?? []);
  return lemmas.length === 1 ? found : found.sort((left, right) => left - right);
}

const negations = new Set([
  "no",
  "not",
  "without",
  "never",
  "don't",
  "doesn't",
  "isn't",
  "aren't",
  "won't",
  "instead",
  "n't",
  "nor",
  "none",
  "non",
  "avoid",
]);

/** True when what stands at `at` is said not to be so: "no Step Functions", "not behind an API Gateway". */
export function isNegated(passage: Passage, at: number, most = 3): boolean {
  const found = findWord(passage, leftOf(passage, at, "phrase", most), negations);
  const after = found === undefined ? undefined : passage.lexemes[found + 1];
  // "Actually no: every weekday" corrects, it does not deny.
  return found !== undefined && !(after?.kind === "mark" && (after.text === ":" || after.text === ","));
}
