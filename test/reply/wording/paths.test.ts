import { describe, expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { parameterIds } from "#src/model/parameters.ts";
import { askedOutright } from "#src/reply/wording/asked.ts";
import { hasWords, isPreference, pathLabel } from "#src/reply/wording/path-label.ts";
import { questionText, questionWhy } from "#src/reply/wording/question.ts";
import { leaves } from "#src/reply/workload-value.ts";
import { exampleAssessment } from "#test/support/example-assessment.ts";
import { exampleWorkload } from "#test/support/example-workload.ts";
import { spansText } from "#test/support/read-reply.ts";

const latency = { percentile: 99, targetMs: 200 };
const complete = { ...exampleWorkload, latency, appliedQuotas: { "lambda.concurrency": 5_000 } };
const leafPaths = [...leaves(complete).keys()];
const assumptionPaths = Object.values(parameterIds).map((id) => `parameters.${id}`);
const catalogPaths = [...loadCatalog().assumptions.keys()].map((id) => `parameters.${id}`);

describe("words of workload paths and assumptions", () => {
  test.each([...leafPaths, ...assumptionPaths, "parameters.prices.estimated"])("%s has words of its own", (path) => {
    expect(hasWords(path)).toBe(true);
    const label = pathLabel(path, complete);
    for (const text of [
      label.label,
      label.question,
      label.asked,
      label.example,
      spansText(label.sentence(1)),
      label.condition("below", 2),
      label.condition("above", 2),
    ]) {
      expect(text).not.toMatch(/[{}[\]|*]|undefined|NaN|\s\s/);
      expect(text).not.toBe("");
    }
    expect(label.asked).toMatch(/\?$/);
  });

  test.each(catalogPaths)("%s of the catalog can be talked about", (path) => {
    expect(spansText(pathLabel(path, complete).sentence(3))).not.toMatch(/[{}[\]|]|undefined/);
  });

  test("questions asked outright belong to paths that exist", () => {
    for (const path of Object.keys(askedOutright)) {
      const known = hasWords(path.replace("steps.*.", "steps.0.")) || hasWords(`parameters.${path}`);
      expect([path, known]).toEqual([path, true]);
    }
  });

  test.each([
    ["steps.1.cpuBoundFraction", 0.8, "80% of resize time is CPU"],
    ["steps.all.durationMs", 200, "every step takes 200 ms"],
    ["parameters.container.targetUtilization.sync", 0.65, "containers 65% busy"],
    ["peakToMean", 3, "peak 3× the average"],
    ["growthPerMonth", 0.05, "growth 5% a month"],
    ["ratePerSecond", 300, "300 images a second"],
    ["ratePerSecond", 0.05, "3 images a minute"],
    ["handoff.objectsPerUnit", 1, "1 S3 object for one image"],
    ["handoff.objectsPerUnit", 2, "2 S3 objects for one image"],
    ["handoff.retentionHours", 24, "S3 objects kept 24 h"],
    ["orchestration.kind", "step-functions-express", "steps connected by Step Functions Express"],
    ["purchase.freeTier", true, "free tier counted: yes"],
    ['assumptions["container.cpuFloorMs"]', 1, "at least 1 ms of CPU for each call in a container"],
    ['appliedQuotas["lambda.concurrency"]', 5000, "your quota for Lambda, running at once 5,000"],
    ["parameters.future.unknownThing", 2, "future unknown thing 2"],
  ])("%s at %j as a sentence", (path, value, text) => {
    expect(spansText(pathLabel(path, complete).sentence(value))).toBe(text);
  });

  test("with one step there is no need to name it", () => {
    const single = { ...complete, steps: complete.steps.slice(0, 1) };
    expect(spansText(pathLabel("steps.0.cpuBoundFraction", single).sentence(0.6))).toBe("60% of step time is CPU");
  });

  test.each([
    ["steps.1.cpuBoundFraction", 0.5, 1, "50–100%"],
    ["peakToMean", 1.5, 5, "1.5–5×"],
    ["handoff.objectKb", 100, 500, "100–500 KB"],
    ["handoff.objectKb", 100, 2048, "100 KB–2 MB"],
    ["parameters.verdict.premium.fargate", 0, 400, "$0–400"],
    ["parameters.lambda.initMs", 100, 2000, "100 ms–2 s"],
  ])("the range of %s from %d to %d writes its unit once where it can", (path, low, high, text) => {
    expect(pathLabel(path, complete).range(low, high)).toBe(text);
  });

  test("conditions read as what would have to be true", () => {
    expect(pathLabel("ratePerSecond", complete).condition("below", 6)).toBe("there are fewer than 6 images a second");
    expect(pathLabel("parameters.container.targetUtilization.sync", complete).condition("below", 0.4)).toBe(
      "containers are under 40% busy",
    );
    expect(pathLabel("parameters.verdict.premium.fargate", complete).condition("above", 3000)).toBe(
      "running containers costs over $3.0k a month in people's time",
    );
  });

  test("names people typed are taken literally, also when they look like marks", () => {
    const steps = complete.steps.map((step) => ({ ...step, name: "{one}*$&[a|b]" }));
    const text = spansText(pathLabel("steps.1.durationMs", { ...complete, steps }).sentence(200));
    expect(text).toBe("{one}*$&[a|b] takes 200 ms");
  });

  test("what running more is worth is a preference, not a measurement", () => {
    expect(isPreference("parameters.verdict.premium.ec2")).toBe(true);
    expect(isPreference("peakToMean")).toBe(false);
  });
});

describe("questions", () => {
  test("are asked outright where they can be", () => {
    expect(questionText({ path: "parameters.container.targetUtilization.sync" }, complete)).toBe(
      "How busy do your containers run?",
    );
    expect(questionText({ path: "ratePerSecond" }, complete)).toBe("How many images a second are there?");
    expect(questionText({ path: "parameters.lambda.recycleHours" }, complete)).toBe(
      "Can you say how often a busy Lambda environment is replaced?",
    );
  });

  test("say why they are asked", () => {
    const ask = (reason: "missing" | "decides" | "widest") =>
      questionWhy({ path: "steps.1.cpuBoundFraction", reason }, exampleAssessment);
    expect(ask("missing")).toBe("Without it there is no answer.");
    expect(ask("decides")).toBe("Another answer would change the verdict. It explains 50% of the spread.");
    expect(ask("widest")).toBe("It widens the range most. It explains 50% of the spread.");
  });
});
