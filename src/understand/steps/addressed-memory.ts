import type { Passage } from "#src/understand/passage/passage.ts";
import type { MemorySize } from "./memory.ts";

/** Words of a name that single a step out. */
function telling(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 3);
}

/**
 * Sizes said apart from the durations, for steps called by name: "identity and bureau have 256 MB, scoring 2 GB".
 *
 * @param names of the steps, in order
 * @param sizes outside the steps' own phrases, in order
 * @returns the size of each step that is named
 */
export function addressedMemory(
  passage: Passage,
  names: readonly string[],
  sizes: readonly MemorySize[],
): Map<number, MemorySize> {
  const found = new Map<number, MemorySize>();
  for (const size of sizes.filter((each) => !each.shared)) {
    const before = passage.lexemes.findLastIndex((lexeme, at) => at < size.at && lexeme.kind === "quantity");
    const start = Math.max(before + 1, size.at - 14);
    const words = passage.lexemes
      .slice(start, size.at)
      .filter((_, offset) => passage.sentences[start + offset] === passage.sentences[size.at])
      .flatMap((lexeme) => (lexeme.kind === "word" ? [lexeme.text.toLowerCase()] : []));
    for (const [index, name] of names.entries()) {
      if (telling(name).some((word) => words.includes(word))) found.set(index, size);
    }
  }
  return found;
}
