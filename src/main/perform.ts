import type { Delivery } from "#commands/command.ts";
import type { CommandContext, LaterReading } from "#commands/context.ts";
import { dispatch } from "#commands/dispatch.ts";
import { readingArrived } from "#commands/reading-arrived.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import type { Understanding } from "#src/reviews/context.ts";
import type { ChannelId, Records } from "#src/storage/port.ts";
import { sideLane } from "#src/storage/side-lane.ts";
import { askModel, noAnswer } from "./ask-model.ts";
import { withModelFollowUp } from "./follow-up-model.ts";
import type { ServiceParts } from "./parts.ts";
import type { AskModelEvent, ReadingEvent, SpokenEvent, StoredEvent } from "./stored-event.ts";

/** What an event leads to: replies, and events of our own that follow from it. */
export interface Outcome {
  deliveries: readonly Delivery[];
  events: readonly { key: ChannelId; eventId: string; body: StoredEvent }[];
}

/** The part of an event's work that is done inside the transaction. */
export type Act = (records: Records) => Promise<Outcome>;

export type ContextFor = (
  records: Records,
  invocation: Invocation,
  understanding: Understanding,
  readLater: CommandContext["readLater"],
) => CommandContext;

/**
 * Prepares an event: what waits for somebody outside is done here, before the transaction that the result runs in. A
 * language model is asked on the side, so that its channel goes on; a process that dies meanwhile leaves the question
 * in the inbox, and the next one asks it.
 */
export async function perform(event: StoredEvent, parts: ServiceParts, contextFor: ContextFor): Promise<Act> {
  switch (event.task) {
    case "invocation":
      return invocationAct(event.invocation, parts, contextFor);
    case "ask-model":
      return answerAct(event, await askModel(event, parts));
    case "reading":
      return readingAct(event, parts, contextFor);
    case "spoken":
      return spokenAct(event, parts, contextFor);
  }
}

/** An event that could not be done: the person is told; a model that could not be asked has given no answer. */
export function refusal(event: StoredEvent, reply: Reply): Act {
  if (event.task === "ask-model") return answerAct(event, noAnswer(event));
  return async () => ({ deliveries: [{ to: "asker", reply }], events: [] });
}

function invocationAct(invocation: Invocation, { model, understanding }: ServiceParts, contextFor: ContextFor): Act {
  return async (records) => {
    const later: LaterReading[] = [];
    const readLater = model === null ? null : (request: LaterReading): void => void later.push(request);
    const deliveries = await dispatch(invocation, contextFor(records, invocation, understanding, readLater));
    const key = sideLane(keyOf(invocation), invocation.eventId);
    const eventId = `${invocation.eventId}:ask-model`;
    return {
      deliveries,
      events: later.map((asked) => ({ key, eventId, body: askModelEvent(invocation, asked) })),
    };
  };
}

/** A description is asked about as it was completed; the words as they were said are needed only to be read again. */
function askModelEvent(invocation: Invocation, asked: LaterReading): AskModelEvent {
  const { args } = invocation;
  return { task: "ask-model", invocation: { ...invocation, args: asked.about === "change" ? args : {} }, asked };
}

/** The answer goes to the channel as an event of its own. */
function answerAct({ invocation }: AskModelEvent, body: ReadingEvent | SpokenEvent): Act {
  return async () => ({
    deliveries: [],
    events: [{ key: keyOf(invocation), eventId: `${invocation.eventId}:model`, body }],
  });
}

function readingAct({ invocation, asked, reading }: ReadingEvent, parts: ServiceParts, contextFor: ContextFor): Act {
  const { id, name } = invocation.actor;
  const alone = parts.understanding.describe(asked.text);
  const askInstead = alone.kind === "ask" ? alone.message : "";
  const arrived = { ...asked, key: keyOf(invocation), author: { id, name }, reading, askInstead };
  return async (records) => ({
    deliveries: await readingArrived(arrived, contextFor(records, invocation, parts.understanding, null)),
    events: [],
  });
}

/** The words once more, with what the model read in them. */
function spokenAct(event: SpokenEvent, parts: ServiceParts, contextFor: ContextFor): Act {
  const { invocation, note } = event;
  return async (records) => {
    const understanding = await withModelFollowUp(event, records, parts);
    const context = contextFor(records, invocation, understanding, null);
    return {
      deliveries: await dispatch(invocation, { ...context, ...(note === "" ? {} : { modelNote: note }) }),
      events: [],
    };
  };
}

function keyOf({ where }: Pick<Invocation, "where">): ChannelId {
  return { platform: where.platform, tenant: where.tenant, channel: where.channel };
}
