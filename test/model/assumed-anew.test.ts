import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assume } from "#src/model/assume.ts";
import { completeAnew } from "#src/model/assumed-anew.ts";
import { applyChanges, type Change } from "#src/model/change.ts";
import type { Origins, WorkloadInput } from "#src/model/workload.ts";

const catalog = loadCatalog();

function changed(input: WorkloadInput, origins: Origins, ...changes: Change[]) {
  const before = assume(input, origins, catalog);
  return completeAnew(before, applyChanges(before.workload, before.origins, changes, { origin: "stated" }), catalog);
}

const bare: WorkloadInput = {
  ratePerSecond: 50,
  steps: [
    { name: "resize image", durationMs: 200, memoryMb: 512 },
    { name: "store", durationMs: 50, memoryMb: 256 },
  ],
};
const api: WorkloadInput = { ratePerSecond: 5, entry: { kind: "api-gateway-http" }, steps: [{ durationMs: 100 }] };

describe("a change leads where a description of the changed workload leads", () => {
  const changes: readonly (readonly [string, Change["value"]])[] = [
    ["entry.kind", "api-gateway-http"],
    ["entry.kind", "sqs"],
    ["entry.kind", "schedule"],
    ["entry.kind", "websocket"],
    ["entry.responseKb", 40],
    ["orchestration.kind", "step-functions-standard"],
    ["orchestration.kind", "step-functions-express"],
    ["handoff.store", "s3"],
    ["ratePerSecond", 500],
    ["activeHoursPerMonth", 60],
    ["steps.0.name", "call payment provider"],
    ["container.instanceType", "m7g.large"],
  ];
  it.each(changes)("%s to %j", (path, value) => {
    for (const input of [bare, api]) {
      const change: Change = { op: "set", path, value };
      const described = applyChanges(input, {}, [change], { origin: "stated" });
      expect(changed(input, {}, change).workload).toEqual(assume(described.workload, {}, catalog).workload);
    }
  });
});

it("sends twice the bytes for twice the load", () => {
  // 5/s x 2,628,000 s x 4 KB = 50.13 GB (1,048,576 KB each); twice that is 100.25.
  expect(assume(api, {}, catalog).workload.egressGbPerMonth).toBeCloseTo(50.125, 2);
  const { workload } = changed(api, {}, { op: "scale", path: "ratePerSecond", value: 2 });
  expect(workload.egressGbPerMonth).toBeCloseTo(100.25, 2);
});

describe("what is not worked out from the rest stays", () => {
  it("a guess that the words gave", () => {
    const guess = { "steps.0.memoryMb": { origin: "assumed" as const, evidence: "256 or 1024", low: 256, high: 1024 } };
    const input = { ...api, steps: [{ durationMs: 100, memoryMb: 1024 }] };
    const { workload, origins } = changed(input, guess, { op: "scale", path: "ratePerSecond", value: 2 });
    expect(workload.steps[0]?.memoryMb).toBe(1024);
    expect(origins["steps.0.memoryMb"]).toEqual(guess["steps.0.memoryMb"]);
  });

  it("a multiple of a guess", () => {
    const peak: Change = { op: "scale", path: "peakToMean", value: 2 };
    const { workload } = changed(api, {}, peak, { op: "scale", path: "ratePerSecond", value: 2 });
    // People behind a screen: three times the mean, doubled.
    expect(workload.peakToMean).toBe(6);
  });

  it("a correction", () => {
    const before = assume(api, {}, catalog);
    const set: Change = { op: "set", path: "egressGbPerMonth", value: 7 };
    const corrected = applyChanges(before.workload, before.origins, [set], { origin: "corrected" });
    const once = completeAnew(before, corrected, catalog);
    const load: Change = { op: "scale", path: "ratePerSecond", value: 2 };
    const twice = completeAnew(once, applyChanges(once.workload, once.origins, [load], { origin: "stated" }), catalog);
    expect(twice.workload.egressGbPerMonth).toBe(7);
  });
});
