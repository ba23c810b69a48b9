import { type Field, fields } from "./fields.ts";

const fieldNames: ReadonlySet<string> = new Set(fields);

/** The field a token names; null for any other word. */
export function fieldOf(word: string): Field | null {
  if (word === "@takes") return "duration";
  const name = word.startsWith("@") ? word.slice(1).split("=")[0] : undefined;
  return name !== undefined && fieldNames.has(name) ? (fields.find((field) => field === name) ?? null) : null;
}
