import type { Explanation } from "./explanations.ts";

const noise = new Set([
  "why",
  "is",
  "it",
  "the",
  "a",
  "an",
  "of",
  "that",
  "this",
  "figure",
  "so",
  "much",
  "does",
  "do",
  "cost",
  "costs",
  "month",
  "explain",
  "where",
  "from",
  "come",
  "comes",
  "what",
  "how",
  "are",
  "to",
  "in",
  "at",
]);

/**
 * The explanation a question is about: by the figure as printed, then by name. The verdict answers a bare "why?".
 *
 * @returns null when nothing matches
 */
export function bestMatch(question: string, all: readonly Explanation[]): Explanation | null {
  const text = question
    .toLowerCase()
    .replace(/[?!"“”]/g, " ")
    .slice(0, 300);
  const tokens = text.split(/\s+/).map((token) => token.replace(/[.,;:]+$/, ""));
  const wanted = tokens.filter((token) => token !== "" && !noise.has(token));
  if (wanted.length === 0) return all.find((entry) => entry.isVerdict) ?? null;
  const byFigure = all.find((entry) => entry.figures.some((figure) => wanted.includes(figure.toLowerCase())));
  if (byFigure !== undefined) return byFigure;
  const byAmount = nearestAmount(wanted, all);
  if (byAmount !== null) return byAmount;
  return byName(wanted, all);
}

/** "$138,000" or "5.4k": the figure within one in a hundred. */
function nearestAmount(wanted: readonly string[], all: readonly Explanation[]): Explanation | null {
  const amounts = wanted.flatMap((token) => amountOf(token) ?? []);
  const [amount] = amounts;
  if (amount === undefined || amount <= 0) return null;
  const near = all
    .filter((entry) => entry.usd !== null && Math.abs(entry.usd - amount) <= 0.05 * amount)
    .toSorted((a, b) => Math.abs((a.usd ?? 0) - amount) - Math.abs((b.usd ?? 0) - amount));
  return near[0] ?? null;
}

const scale: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, "": 1 };

function amountOf(token: string): number | null {
  const match = /^\$?([\d,]*\.?\d+)\s*([kmb]?)$/.exec(token.replace(/(usd|dollars?)$/, ""));
  if (match === null) return null;
  const value = Number((match[1] ?? "").replaceAll(",", "")) * (scale[match[2] ?? ""] ?? 1);
  return Number.isFinite(value) ? value : null;
}

/** The entry whose name shares most words with the question; ties go to the first, which weighs most. */
function byName(wanted: readonly string[], all: readonly Explanation[]): Explanation | null {
  let best: { entry: Explanation; score: number } | null = null;
  for (const entry of all) {
    const score = Math.max(0, ...entry.names.map((name) => nameScore(name, wanted)));
    if (score > (best?.score ?? 0)) best = { entry, score };
  }
  return best?.entry ?? null;
}

function nameScore(name: string, wanted: readonly string[]): number {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const hits = wanted.filter((token) => words.some((word) => word === token || stem(word) === stem(token)));
  return hits.length === 0 ? 0 : hits.length + hits.length / (words.length * 10);
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(/s$/, "") : word;
}
