import { describe, expect, it } from "vitest";
import type { Change } from "#src/model/change.ts";
import { rescaleDurationForMemory } from "#src/model/rescale-duration.ts";
import type { Step, Workload } from "#src/model/workload.ts";

const lambda = { memoryPerVcpuMb: 1769, maxVcpu: 6 };

function step(memoryMb: number, cpuBoundFraction: number, maxCores = 1): Step {
  return {
    name: "s",
    invocationsPerUnit: 1,
    durationMs: 200,
    memoryMb,
    cpuBoundFraction,
    maxCores,
    memoryPerInFlightMb: null,
  };
}

function workload(...steps: Step[]): Workload {
  return {
    name: "w",
    region: "us-east-1",
    unitOfWork: "request",
    ratePerSecond: 50,
    peakToMean: 1,
    rampMinutes: 120,
    activeHoursPerMonth: 730,
    growthPerMonth: 0,
    environments: 1,
    steps,
    orchestration: { kind: "none", transitionsPerUnit: 0, executionsPerUnit: 1, payloadKb: 4, durable: false },
    handoff: { store: "none", objectsPerUnit: 0, readsPerObject: 0, objectKb: 0, retentionHours: 0 },
    entry: { kind: "none", requestKb: 0, responseKb: 0, connections: null },
    egressGbPerMonth: 0,
    latency: null,
    appliedQuotas: {},
    purchase: { lambdaArchitecture: "x86_64", commitment: "none", discountPercent: 0, freeTier: false },
    container: {
      targetUtilization: null,
      minTasks: null,
      taskVcpu: null,
      taskMemoryMb: null,
      instanceType: null,
      instanceCount: null,
      unitsPerSecondPerVcpu: null,
      workReplication: 1,
    },
    assumptions: {},
  };
}

const halved = [{ op: "scale", path: "steps.0.memoryMb", value: 0.5 }] as const;

describe("rescaleDurationForMemory", () => {
  it("lengthens the CPU-bound part when memory is halved", () => {
    // cores 512/1769 and 256/1769: ratio 2. 200 x (0.8 x 2 + 0.2) = 200 x 1.8 = 360 ms
    const result = rescaleDurationForMemory(workload(step(512, 0.8)), workload(step(256, 0.8)), halved, lambda);
    expect(result.workload.steps[0]?.durationMs).toBeCloseTo(360, 9);
    expect(result.rescaled).toEqual([{ step: "s", path: "steps.0.durationMs", fromMs: 200, toMs: 360 }]);
  });

  it("changes nothing above one vCPU for a step with one thread", () => {
    // min(4096/1769, 1) = min(2048/1769, 1) = 1
    const result = rescaleDurationForMemory(workload(step(4096, 1)), workload(step(2048, 1)), halved, lambda);
    expect(result.rescaled).toEqual([]);
    expect(result.workload.steps[0]?.durationMs).toBe(200);
  });

  it("stops at the most cores a function can have", () => {
    // 6 threads: 20000/1769 = 11.3, capped at 6; 7076/1769 = 4. 200 x 6/4 = 300 ms
    const result = rescaleDurationForMemory(workload(step(20_000, 1, 16)), workload(step(7076, 1, 16)), halved, lambda);
    expect(result.workload.steps[0]?.durationMs).toBeCloseTo(300, 9);
  });

  it("keeps a duration that was said together with the memory", () => {
    const changes = [...halved, { op: "set", path: "steps.0.durationMs", value: 250 }] as const;
    const after = workload({ ...step(256, 0.8), durationMs: 250 });
    expect(rescaleDurationForMemory(workload(step(512, 0.8)), after, changes, lambda).rescaled).toEqual([]);
  });

  it("leaves replaced steps alone", () => {
    const changes: Change[] = [{ op: "set", path: "steps", value: [] }];
    const result = rescaleDurationForMemory(workload(step(512, 0.8)), workload(step(256, 0.8)), changes, lambda);
    expect(result.rescaled).toEqual([]);
  });
});
