import { getPath, parsePath } from "#src/model/paths.ts";
import { readDescription } from "#src/understand/read-description.ts";

export interface Leaf {
  value: unknown;
  origin: string | undefined;
  evidence: string | undefined;
  low: unknown;
  high: unknown;
}

/** One leaf of what a description says, before anything is assumed. */
export function leafOf(text: string, path: string): Leaf {
  const { input, origins } = readDescription(text);
  const segments = parsePath(path);
  const origin = origins[path];
  const value = segments === null ? undefined : getPath(input, segments);
  return { value, origin: origin?.origin, evidence: origin?.evidence, low: origin?.low, high: origin?.high };
}

export function readValue(text: string, path: string): unknown {
  return leafOf(text, path).value;
}

export function notesOf(text: string): string[] {
  return readDescription(text).notes.map((note) => note.text);
}
