import type { CommandInfo } from "./command.ts";

/** A command whose verb, or a synonym of it, the text begins with. */
export interface VerbMatch<Known extends CommandInfo> {
  command: Known;
  /** What follows, trimmed. */
  rest: string;
}

/** The longest verb or synonym at the start of the text, whole words only, in any case. Null: none. */
export function matchVerb<Known extends CommandInfo>(
  text: string,
  commands: readonly Known[],
): VerbMatch<Known> | null {
  const flat = text.trim();
  const lower = flat.toLowerCase();
  let best: { command: Known; length: number } | null = null;
  for (const command of commands) {
    for (const name of [command.verb, ...command.synonyms]) {
      const longer = best === null || name.length > best.length;
      if (longer && startsWithWord(lower, name)) best = { command, length: name.length };
    }
  }
  if (best === null) return null;
  return { command: best.command, rest: flat.slice(best.length).replace(/^[\s,:;?!.-]+/, "") };
}

function startsWithWord(text: string, name: string): boolean {
  if (!text.startsWith(name)) return false;
  const next = text.charAt(name.length);
  return next === "" || /[\s,:;?!.]/.test(next);
}
