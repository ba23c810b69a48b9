/** Share of the longer name that may differ before a name no longer counts as close. */
const CLOSE_ENOUGH = 0.5;
/** What a likeness of starts alone costs against a likeness of whole names. */
const START_PENALTY = 0.15;

/**
 * The known names most like a wrong one, closest first; none when nothing is like it.
 *
 * Likeness is Levenshtein distance over the longer length; a name that holds the wrong one whole comes first, and one
 * that starts nearly like it counts as its start does, a little less.
 */
export function nearestNames(wrong: string, known: readonly string[], most: number): string[] {
  const asked = wrong.toLowerCase();
  return known
    .map((name) => ({ name, difference: difference(asked, name.toLowerCase()) }))
    .filter((candidate) => candidate.difference <= CLOSE_ENOUGH)
    .sort((a, b) => a.difference - b.difference || a.name.localeCompare(b.name, "en"))
    .slice(0, most)
    .map((candidate) => candidate.name);
}

function difference(asked: string, name: string): number {
  if (asked.length >= 3 && (name.includes(asked) || asked.includes(name))) return 0;
  const whole = distance(asked, name) / Math.max(asked.length, name.length, 1);
  if (asked.length < 3 || name.length <= asked.length) return whole;
  return Math.min(whole, distance(asked, name.slice(0, asked.length)) / asked.length + START_PENALTY);
}

/** Levenshtein distance, one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
