/** No 0, O, 1, I, L, 5, S, 8, B, U, V: what one person reads aloud, another types right. */
const DIGITS = "234679";
const LETTERS = "ACDEFGHJKMNPQRTWXYZ";

/**
 * Digit and letter in an order that no word, number, unit or instance type has: "7K2Q" can be found anywhere in a
 * sentence, while "99th", "24hr", "c7gn" and "arm6" can't be an id.
 */
const SHAPES = ["dldl", "ldld", "dlld", "lddl"] as const;

/** A short id, four characters. 25,992 + 25,992 ids: far more than a channel has reviews. */
export function newShortId(random: () => number): string {
  const shape = pick(SHAPES, random);
  return [...shape].map((kind) => pick([...(kind === "d" ? DIGITS : LETTERS)], random)).join("");
}

/** The id as it is stored, or null when these characters can't be one. Case and a leading # do not matter. */
export function readShortId(text: string): string | null {
  const id = text.trim().replace(/^#/, "").toUpperCase();
  const shape = [...id].map((one) => (DIGITS.includes(one) ? "d" : LETTERS.includes(one) ? "l" : "?")).join("");
  return SHAPES.some((known) => known === shape) ? id : null;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("random() is not in [0, 1)");
  return item;
}

/** An id that sorts by time: milliseconds, then randomness. Never shown. */
export function newSortableId(now: Date, random: () => number): string {
  const time = now.getTime().toString(36).padStart(9, "0");
  const part = (): string =>
    Math.floor(random() * 36 ** 5)
      .toString(36)
      .padStart(5, "0");
  return `${time}${part()}${part()}${part()}`;
}
