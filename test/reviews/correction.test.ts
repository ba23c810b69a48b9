import { expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assume } from "#src/model/assume.ts";
import { correctionOf } from "#src/reviews/correction.ts";

const catalog = loadCatalog();
const understood = assume(
  { ratePerSecond: 10, steps: [{ durationMs: 200 }, { durationMs: 100, cpuBoundFraction: 0.5 }, {}] },
  {},
  catalog,
);

test.each([
  ["container.targetUtilization", "65%", 0.65],
  ["container.targetUtilization", "65", 0.65],
  ["container.targetUtilization", "0.65", 0.65],
  ["steps.0.durationMs", "200 ms", 200],
  ["steps.0.durationMs", "1.5 s", 1500],
  ["steps.0.durationMs", "250", 250],
  ["steps.0.memoryMb", "2 GB", 2048],
  ["steps.0.memoryMb", "512", 512],
  ["handoff.objectKb", "2 MB", 2048],
  ["handoff.retentionHours", "2 days", 48],
  ["rampMinutes", "2 hours", 120],
  ["peakToMean", "3x", 3],
  ["peakToMean", "4", 4],
  // 300 a minute are 5 a second.
  ["ratePerSecond", "300 a minute", 5],
  ["ratePerSecond", "300", 300],
  ["purchase.discountPercent", "12%", 12],
  ['assumptions["verdict.premium.ec2"]', "$250", 250],
  ['assumptions["container.cpuFloorMs"]', "2 ms", 2],
])("%s said as %s is %d", (path, text, value) => {
  expect(correctionOf(path, text, understood, catalog).changes).toEqual([{ op: "set", path, value }]);
});

test("a range is taken at its middle and keeps its ends", () => {
  const { changes, ranges } = correctionOf("container.targetUtilization", "50-70%", understood, catalog);
  expect(changes).toEqual([{ op: "set", path: "container.targetUtilization", value: expect.closeTo(0.6, 9) }]);
  const range = ranges["container.targetUtilization"];
  expect([range?.low, range?.high]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.7, 9)]);
});

test("one input of all steps is set where it was assumed, not where it was said", () => {
  const { changes } = correctionOf("steps.*.cpuBoundFraction", "80%", understood, catalog);
  expect(changes.map(({ path }) => path)).toEqual(["steps.0.cpuBoundFraction", "steps.2.cpuBoundFraction"]);
});

test("a choice is taken as the word it is", () => {
  const { changes } = correctionOf("purchase.lambdaArchitecture", " ARM64 ", understood, catalog);
  expect(changes).toEqual([{ op: "set", path: "purchase.lambdaArchitecture", value: "arm64" }]);
});

test.each(["quite busy", "", "5 GB"])("%j is no share: the person is told what can be read", (text) => {
  expect(() => correctionOf("container.targetUtilization", text, understood, catalog)).toThrow(/no value I can read/);
});
