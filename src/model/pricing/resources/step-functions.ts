import { z } from "zod";
import { amount, size } from "#src/model/pricing/amounts.ts";
import {
  EXPRESS_BILLED_MB,
  EXPRESS_BILLED_MS,
  MB_PER_GB,
  MS_PER_SECOND,
  roundUpTo,
} from "#src/model/pricing/billing-rules.ts";
import { type Usage, usageOf } from "#src/model/pricing/usage.ts";

export const stepFunctionsStandardSchema = z.strictObject({
  type: z.literal("step-functions-standard"),
  transitions: amount,
});

export function stepFunctionsStandardUsage(machine: z.infer<typeof stepFunctionsStandardSchema>): Usage[] {
  return [usageOf("step-functions/standard-transition", machine.transitions)];
}

export const stepFunctionsExpressSchema = z.strictObject({
  type: z.literal("step-functions-express"),
  requests: amount,
  /** Mean duration of an execution, rounded up to 100 ms. */
  durationMs: amount,
  /** Memory of an execution, rounded up to 64 MB. */
  memoryMb: size,
});

export function stepFunctionsExpressUsage(machine: z.infer<typeof stepFunctionsExpressSchema>): Usage[] {
  const seconds = roundUpTo(EXPRESS_BILLED_MS, machine.durationMs) / MS_PER_SECOND;
  const gb = roundUpTo(EXPRESS_BILLED_MB, machine.memoryMb) / MB_PER_GB;
  return [
    usageOf("step-functions/express-request", machine.requests),
    usageOf("step-functions/express-duration", machine.requests * seconds * gb),
  ];
}
