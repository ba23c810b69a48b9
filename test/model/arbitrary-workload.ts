import fc from "fast-check";
import {
  commitments,
  cpuArchitectures,
  entryKinds,
  orchestrationKinds,
  type WorkloadInput,
} from "#src/model/workload.ts";

/** Workloads of every shape the contract allows, within what people plausibly run. */
export const arbitraryWorkload: fc.Arbitrary<WorkloadInput> = fc.record({
  region: fc.constantFrom("us-east-1", "eu-central-1", "sa-east-1"),
  ratePerSecond: fc.double({ min: 1e-4, max: 5e4, noNaN: true }),
  peakToMean: fc.double({ min: 1, max: 50, noNaN: true }),
  rampMinutes: fc.double({ min: 0, max: 600, noNaN: true }),
  activeHoursPerMonth: fc.double({ min: 1, max: 730, noNaN: true }),
  environments: fc.integer({ min: 1, max: 5 }),
  steps: fc.array(
    fc.record({
      name: fc.constantFrom("resize image", "api", "charge card", "parse log", "work"),
      invocationsPerUnit: fc.constantFrom(0.01, 0.1, 1, 1, 3),
      durationMs: fc.double({ min: 1, max: 1_200_000, noNaN: true }),
      memoryMb: fc.integer({ min: 128, max: 12_000 }),
      cpuBoundFraction: fc.double({ min: 0, max: 1, noNaN: true }),
      maxCores: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  orchestration: fc.record({
    kind: fc.constantFrom(...orchestrationKinds),
    transitionsPerUnit: fc.integer({ min: 0, max: 40 }),
    durable: fc.boolean(),
  }),
  handoff: fc.record({
    store: fc.constantFrom("none" as const, "s3" as const),
    objectsPerUnit: fc.integer({ min: 0, max: 8 }),
    readsPerObject: fc.integer({ min: 0, max: 4 }),
    objectKb: fc.integer({ min: 1, max: 5000 }),
    retentionHours: fc.integer({ min: 1, max: 200 }),
  }),
  entry: fc.record({
    kind: fc.constantFrom(...entryKinds),
    requestKb: fc.integer({ min: 1, max: 300 }),
    responseKb: fc.integer({ min: 1, max: 300 }),
  }),
  purchase: fc.record({
    lambdaArchitecture: fc.constantFrom(...cpuArchitectures),
    commitment: fc.constantFrom(...commitments),
    discountPercent: fc.integer({ min: 0, max: 50 }),
    freeTier: fc.boolean(),
  }),
});
