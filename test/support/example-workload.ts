import type { Step, Workload } from "#src/model/workload.ts";

export const exampleStep = (name: string): Step => ({
  name,
  invocationsPerUnit: 1,
  durationMs: 200,
  memoryMb: 1024,
  cpuBoundFraction: 0.8,
  maxCores: 1,
  memoryPerInFlightMb: null,
});

export const exampleWorkload: Workload = {
  name: "image-resize",
  region: "us-east-1",
  unitOfWork: "image",
  ratePerSecond: 300,
  peakToMean: 3,
  rampMinutes: 120,
  activeHoursPerMonth: 730,
  growthPerMonth: 0.05,
  environments: 1,
  steps: [exampleStep("fetch"), exampleStep("resize"), exampleStep("store")],
  orchestration: {
    kind: "step-functions-standard",
    transitionsPerUnit: 7,
    executionsPerUnit: 1,
    payloadKb: 4,
    durable: false,
  },
  handoff: { store: "s3", objectsPerUnit: 2, readsPerObject: 1, objectKb: 200, retentionHours: 24 },
  entry: { kind: "none", requestKb: 2, responseKb: 4, connections: null },
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
