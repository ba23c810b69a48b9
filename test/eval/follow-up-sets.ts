import { readdirSync, readFileSync } from "node:fs";
import { type FollowUpSet, followUpSetSchema } from "#test/support/score-follow-ups.ts";

const folder = new URL("../fixtures/", import.meta.url);

/** Number at the end of a name, so that round 10 comes after round 9; those without one come first. */
function numberOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

/** Every set of follow-ups by name, in the order they were written. */
export function followUpSets(): Record<string, FollowUpSet> {
  const names = readdirSync(folder).flatMap((file) => /^follow-ups-(.+)\.json$/.exec(file)?.[1] ?? []);
  const ordered = names.sort((left, right) => numberOf(left) - numberOf(right));
  return Object.fromEntries(
    ordered.map((name) => {
      const text = readFileSync(new URL(`follow-ups-${name}.json`, folder), "utf8");
      return [name.replace("-", " "), followUpSetSchema.parse(JSON.parse(text))];
    }),
  );
}
