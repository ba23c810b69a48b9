import { z } from "zod";
import type { Delivery } from "#commands/command.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { verbs } from "#src/reply/verbs.ts";

/** An invocation as it is stored. */
const invocationSchema = z.object({
  verb: z.enum(verbs).nullable(),
  args: z.record(z.string(), z.string()),
  review: z.string().optional(),
  actor: z.object({ id: z.string(), name: z.string(), manages: z.boolean().optional() }),
  where: z.object({
    platform: z.enum(["slack", "discord", "terminal"]),
    tenant: z.string(),
    channel: z.string(),
    thread: z.string().optional(),
  }),
  eventId: z.string(),
  addressed: z.boolean(),
  replyHandle: z.string().optional(),
});

/** Optional fields that are absent stay absent: `undefined` is not a value of an Invocation. */
export function readInvocation(stored: unknown): Invocation {
  const { review, replyHandle, actor, where, ...rest } = invocationSchema.parse(stored);
  const { manages, ...who } = actor;
  const { thread, ...place } = where;
  return {
    ...rest,
    actor: { ...who, ...(manages === undefined ? {} : { manages }) },
    where: { ...place, ...(thread === undefined ? {} : { thread }) },
    ...(review === undefined ? {} : { review }),
    ...(replyHandle === undefined ? {} : { replyHandle }),
  };
}

/** What is shown was made by our own views: its kind and blocks are checked, not every span. */
const reply = z.custom<Reply>(
  (value) => typeof value === "object" && value !== null && "kind" in value && "summary" in value && "blocks" in value,
);

const deliverySchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("channel"), reply }),
  z.object({ to: z.literal("card"), reviewId: z.string(), reply, opener: reply.nullable() }),
  z.object({ to: z.literal("edit-card"), reviewId: z.string(), reply }),
  z.object({
    to: z.literal("edit-message"),
    message: z.object({ channel: z.string(), message: z.string(), thread: z.string().optional() }),
    reply,
  }),
  z.object({ to: z.literal("thread"), reviewId: z.string().nullable(), reply }),
  z.object({ to: z.literal("asker"), reply }),
]);

/** A delivery as it waits in the outbox: what to show, and the event it answers, without the event's words. */
export interface StoredDelivery {
  delivery: Delivery;
  invocation: Invocation;
}

export function storeDelivery(delivery: Delivery, invocation: Invocation): StoredDelivery {
  return { delivery, invocation: { ...invocation, args: {} } };
}

export function readDelivery(stored: unknown): StoredDelivery {
  const { delivery, invocation } = z.object({ delivery: deliverySchema, invocation: z.unknown() }).parse(stored);
  return { delivery: exact(delivery), invocation: readInvocation(invocation) };
}

function exact(delivery: z.infer<typeof deliverySchema>): Delivery {
  if (delivery.to !== "edit-message") return delivery;
  const { thread, ...message } = delivery.message;
  return { ...delivery, message: { ...message, ...(thread === undefined ? {} : { thread }) } };
}
