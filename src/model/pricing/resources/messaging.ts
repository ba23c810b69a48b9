import { z } from "zod";
import { amount } from "#src/model/pricing/amounts.ts";
import {
  HTTP_API_CHUNK_KB,
  MESSAGE_CHUNK_KB,
  startedChunks,
  WEBSOCKET_CHUNK_KB,
} from "#src/model/pricing/billing-rules.ts";
import { type Usage, usageOf } from "#src/model/pricing/usage.ts";
import { fault, type ResourceContext } from "./context.ts";
import { given } from "./storage.ts";

const messageKb = amount.default(MESSAGE_CHUNK_KB);

export const sqsSchema = z.strictObject({
  type: z.literal("sqs"),
  fifo: z.boolean().default(false),
  /** API calls: sends, receives and deletes. */
  requests: amount,
  requestKb: messageKb,
});

export function sqsUsage(queue: z.infer<typeof sqsSchema>): Usage[] {
  const id = queue.fifo ? "sqs/fifo-requests" : "sqs/standard-requests";
  return [usageOf(id, queue.requests * startedChunks(MESSAGE_CHUNK_KB, queue.requestKb))];
}

export const snsSchema = z.strictObject({ type: z.literal("sns"), publishes: amount, requestKb: messageKb });

export function snsUsage(topic: z.infer<typeof snsSchema>): Usage[] {
  return [usageOf("sns/publish-requests", topic.publishes * startedChunks(MESSAGE_CHUNK_KB, topic.requestKb))];
}

export const eventbridgeSchema = z.strictObject({
  type: z.literal("eventbridge"),
  customEvents: amount,
  eventKb: messageKb,
});

export function eventbridgeUsage(bus: z.infer<typeof eventbridgeSchema>): Usage[] {
  return [usageOf("eventbridge/custom-events", bus.customEvents * startedChunks(MESSAGE_CHUNK_KB, bus.eventKb))];
}

export const apiGatewaySchema = z.strictObject({
  type: z.literal("api-gateway"),
  kind: z.enum(["rest", "http", "websocket"]),
  /** Calls, or messages of a websocket API. */
  requests: amount,
  requestKb: amount.optional(),
  connectionMinutes: amount.optional(),
});

/** REST APIs bill the call whatever its size; the others bill started chunks. */
export function apiGatewayUsage(api: z.infer<typeof apiGatewaySchema>, context: ResourceContext): Usage[] {
  if (api.kind !== "websocket" && (api.connectionMinutes ?? 0) > 0) {
    throw fault(context, "connectionMinutes", `does not apply to a ${api.kind} API.`, "Leave it out.");
  }
  const requestKb = api.requestKb ?? 0;
  switch (api.kind) {
    case "rest":
      return [usageOf("api-gateway/rest-requests", api.requests)];
    case "http":
      return [usageOf("api-gateway/http-requests", api.requests * startedChunks(HTTP_API_CHUNK_KB, requestKb))];
    case "websocket":
      return given([
        ["api-gateway/websocket-messages", api.requests * startedChunks(WEBSOCKET_CHUNK_KB, requestKb)],
        ["api-gateway/websocket-connection-minutes", api.connectionMinutes],
      ]);
  }
}
