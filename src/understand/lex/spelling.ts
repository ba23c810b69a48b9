import { realWords } from "./real-words.ts";
import { knownForms, knownLemma } from "./vocabulary.ts";

/** Shorter words are too often other words: "day" is one slip from "way". */
const shortestCorrected = 4;
/** From this length two slips are forgiven. */
const longWord = 8;

/** The word with each one letter left out. */
function withoutOneLetter(word: string): string[] {
  const shorter: string[] = [];
  for (let at = 0; at < word.length; at += 1) shorter.push(word.slice(0, at) + word.slice(at + 1));
  return shorter;
}

function shortened(word: string): Set<string> {
  const once = withoutOneLetter(word);
  const short = new Set(once).add(word);
  if (word.length < longWord) return short;
  for (const shorter of once) for (const shortest of withoutOneLetter(shorter)) short.add(shortest);
  return short;
}

/** Shortened form to the forms it may be short for. */
const index = new Map<string, string[]>();
for (const [form] of knownForms()) {
  if (form.length < shortestCorrected || /[^a-z]/.test(form)) continue;
  for (const short of shortened(form)) {
    const forms = index.get(short);
    if (forms === undefined) index.set(short, [form]);
    else forms.push(form);
  }
}

/** Slips between two words: letters added, dropped, changed, or two neighbours swapped. */
export function slips(left: string, right: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      best = Math.min(best, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (before[column - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

function allowedSlips(word: string): number {
  return word.length >= longWord ? 2 : 1;
}

function nearestForm(word: string): string | undefined {
  let best: { form: string; distance: number } | undefined;
  for (const short of shortened(word)) {
    for (const form of index.get(short) ?? []) {
      // People rarely miss the first letter, and words that differ there are mostly other words.
      if (form[0] !== word[0] || form === best?.form) continue;
      const distance = slips(word, form);
      const nearer = best === undefined || distance < best.distance || (distance === best.distance && form < best.form);
      if (distance <= Math.min(allowedSlips(word), allowedSlips(form)) && nearer) best = { form, distance };
    }
  }
  return best?.form;
}

/** "queries" is "query", "boxes" is "box", "orders" is "order"; "status" stays. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Lemmas found so far; the bound keeps hostile input from filling it. */
const seen = new Map<string, Lemma>();
const mostSeen = 20_000;

/** The lemma of a word, and whether it took a guess at a misspelling to get there. */
export interface Lemma {
  lemma: string;
  corrected: boolean;
}

function correction(word: string): string | undefined {
  if (word.length < shortestCorrected || word.length > 24 || !/^[a-z]+$/.test(word) || realWords.has(word))
    return undefined;
  const form = nearestForm(word);
  return form === undefined ? undefined : knownLemma(form);
}

function findLemma(written: string): Lemma {
  const word = withoutAccents(written.toLowerCase()).replace(/'s?$/, "");
  const exact = knownLemma(word) ?? knownLemma(singular(word));
  if (exact !== undefined) return { lemma: exact, corrected: false };
  if (realWords.has(word)) return { lemma: singular(word), corrected: false };
  const guess = correction(word) ?? correction(singular(word));
  return guess === undefined ? { lemma: singular(word), corrected: false } : { lemma: guess, corrected: true };
}

/** Brings a written word to its lemma. */
export function lemmaOf(written: string): Lemma {
  const known = seen.get(written);
  if (known !== undefined) return known;
  const found = findLemma(written);
  if (seen.size < mostSeen && written.length < 40) seen.set(written, found);
  return found;
}
