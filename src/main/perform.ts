import type { Delivery } from "#commands/command.ts";
import type { CommandContext, LaterReading } from "#commands/context.ts";
import { dispatch } from "#commands/dispatch.ts";
import { readingArrived } from "#commands/reading-arrived.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { languageModelWords } from "#src/reply/wording/language-model-note.ts";
import type { Understanding } from "#src/reviews/context.ts";
import { describedBy } from "#src/reviews/parser.ts";
import type { ChannelId, Records } from "#src/storage/port.ts";
import { sideLane } from "#src/storage/side-lane.ts";
import { readDescription } from "#src/understand/read-description.ts";
import { readWithModel } from "#src/understand/with-llm.ts";
import { understandingOf } from "./follow-up-model.ts";
import type { ServiceParts } from "./parts.ts";
import type { StoredEvent } from "./stored-event.ts";

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
 * Prepares an event: what waits for somebody outside is done here, before the transaction that the result runs in.
 */
export async function perform(event: StoredEvent, parts: ServiceParts, contextFor: ContextFor): Promise<Act> {
  switch (event.task) {
    case "invocation":
      return invocationAct(event.invocation, parts, contextFor);
    case "ask-model":
      return askModelAct(event, parts);
    case "reading": {
      const { invocation, text, review, reading, askInstead } = event;
      const { id, name } = invocation.actor;
      const arrived = { key: keyOf(invocation), author: { id, name }, text, review, reading, askInstead };
      return async (records) => ({
        deliveries: await readingArrived(arrived, contextFor(records, invocation, parts.understanding, null)),
        events: [],
      });
    }
  }
}

async function invocationAct(invocation: Invocation, parts: ServiceParts, contextFor: ContextFor): Promise<Act> {
  const understanding = await understandingOf(invocation, parts);
  return async (records) => {
    const later: LaterReading[] = [];
    const readLater = parts.model === null ? null : (request: LaterReading): void => void later.push(request);
    const deliveries = await dispatch(invocation, contextFor(records, invocation, understanding, readLater));
    const key = sideLane(keyOf(invocation));
    return {
      deliveries,
      events: later.map((request) => ({
        key,
        eventId: `${invocation.eventId}:ask-model`,
        body: { task: "ask-model", invocation: { ...invocation, args: {} }, ...request },
      })),
    };
  };
}

type AskModel = Extract<StoredEvent, { task: "ask-model" }>;

/** Asks now, on the side; the answer goes to the channel as an event of its own. */
async function askModelAct({ invocation, text, review }: AskModel, { model, catalog }: ServiceParts): Promise<Act> {
  const read = readDescription(text);
  const { reading, note } = await ask(text, read, model);
  const described = describedBy(reading, catalog);
  const before = describedBy(read, catalog);
  return async () => ({
    deliveries: [],
    events: [
      {
        key: keyOf(invocation),
        eventId: `${invocation.eventId}:reading`,
        body: {
          task: "reading",
          invocation,
          text,
          review,
          reading: {
            described: note?.code === "model-read" && described.kind === "workload" ? described : null,
            answered: note?.code !== "model-failed",
            note: note === null ? "" : languageModelWords(note),
          },
          askInstead: before.kind === "ask" ? before.message : "",
        },
      },
    ],
  });
}

/** A model that was taken out of the configuration meanwhile has nothing to add. */
async function ask(text: string, reading: ReturnType<typeof readDescription>, model: LanguageModel | null) {
  return model === null ? { reading, note: null } : readWithModel(text, reading, model);
}

function keyOf({ where }: Invocation): ChannelId {
  return { platform: where.platform, tenant: where.tenant, channel: where.channel };
}
