import { expect, it } from "vitest";
import { descriptionSets, scoreSet } from "#test/understand/scoring/load-cases.ts";
import type { Score } from "#test/understand/scoring/score-description.ts";
import { byStyle, type Summary, summarise } from "#test/understand/scoring/summary.ts";

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8);

function row(name: string, summary: Summary): string {
  const { cases, clean, recall, precision, misreads, inventionsPerCase, honesty } = summary;
  const counts = `${String(clean).padStart(4)} of ${String(cases).padStart(3)}`;
  const invented = inventionsPerCase.toFixed(2).padStart(8);
  return `${name.padEnd(22)}${counts}${percent(recall)}${percent(precision)}${percent(misreads)}${invented}${percent(honesty)}`;
}

function failures(scores: readonly Score[]): string[] {
  return scores.flatMap((score) => {
    const lines = [...score.missed, ...score.dishonest, ...score.inventions, ...score.misreads];
    return lines.map((line) => `  ${score.id} ${line}`);
  });
}

it("prints how well descriptions are read, by set and by style", () => {
  const lines = ["descriptions            clean      recall  precis.  misread  invented  honest"];
  const all: Score[] = [];
  for (const [name, file] of Object.entries(descriptionSets)) {
    const scores = scoreSet(file);
    all.push(...scores);
    lines.push(row(name, summarise(scores)), ...failures(scores));
  }
  lines.push("", ...byStyle(all).map(([style, summary]) => row(style, summary)), row("all", summarise(all)));
  process.stdout.write(`${lines.join("\n")}\n`);
  // The gates every set must pass; the sets with their own values are held to more in the ordinary tests.
  const total = summarise(all);
  expect(total.recall).toBeGreaterThanOrEqual(0.85);
  expect(total.misreads).toBeLessThanOrEqual(0.02);
  expect(total.inventionsPerCase).toBeLessThanOrEqual(0.1);
  expect(total.honesty).toBeGreaterThanOrEqual(0.98);
});
