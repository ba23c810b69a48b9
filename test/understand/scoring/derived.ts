import { z } from "zod";

const shape = z.object({
  ratePerSecond: z.number().optional(),
  peakToMean: z.number(),
  activeHoursPerMonth: z.number(),
  steps: z.array(z.object({ invocationsPerUnit: z.number(), durationMs: z.number(), memoryMb: z.number() })),
});

/** A combination of values that must hold whatever shape the workload was given. */
export function derivedValue(name: string, workload: unknown): number | undefined {
  const parsed = shape.safeParse(workload);
  if (!parsed.success || parsed.data.ratePerSecond === undefined) return undefined;
  const { ratePerSecond, peakToMean, activeHoursPerMonth, steps } = parsed.data;
  const sum = (of: (step: (typeof steps)[number]) => number) => steps.reduce((total, step) => total + of(step), 0);
  const units = ratePerSecond * 3600 * activeHoursPerMonth;
  const calls = sum((step) => step.invocationsPerUnit);
  switch (name) {
    case "peakRate":
      return ratePerSecond * peakToMean;
    case "unitsPerMonth":
      return units;
    case "invocationsPerUnit":
      return calls;
    case "invocationsPerSecond":
      return ratePerSecond * calls;
    case "invocationsPerMonth":
      return units * calls;
    case "busyMsPerUnit":
      return sum((step) => step.invocationsPerUnit * step.durationMs);
    case "gbSecondsPerMonth":
      return units * sum((step) => (step.invocationsPerUnit * step.durationMs * step.memoryMb) / 1000 / 1024);
    default:
      return undefined;
  }
}
