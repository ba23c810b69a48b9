import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { followUpSetSchema, scoreFollowUps } from "#test/support/score-follow-ups.ts";

const folder = join(import.meta.dirname, "..", "..", "fixtures");
const files = readdirSync(folder).filter((name) => /^follow-ups-.*\.json$/.test(name));
const catalog = loadCatalog();

describe("follow-up sentences", () => {
  it("come in several sets of thirty or more", () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  it.each(files)("are read right, without a false fire: %s", async (file) => {
    const set = followUpSetSchema.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    expect(set.followups.length).toBeGreaterThanOrEqual(30);
    const score = await scoreFollowUps(set, catalog, (text, base) => readFollowUp(text, base.workload));
    expect(score.falseFires).toEqual([]);
    expect(score.failures).toEqual([]);
    expect(score.thenIntents.right).toBe(score.thenIntents.total);
  });
});
