import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assume } from "#src/model/assume.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { followUpSetSchema } from "#test/support/score-follow-ups.ts";

const fixtures = join(import.meta.dirname, "..", "..", "fixtures");
function linesOf(name: string): readonly string[] {
  return readFileSync(join(fixtures, name), "utf8")
    .split("\n")
    .filter((line) => line !== "");
}
const lines = linesOf("chatter.txt");
const questions = linesOf("questions-with-figures.txt");
const catalog = loadCatalog();

/** Every published base: their step names ("ship", "charge", "load") are what chatter trips over. */
const workloads = readdirSync(fixtures)
  .filter((name) => /^follow-ups-.*\.json$/.test(name))
  .flatMap((name) =>
    Object.entries(followUpSetSchema.parse(JSON.parse(readFileSync(join(fixtures, name), "utf8"))).bases),
  )
  .map(([name, input]) => ({ name, workload: assume(input, {}, catalog).workload }));
const byName = new Map(workloads.map((one) => [one.name, one.workload]));

describe("talk between people", () => {
  it.each([...byName])("never changes the workload %s", (_, workload) => {
    const fires = lines.filter((line) => readFollowUp(line, workload).kind === "changes");
    expect(fires).toEqual([]);
  });

  it("is mostly answered with silence", () => {
    const workload = byName.get("orders");
    if (workload === undefined) throw new Error("no base");
    const answered = lines.filter((line) => {
      const read = readFollowUp(line, workload);
      return read.kind === "changes" || read.intent !== "none";
    });
    expect(answered.length / lines.length).toBeLessThan(0.04);
  });
});

describe("questions that mention figures", () => {
  it.each([...byName])("never change the workload %s", (_, workload) => {
    const fires = questions.filter((line) => readFollowUp(line, workload).kind === "changes");
    expect(fires).toEqual([]);
  });
});
