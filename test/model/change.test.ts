import { describe, expect, it } from "vitest";
import { applyChanges, type Change } from "#src/model/change.ts";
import type { Origins, WorkloadInput } from "#src/model/workload.ts";

const pipeline: WorkloadInput = {
  region: "eu-central-1",
  ratePerSecond: 20,
  peakToMean: 5,
  steps: [
    { name: "validate", invocationsPerUnit: 1, durationMs: 100, memoryMb: 256, cpuBoundFraction: 0.5 },
    { name: "charge", invocationsPerUnit: 1, durationMs: 900, memoryMb: 512, cpuBoundFraction: 0.1 },
    { name: "ship", invocationsPerUnit: 1, durationMs: 300, memoryMb: 256, cpuBoundFraction: 0.4 },
  ],
  orchestration: { kind: "step-functions-standard", transitionsPerUnit: 8 },
  handoff: { store: "s3", objectsPerUnit: 2, readsPerObject: 1, objectKb: 100, retentionHours: 24 },
  latency: { percentile: 99, targetMs: 3000 },
  appliedQuotas: {},
};
const origins: Origins = {
  ratePerSecond: { origin: "stated", evidence: "20 orders a second" },
  peakToMean: { origin: "assumed", low: 2, high: 6 },
  "steps.0.memoryMb": { origin: "stated" },
  "steps.1.cpuBoundFraction": { origin: "assumed", low: 0.01, high: 0.2 },
  "steps.2.memoryMb": { origin: "assumed", low: 128, high: 1769 },
  "orchestration.transitionsPerUnit": { origin: "stated" },
  "handoff.objectsPerUnit": { origin: "assumed" },
};
const said = { origin: "stated", evidence: "what they wrote" } as const;
const apply = (...changes: Change[]) => applyChanges(pipeline, origins, changes, said);
const set = (path: string, value: Extract<Change, { op: "set" }>["value"]): Change => ({ op: "set", path, value });
const scale = (path: string, value: number): Change => ({ op: "scale", path, value });

describe("applyChanges", () => {
  it("scales and sets, and leaves the rest and the original alone", () => {
    const { workload } = apply(scale("ratePerSecond", 2), set("region", "eu-west-1"));
    expect(workload).toEqual({ ...pipeline, ratePerSecond: 40, region: "eu-west-1" });
    expect(pipeline.ratePerSecond).toBe(20);
  });

  it("marks a change as stated with its words, and a correction with who made it", () => {
    expect(apply(scale("ratePerSecond", 2)).origins["ratePerSecond"]).toEqual(said);
    const source = { origin: "corrected", by: "ada", evidence: "no, Dublin" } as const;
    const corrected = applyChanges(pipeline, origins, [set("region", "eu-west-1")], source);
    expect(corrected.origins["region"]).toEqual(source);
  });

  it("keeps a multiplied guess a guess, with its range multiplied and inside the field's own range", () => {
    // 5 x 0.3 = 1.5; 2 x 0.3 = 0.6 is below 1, the least a peak can be, so the low bound falls back to 1.5; 6 x 0.3 = 1.8
    const origin = apply(scale("peakToMean", 0.3)).origins["peakToMean"];
    expect(origin?.origin).toBe("assumed");
    expect(origin?.low).toBeCloseTo(1.5, 9);
    expect(origin?.high).toBeCloseTo(1.8, 9);
  });

  it("adds a step one past the end; how busy it is stays a guess within the range of the others", () => {
    const step = { name: "mail", invocationsPerUnit: 1, durationMs: 50, memoryMb: 128, cpuBoundFraction: 0.3 };
    const { workload, origins: after } = apply(set("steps.3", step));
    expect(workload.steps).toHaveLength(4);
    expect(after["steps.3.durationMs"]).toEqual(said);
    // fractions 0.5, 0.1 (0.01 to 0.2), 0.4
    expect(after["steps.3.cpuBoundFraction"]).toEqual({ origin: "assumed", low: 0.01, high: 0.5 });
  });

  it("removes a step and moves the origins of those after it up", () => {
    const { workload, origins: after } = apply(set("steps.1", null));
    expect(workload.steps?.map((step) => step.name)).toEqual(["validate", "ship"]);
    expect(after["steps.1.memoryMb"]).toEqual(origins["steps.2.memoryMb"]);
    expect(after["steps.1.cpuBoundFraction"]).toBeUndefined();
    expect(after["steps.2.memoryMb"]).toBeUndefined();
  });

  it("keeps a stated count of transitions when a step goes, and drops assumed ones and assumed objects", () => {
    expect(apply(set("steps.1", null)).workload.orchestration?.transitionsPerUnit).toBe(8);
    const guessed: Origins = { ...origins, "orchestration.transitionsPerUnit": { origin: "assumed" } };
    const after = applyChanges(pipeline, guessed, [set("steps.1", null)], said);
    expect(after.workload.orchestration).toEqual({ kind: "step-functions-standard" });
    expect(after.origins["orchestration.transitionsPerUnit"]).toBeUndefined();
    expect(after.workload.handoff?.objectsPerUnit).toBeUndefined();
  });

  it("has no transitions without states, and no objects without a store", () => {
    const { workload, origins: after } = apply(set("orchestration.kind", "none"), set("handoff.store", "none"));
    expect(workload.orchestration).toEqual({ kind: "none", transitionsPerUnit: 0 });
    expect(workload.handoff).toEqual({
      store: "none",
      objectsPerUnit: 0,
      readsPerObject: 0,
      objectKb: 0,
      retentionHours: 0,
    });
    expect(after["handoff.objectKb"]).toEqual({ origin: "inferred" });
  });

  it("leaves transitions open when states come in, unless they are said", () => {
    const plain: WorkloadInput = { ...pipeline, orchestration: { kind: "none", transitionsPerUnit: 0 } };
    const express = set("orchestration.kind", "step-functions-express");
    const open = applyChanges(plain, {}, [express], said);
    expect(open.workload.orchestration).toEqual({ kind: "step-functions-express" });
    const told = applyChanges(plain, {}, [express, set("orchestration.transitionsPerUnit", 6)], said);
    expect(told.workload.orchestration?.transitionsPerUnit).toBe(6);
  });

  it("lets executions and payload be assumed anew once something joins the steps, or they would be free", () => {
    const plain: WorkloadInput = {
      ...pipeline,
      orchestration: { kind: "none", transitionsPerUnit: 0, executionsPerUnit: 0, payloadKb: 0 },
    };
    const express = set("orchestration.kind", "step-functions-express");
    expect(applyChanges(plain, {}, [express], said).workload.orchestration).toEqual({ kind: "step-functions-express" });
    const told = applyChanges(plain, {}, [express, set("orchestration.executionsPerUnit", 0.1)], said);
    expect(told.workload.orchestration?.executionsPerUnit).toBe(0.1);
  });

  it("keeps transitions from Standard to Express", () => {
    const { workload } = apply(set("orchestration.kind", "step-functions-express"));
    expect(workload.orchestration?.transitionsPerUnit).toBe(8);
  });

  it("drops a latency target and its origins, and takes a part of one", () => {
    const none = applyChanges(pipeline, { "latency.targetMs": said }, [set("latency", null)], said);
    expect(none.workload.latency).toBeNull();
    expect(Object.keys(none.origins)).toEqual(["latency"]);
    const part = applyChanges({ latency: null }, { latency: said }, [set("latency.targetMs", 80)], said);
    expect(part.workload.latency).toEqual({ targetMs: 80 });
    expect(part.origins["latency"]).toBeUndefined();
  });

  it("sets an applied quota under its quoted id", () => {
    const { workload, origins: after } = apply(set('appliedQuotas["lambda.concurrency"]', 10_000));
    expect(workload.appliedQuotas).toEqual({ "lambda.concurrency": 10_000 });
    expect(after['appliedQuotas["lambda.concurrency"]']).toEqual(said);
  });

  it.each([
    [scale("peakToMean", 0.1), "bad-input"],
    [set("ratePerSecond", -5), "bad-input"],
    [set("ratePerSecond", "many"), "bad-input"],
    [set("orchestration.kind", "airflow"), "bad-input"],
    [scale("steps.1.cpuBoundFraction", 50), "bad-input"],
    [scale("region", 2), "bad-input"],
    [scale("egressGbPerMonth", 2), "bad-input"],
    [set("steps.9", {}), "unknown-field"],
    [set("colour", "red"), "unknown-field"],
    [set("steps.0.colour", "red"), "unknown-field"],
    [set("__proto__.polluted", 1), "unknown-field"],
  ] as const)("refuses %j, names the path and changes nothing", (change, code) => {
    expect(() => apply(change)).toThrow(expect.objectContaining({ name: "UserError", code, path: change.path }));
  });

  it("refuses to remove the last step", () => {
    const single: WorkloadInput = { steps: [{ name: "only" }] };
    expect(() => applyChanges(single, {}, [set("steps.0", null)], said)).toThrow("without a step");
    expect(() => applyChanges(single, {}, [set("steps", [])], said)).toThrow("without a step");
  });

  it("doubling twice equals times four, origins included", () => {
    const twice = apply(scale("ratePerSecond", 2), scale("ratePerSecond", 2));
    expect(twice).toEqual(apply(scale("ratePerSecond", 4)));
  });
});
