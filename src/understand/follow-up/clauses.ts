import { changedCase, isQuestion, supposes } from "./mood.ts";

/** A part of the line that says one thing, and how it says it. */
export interface Clause {
  /** Words and tokens a change may be read from. */
  words: readonly string[];
  /** All of them, for reading what is asked. */
  text: string;
  sentence: number;
  /** Part of a question ("why", "when", "is it"): only a case it names ("at 100 a second") can be a change. */
  asks: boolean;
  /** A colon follows: what comes next is about what it names. */
  labels: boolean;
  /** Says that it supposes or orders something: "what if", "make it", "use". */
  supposes: boolean;
}

const sentenceEnd = /^(?:[.?!;…]|\.\.\.)$/;
const joints: ReadonlySet<string> = new Set(", and but plus + & then also while : - ( ) ->".split(" "));

/** Cuts a line into clauses, sentence by sentence. */
export function clausesOf(line: string): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const [sentence, words] of wordsBySentence(line).entries()) {
    let before: Clause | null = null;
    for (const part of partsOf(words)) {
      before = clauseOf(part.words, sentence, part.labels, before);
      clauses.push(before);
    }
  }
  return clauses;
}

/** The sentences of a line, as `sentence` numbers them. */
export function sentencesOf(line: string): readonly string[] {
  return wordsBySentence(line).map((words) => words.join(" "));
}

function wordsBySentence(line: string): readonly (readonly string[])[] {
  const sentences: string[][] = [[]];
  for (const word of line.trim().split(" ")) {
    if (sentenceEnd.test(word)) sentences.push([]);
    else sentences.at(-1)?.push(word);
  }
  return sentences;
}

interface Part {
  words: string[];
  labels: boolean;
}

function partsOf(words: readonly string[]): readonly Part[] {
  const parts: Part[] = [{ words: [], labels: false }];
  for (const [at, word] of words.entries()) {
    const part = parts.at(-1);
    if (!joints.has(word) || isWithin(word, words[at - 1] ?? "")) part?.words.push(word);
    else {
      if (part !== undefined) part.labels = word === ":";
      parts.push({ words: [], labels: false });
    }
  }
  return parts.filter((part) => part.words.length > 0);
}

/** "It would then have 4 states": no joint. */
function isWithin(word: string, before: string): boolean {
  return (
    word === "then" &&
    /^(?:would|will|could|can|should|may|might|it'd|it'll|is|are|has|do|does|we'd|we'll)$/.test(before)
  );
}

/** What follows a question in its sentence belongs to it, unless it supposes something of its own. */
function clauseOf(words: readonly string[], sentence: number, labels: boolean, before: Clause | null): Clause {
  const text = words.join(" ");
  const own = { text, sentence, labels, supposes: supposes(text) };
  if (own.supposes) return { ...own, words, asks: false };
  if (isQuestion(text)) return { ...own, words: changedCase(words), asks: true };
  if (before?.asks !== true) return { ...own, words, asks: false };
  return { ...own, words: before.words.length > 0 ? words : [], asks: true };
}
