import type { Verb } from "#src/reply/verbs.ts";
import type { CommandInfo } from "./command.ts";

/** Typing slips that are still recognised: one in a short word, two in a long one. */
const SHORT_WORD = 5;

/** The verb whose name, or a synonym, is nearest to the first word; null when none is near. */
export function nearestVerb(text: string, commands: readonly CommandInfo[]): Verb | null {
  const typed = (text
    .trim()
    .toLowerCase()
    .match(/^[a-z-]+/) ?? [""])[0];
  if (typed.length < 2) return null;
  const allowed = typed.length < SHORT_WORD ? 1 : 2;
  let best: { verb: Verb; distance: number } | null = null;
  for (const { verb, synonyms } of commands) {
    for (const name of [verb, ...synonyms].filter((one) => !one.includes(" "))) {
      const distance = isPrefix(typed, name) ? 1 : editDistance(typed, name);
      if (distance <= allowed && (best === null || distance < best.distance)) best = { verb, distance };
    }
  }
  return best?.verb ?? null;
}

function isPrefix(typed: string, name: string): boolean {
  return typed.length >= 3 && name.startsWith(typed);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
