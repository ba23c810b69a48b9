import type { Lexed, Lexeme, Quantity, Span } from "#src/understand/lex/lexeme.ts";
import { wordsOf } from "#src/understand/lex/lexeme.ts";
import { findBoundaries, hard } from "./boundaries.ts";

/**
 * A text while it is being read: its lexemes, where phrases end, and which lexemes somebody has already used. A reader
 * claims what it understands, so that no number is used twice and those nobody used can be named at the end.
 */
export interface Passage {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** For each lexeme, how strong the boundary before it is: see boundaries.ts. */
  readonly boundaries: readonly number[];
  /** Sentence number of each lexeme. */
  readonly sentences: readonly number[];
  /** Lemmas of each sentence, by its number. */
  readonly sentenceLemmas: ReadonlyMap<number, ReadonlySet<string>>;
  /** The quantities with their indexes: a few of many lexemes, and what most readers look for. */
  readonly quantities: readonly (readonly [at: number, quantity: Quantity])[];
  /** Indexes of the words with a lemma, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** True when the end of the text was left out. */
  readonly truncated: boolean;
  /** Who claimed each lexeme; null while free. */
  readonly claims: (string | null)[];
}

export function openPassage(lexed: Lexed): Passage {
  const boundaries = findBoundaries(lexed.lexemes);
  let sentence = 0;
  const sentences = boundaries.map((strength) => {
    if (strength >= hard) sentence += 1;
    return sentence;
  });
  const { text, lexemes, truncated } = lexed;
  const sentenceLemmas = lemmasBySentence(lexemes, sentences);
  const places = placesByLemma(lexemes);
  const quantities = lexemes.flatMap((lexeme, at) => (lexeme.kind === "quantity" ? [[at, lexeme] as const] : []));
  const claims = lexemes.map(() => null);
  return { text, lexemes, boundaries, sentences, sentenceLemmas, quantities, places, truncated, claims };
}

function placesByLemma(lexemes: readonly Lexeme[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, lexeme] of lexemes.entries()) {
    if (lexeme.kind !== "word") continue;
    const places = found.get(lexeme.lemma);
    if (places === undefined) found.set(lexeme.lemma, [at]);
    else places.push(at);
  }
  return found;
}

function lemmasBySentence(lexemes: readonly Lexeme[], sentences: readonly number[]): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const [at, lexeme] of lexemes.entries()) {
    const sentence = sentences[at] ?? 0;
    const lemmas = found.get(sentence) ?? new Set();
    if (lexeme.kind === "word") lemmas.add(lexeme.lemma);
    found.set(sentence, lemmas);
  }
  return found;
}

/** Marks lexemes `from` to `to` (inclusive) as used. */
export function claim(passage: Passage, from: number, to: number, reader: string): void {
  for (let at = from; at <= to; at += 1) passage.claims[at] ??= reader;
}

export function isFree(passage: Passage, at: number): boolean {
  return passage.claims[at] === null;
}

/** The words between two lexemes, both included, as the person wrote them; at most 200 characters. */
export function evidence(passage: Passage, from: number, to: number = from): string {
  const first = passage.lexemes[from];
  const last = passage.lexemes[to];
  if (first === undefined || last === undefined) return "";
  const span: Span = { start: first.start, end: last.end };
  return wordsOf(passage.text, span).slice(0, 200);
}
