const known = new Map<string, ReadonlySet<string>>();

/**
 * A set of words, written as one text with blanks between them. Each text is split once, so that a set may be written
 * where it is used.
 */
export function wordSet(words: string): ReadonlySet<string> {
  const found = known.get(words);
  if (found !== undefined) return found;
  const made = new Set(words.split(" "));
  known.set(words, made);
  return made;
}
