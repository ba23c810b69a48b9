import { expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { readConfig } from "#src/config.ts";
import { configuredModel } from "#src/llm/configured-model.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import { answerDescription } from "#src/understand/answer-description.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { readFollowUpWithModel } from "#src/understand/follow-up/with-model.ts";
import { readDescription } from "#src/understand/read-description.ts";
import { readWithModel } from "#src/understand/with-llm.ts";
import { scoreFollowUps } from "#test/support/score-follow-ups.ts";
import { descriptionSets, loadCases } from "#test/understand/scoring/load-cases.ts";
import { type Score, scoreDescription } from "#test/understand/scoring/score-description.ts";
import { summarise } from "#test/understand/scoring/summary.ts";
import { followUpSets } from "./follow-up-sets.ts";
import { addTally, emptyTally, followUpHeader, followUpRow, tallyOf } from "./follow-up-table.ts";

/** A model answers differently each time: of so many runs the worst counts. */
const runs = 3;

it("prints how well a configured language model reads what the parser leaves open", async () => {
  const model = configuredModel(readConfig());
  if (model === null) {
    process.stdout.write("\nwith a model: not run, no endpoint is configured (OPENAI_MODEL and a key or a base URL)\n");
    return;
  }
  for (let run = 1; run <= runs; run += 1) {
    const { recall, misreads, inventionsPerCase, honesty } = summarise(await descriptionScores(model));
    const shares = { recall, misreads, inventionsPerCase, honesty };
    const row = Object.entries(shares).map(([name, value]) => `${name} ${value.toFixed(4)}`);
    const followUps = await followUpTally(model);
    process.stdout.write(
      `\nwith a model, run ${run}: ${row.join(", ")}\n${followUpHeader}\n${followUpRow("all", followUps)}\n`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(misreads).toBeLessThanOrEqual(0.01);
    expect(followUps.right).toBeGreaterThanOrEqual(followUps.total * 0.92);
    expect(followUps.falseFires).toBe(0);
  }
});

async function descriptionScores(model: LanguageModel): Promise<Score[]> {
  const catalog = loadCatalog();
  const scores: Score[] = [];
  for (const example of Object.values(descriptionSets).flatMap(loadCases)) {
    const { reading } = await readWithModel(example.text, readDescription(example.text), model);
    const answer = answerDescription(reading, catalog);
    scores.push(scoreDescription(example, { ...answer, workload: { ...answer.workload } }));
  }
  return scores;
}

async function followUpTally(model: LanguageModel) {
  const catalog = loadCatalog();
  let all = emptyTally;
  for (const set of Object.values(followUpSets())) {
    const score = await scoreFollowUps(set, catalog, async (text, base) => {
      const read = readFollowUp(text, base.workload);
      return (await readFollowUpWithModel(text, base.workload, read, model)).followUp;
    });
    all = addTally(all, tallyOf(set, score));
  }
  return all;
}
