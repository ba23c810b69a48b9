import { z } from "zod";
import { amount } from "#src/model/pricing/amounts.ts";
import { type Usage, usageOf } from "#src/model/pricing/usage.ts";
import { type ResourceContext, someAmount } from "./context.ts";

export const s3StandardSchema = z.strictObject({
  type: z.literal("s3-standard"),
  storageGb: amount.optional(),
  putRequests: amount.optional(),
  getRequests: amount.optional(),
});

export function s3StandardUsage(bucket: z.infer<typeof s3StandardSchema>, context: ResourceContext): Usage[] {
  const { storageGb, putRequests, getRequests } = bucket;
  someAmount({ storageGb, putRequests, getRequests }, context);
  return given([
    ["s3/standard-storage", storageGb],
    ["s3/standard-put-copy-post-list", putRequests],
    ["s3/standard-get-other", getRequests],
  ]);
}

export const dynamodbOnDemandSchema = z.strictObject({
  type: z.literal("dynamodb-on-demand"),
  writeRequestUnits: amount.optional(),
  readRequestUnits: amount.optional(),
  storageGb: amount.optional(),
});

export function dynamodbOnDemandUsage(
  table: z.infer<typeof dynamodbOnDemandSchema>,
  context: ResourceContext,
): Usage[] {
  const { writeRequestUnits, readRequestUnits, storageGb } = table;
  someAmount({ writeRequestUnits, readRequestUnits, storageGb }, context);
  return given([
    ["dynamodb/on-demand-write", writeRequestUnits],
    ["dynamodb/on-demand-read", readRequestUnits],
    ["dynamodb/storage", storageGb],
  ]);
}

export const cloudwatchLogsSchema = z.strictObject({
  type: z.literal("cloudwatch-logs"),
  ingestedGb: amount.optional(),
  storedGb: amount.optional(),
  /** Logs of Lambda functions fall under the volume tiers of vended logs. */
  lambda: z.boolean().default(false),
});

export function cloudwatchLogsUsage(logs: z.infer<typeof cloudwatchLogsSchema>, context: ResourceContext): Usage[] {
  const { ingestedGb, storedGb } = logs;
  someAmount({ ingestedGb, storedGb }, context);
  const ingest = logs.lambda ? "logs-lambda-vended-ingest-standard" : "logs-custom-ingest-standard";
  return given([
    [`cloudwatch/${ingest}`, ingestedGb],
    ["cloudwatch/logs-storage", storedGb],
  ]);
}

/** The amounts that were given, as usage. */
export function given(amounts: readonly (readonly [id: string, amount: number | undefined])[]): Usage[] {
  return amounts.flatMap(([id, quantity]) => (quantity === undefined ? [] : [usageOf(id, quantity)]));
}
