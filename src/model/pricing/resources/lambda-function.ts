import { z } from "zod";
import { amount, hours, size } from "#src/model/pricing/amounts.ts";
import {
  LAMBDA_BILLED_MS,
  LAMBDA_INCLUDED_STORAGE_MB,
  MB_PER_GB,
  MS_PER_SECOND,
  PROVISIONED_BILLED_HOURS,
  roundUpTo,
  SECONDS_PER_HOUR,
} from "#src/model/pricing/billing-rules.ts";
import { type Usage, usageIfAny, usageOf } from "#src/model/pricing/usage.ts";
import { architectureOf, fault, needed, type ResourceContext, someAmount, withinQuota } from "./context.ts";

export const lambdaFunctionSchema = z.strictObject({
  type: z.literal("lambda-function"),
  architecture: z.enum(["x86_64", "arm64"]).optional(),
  requests: amount.optional(),
  /** Mean duration of a call. */
  durationMs: amount.optional(),
  memoryMb: size.optional(),
  /** In place of requests x durationMs x memoryMb. */
  gbSeconds: amount.optional(),
  ephemeralStorageMb: size.default(LAMBDA_INCLUDED_STORAGE_MB),
  provisionedConcurrency: amount.optional(),
  /** Hours the concurrency is held. */
  provisionedHours: hours.optional(),
  provisionedRequests: amount.optional(),
  provisionedDurationMs: amount.optional(),
});
type LambdaFunction = z.infer<typeof lambdaFunctionSchema>;

/** How far gbSeconds may lie from duration x memory before the two are called contradictory. */
const SAME_GB_SECONDS = 0.001;

/** Requests, GB-seconds, /tmp above the included part, and provisioned concurrency with its calls. */
export function lambdaFunctionUsage(lambda: LambdaFunction, context: ResourceContext): Usage[] {
  const { requests, gbSeconds: stated, provisionedConcurrency, provisionedRequests } = lambda;
  someAmount({ requests, gbSeconds: stated, provisionedConcurrency, provisionedRequests }, context);
  checkLimits(lambda, context);
  const architecture = architectureOf(lambda.architecture, context);
  const seconds = onDemandSeconds(lambda, context);
  return [
    ...(lambda.requests === undefined ? [] : [usageOf(`lambda/requests-${architecture}`, lambda.requests)]),
    ...usageIfAny(`lambda/duration-${architecture}`, gbSeconds(lambda, context)),
    ...usageIfAny(`lambda/ephemeral-storage-${architecture}`, storageGb(lambda) * seconds),
    ...provisionedUsage(lambda, architecture, context),
  ];
}

function gbSeconds(lambda: LambdaFunction, context: ResourceContext): number {
  const { requests = 0, durationMs, memoryMb } = lambda;
  const derived =
    durationMs === undefined || memoryMb === undefined
      ? undefined
      : (requests * roundUpTo(LAMBDA_BILLED_MS, durationMs) * memoryMb) / MS_PER_SECOND / MB_PER_GB;
  if (lambda.gbSeconds === undefined) {
    if (requests === 0) return 0;
    needed(durationMs, "durationMs", "requests are billed by their duration (or give gbSeconds)", context);
    needed(memoryMb, "memoryMb", "duration is billed by the GB (or give gbSeconds)", context);
    return derived ?? 0;
  }
  if (
    derived !== undefined &&
    Math.abs(derived - lambda.gbSeconds) > SAME_GB_SECONDS * Math.max(derived, lambda.gbSeconds)
  ) {
    throw fault(
      context,
      "gbSeconds",
      `is ${lambda.gbSeconds}, but requests x durationMs x memoryMb is ${derived}.`,
      "Give one of the two.",
    );
  }
  return lambda.gbSeconds;
}

/** Billed seconds of all on-demand calls: what /tmp is charged for. Zero where /tmp costs nothing. */
function onDemandSeconds(lambda: LambdaFunction, context: ResourceContext): number {
  if (storageGb(lambda) === 0) return 0;
  const { requests = 0, durationMs } = lambda;
  if (durationMs !== undefined) return (requests * roundUpTo(LAMBDA_BILLED_MS, durationMs)) / MS_PER_SECOND;
  if (requests === 0 && lambda.gbSeconds === undefined) return 0;
  const memoryMb = needed(lambda.memoryMb, "memoryMb", "storage is billed for the time a call runs", context);
  return ((lambda.gbSeconds ?? 0) * MB_PER_GB) / memoryMb;
}

function storageGb(lambda: LambdaFunction): number {
  return Math.max(0, lambda.ephemeralStorageMb - LAMBDA_INCLUDED_STORAGE_MB) / MB_PER_GB;
}

/** AWS gives no free allowance to functions with provisioned concurrency. */
function provisionedUsage(lambda: LambdaFunction, architecture: "x86" | "arm", context: ResourceContext): Usage[] {
  const { provisionedConcurrency = 0, provisionedRequests = 0 } = lambda;
  if (provisionedConcurrency === 0 && provisionedRequests === 0) return [];
  const memoryGb =
    needed(lambda.memoryMb, "memoryMb", "provisioned concurrency is billed by the GB", context) / MB_PER_GB;
  const busySeconds = provisionedBusySeconds(lambda, context);
  const usage = [
    ...usageIfAny(`lambda/requests-${architecture}`, provisionedRequests),
    ...usageIfAny(`lambda/provisioned-concurrency-${architecture}`, memoryGb * heldSeconds(lambda, context)),
    ...usageIfAny(`lambda/provisioned-duration-${architecture}`, memoryGb * busySeconds),
    ...usageIfAny(`lambda/ephemeral-storage-${architecture}`, storageGb(lambda) * busySeconds),
  ];
  return usage.map((item) => ({ ...item, freeTier: false }));
}

function heldSeconds(
  { provisionedConcurrency = 0, provisionedHours }: LambdaFunction,
  context: ResourceContext,
): number {
  if (provisionedConcurrency === 0) return 0;
  const held = needed(
    provisionedHours,
    "provisionedHours",
    "provisioned concurrency is billed by the time it is held",
    context,
  );
  return provisionedConcurrency * roundUpTo(PROVISIONED_BILLED_HOURS, held) * SECONDS_PER_HOUR;
}

function provisionedBusySeconds(lambda: LambdaFunction, context: ResourceContext): number {
  const { provisionedRequests = 0, provisionedDurationMs } = lambda;
  if (provisionedRequests === 0) return 0;
  const durationMs = needed(
    provisionedDurationMs,
    "provisionedDurationMs",
    "calls are billed by their duration",
    context,
  );
  return (provisionedRequests * roundUpTo(LAMBDA_BILLED_MS, durationMs)) / MS_PER_SECOND;
}

function checkLimits(lambda: LambdaFunction, context: ResourceContext): void {
  if (lambda.memoryMb !== undefined) {
    withinQuota(lambda.memoryMb, "memoryMb", { least: "lambda.memory.min", most: "lambda.memory.max" }, context);
  }
  withinQuota(lambda.ephemeralStorageMb, "ephemeralStorageMb", { most: "lambda.tmp.max" }, context);
  const timeoutMs =
    (context.catalog.quotas.get("lambda.timeout")?.get("default")?.value ?? Number.POSITIVE_INFINITY) * MS_PER_SECOND;
  for (const field of ["durationMs", "provisionedDurationMs"] as const) {
    const durationMs = lambda[field] ?? 0;
    if (durationMs > timeoutMs)
      throw fault(context, field, `is ${durationMs}, longer than Lambda runs.`, `Give ${timeoutMs} or less.`);
  }
}
