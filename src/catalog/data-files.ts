import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";

/** Where the catalog's own files are. */
export const dataDirectory = join(import.meta.dirname, "data");

/**
 * Reads one data file and checks it.
 *
 * @throws CatalogError naming the file and the field: whoever edits the catalog can mend it
 */
export function readDataFile<Schema extends z.ZodType>(schema: Schema, ...path: string[]): z.infer<Schema> {
  const file = join(...path);
  const parsed = schema.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw damaged(`catalog file ${file}: ${issue?.path.join(".")}: ${issue?.message}`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw damaged(`catalog file ${file}: ${cause instanceof Error ? cause.message : "unreadable"}`);
  }
}

/** A catalog file that can't be used: what is wrong with it, where. Not the fault of the one who asks. */
export function damaged(complaint: string): Error {
  const error = new Error(
    `The catalog is damaged: ${complaint}. Correct the file, or take it back from the repository.`,
  );
  error.name = "CatalogError";
  return error;
}

/** Dates of the price snapshots that are there, oldest first. */
export function snapshotDates(dataDir: string): string[] {
  return readdirSync(join(dataDir, "prices"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** The service files of one snapshot, by name: `sources.json` is not a service. */
export function serviceFiles(dataDir: string, date: string): string[] {
  return readdirSync(join(dataDir, "prices", date))
    .filter((name) => name.endsWith(".json") && name !== "sources.json")
    .sort();
}
