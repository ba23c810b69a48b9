import { oneLine } from "#src/reply/clean-text.ts";

/** The reader's own noun, in both numbers. */
export interface Noun {
  one: string;
  many: string;
}

const NOUN_LENGTH_MAX = 40;

/** Mass nouns: nobody says "datas a second". */
const uncountable = new Set(["data", "traffic", "telemetry", "work", "feedback", "information", "audio", "media"]);

/** Words whose plural no rule finds. */
const irregular: Readonly<Record<string, string>> = {
  person: "people",
  child: "children",
  man: "men",
  woman: "women",
  index: "indexes",
  matrix: "matrices",
  analysis: "analyses",
  diagnosis: "diagnoses",
  quiz: "quizzes",
};

/** Plurals that end in s without a singular that drops it. */
const sameInBoth = new Set(["series", "species", "news", "pixels per second", "fps"]);

/**
 * The unit of work as a noun: "image resize" -> "image resizes", "queries" -> "query". What a person typed may already
 * be plural. An empty one is "request".
 */
export function noun(unitOfWork: string): Noun {
  const text = oneLine(unitOfWork, NOUN_LENGTH_MAX);
  if (text === "") return { one: "request", many: "requests" };
  const [, lead = "", last = ""] = /^(.*?)([\p{L}\p{N}-]+)$/su.exec(text) ?? [null, text, ""];
  if (last === "") return { one: text, many: text };
  const word = last.toLowerCase();
  if (uncountable.has(word) || sameInBoth.has(word)) return { one: text, many: text };
  const single = singular(last);
  return { one: lead + single, many: lead + plural(single) };
}

function singular(word: string): string {
  const lower = word.toLowerCase();
  const known = Object.entries(irregular).find(([, many]) => many === lower);
  if (known !== undefined) return known[0];
  if (!lower.endsWith("s") || irregular[lower] !== undefined || /(ss|us|is|as)$/.test(lower) || lower.length < 4) {
    return word;
  }
  if (/[^aeiou]ies$/.test(lower)) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|ss|x|zz)es$/.test(lower)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function plural(word: string): string {
  const lower = word.toLowerCase();
  if (irregular[lower] !== undefined) return irregular[lower];
  if (!/\p{L}$/u.test(word)) return word;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(lower)) return `${word}es`;
  return `${word}s`;
}

/** "1 image", "300 images": the noun that fits a number already written. */
export function counted(digits: string, { one, many }: Noun): string {
  return `${digits} ${digits === "1" ? one : many}`;
}
