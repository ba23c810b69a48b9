import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "#src/catalog/load.ts";
import { assume } from "#src/model/assume.ts";
import type { Workload } from "#src/model/workload.ts";
import { followUpSetSchema } from "#test/support/score-follow-ups.ts";

const fixtures = join(import.meta.dirname, "..", "..", "fixtures");

/** The lines of a fixture, without empty ones. */
export function linesOf(name: string): readonly string[] {
  return readFileSync(join(fixtures, name), "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** Every base of the sets: their step names ("ship", "charge", "load") are what chatter trips over. */
export function baseWorkloads(): ReadonlyMap<string, Workload> {
  const catalog = loadCatalog();
  const files = readdirSync(fixtures).filter((name) => /^follow-ups-.*\.json$/.test(name));
  const bases = files.flatMap((name) =>
    Object.entries(followUpSetSchema.parse(JSON.parse(readFileSync(join(fixtures, name), "utf8"))).bases),
  );
  return new Map(bases.map(([name, input]) => [name, assume(input, {}, catalog).workload]));
}
