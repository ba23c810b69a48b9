import { expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { scoreFollowUps } from "#test/support/score-follow-ups.ts";
import { followUpSets } from "./follow-up-sets.ts";
import { addTally, emptyTally, followUpFailures, followUpHeader, followUpRow, tallyOf } from "./follow-up-table.ts";

it("prints how well follow-ups are read, by set", async () => {
  const catalog = loadCatalog();
  const lines = [followUpHeader];
  let all = emptyTally;
  for (const [name, set] of Object.entries(followUpSets())) {
    const score = await scoreFollowUps(set, catalog, (text, base) => readFollowUp(text, base.workload));
    const tally = tallyOf(set, score);
    all = addTally(all, tally);
    lines.push(followUpRow(name, tally), ...followUpFailures(score));
  }
  lines.push(followUpRow("all", all));
  process.stdout.write(`\n${lines.join("\n")}\n`);
  // The gates every set must pass; the ordinary tests hold each set to more.
  expect(all.right).toBeGreaterThanOrEqual(all.total * 0.8);
  expect(all.falseFires).toBe(0);
});
