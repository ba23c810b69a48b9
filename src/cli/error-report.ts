import { randomUUID } from "node:crypto";
import { UserError } from "#src/errors.ts";
import type { Io } from "./io.ts";

/** What another program reads of an error. */
export interface ErrorReport {
  code: string;
  message: string;
  path?: string;
}

/** A UserError as it is; anything else is a bug: an id for the person, the place of the fault on standard error. */
export function reportError(error: unknown, io: Io): ErrorReport {
  if (error instanceof UserError) {
    return { code: error.code, message: error.sentence, ...(error.path === undefined ? {} : { path: error.path }) };
  }
  // A damaged catalog file holds nothing a person wrote: its message may be shown, and helps who edited it.
  if (error instanceof Error && error.name === "CatalogError") return { code: "config", message: error.message };
  const id = randomUUID();
  io.writeError(JSON.stringify({ level: "error", id, ...placeOf(error) }));
  return { code: "internal", message: `Something went wrong that should not have (${id}).` };
}

/** Kind and place of a fault, without its message: that may hold what a person wrote. */
function placeOf(error: unknown): { kind: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return { kind: error.name, at: frames.slice(0, 5).map((line) => line.trim()) };
}
