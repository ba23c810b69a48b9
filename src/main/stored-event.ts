import { z } from "zod";
import type { LaterChange, LaterDescription, LaterReading } from "#commands/context.ts";
import { changeSchema } from "#src/model/change.ts";
import { originSchema, workloadInputSchema } from "#src/model/workload.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { ModelReading } from "#src/reviews/model-reading.ts";
import { type FollowUp, intents } from "#src/understand/follow-up/follow-up.ts";
import { readInvocation } from "./stored.ts";

/** What waits in the inbox: something a person did, or a step of ours that follows from it. */
export type StoredEvent = { task: "invocation"; invocation: Invocation } | AskModelEvent | ReadingEvent | SpokenEvent;

/** A language model is to be asked about words; waits on the side, so that the channel goes on. */
export interface AskModelEvent {
  task: "ask-model";
  invocation: Invocation;
  asked: LaterReading;
}

/** Its answer about a description. */
export interface ReadingEvent {
  task: "reading";
  invocation: Invocation;
  asked: LaterDescription;
  reading: ModelReading;
}

/** Its answer about words said to the bot; null: it read nothing in them. */
export interface SpokenEvent {
  task: "spoken";
  invocation: Invocation;
  asked: LaterChange;
  followUp: FollowUp | null;
  note: string;
}

const revision = z.object({ id: z.string(), revision: z.number() });

const description = z.object({
  about: z.literal("description"),
  text: z.string(),
  answers: z.object({
    orchestration: z.string().optional(),
    handoff: z.string().optional(),
    region: z.string().optional(),
  }),
  review: revision.nullable(),
});

const change = z.object({ about: z.literal("change"), text: z.string(), review: revision });

const describedSchema = z.object({
  kind: z.literal("workload"),
  workload: workloadInputSchema,
  origins: z.record(z.string(), originSchema),
  notes: z.array(z.string()),
  outOfScope: z.string().optional(),
  isOpen: z.boolean(),
});

const followUpShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("changes"),
    changes: z.array(changeSchema),
    notes: z.array(z.object({ code: z.string() })),
    corrected: z.boolean(),
    thenIntent: z.enum(intents).optional(),
  }),
  z.object({ kind: z.literal("intent"), intent: z.enum(intents), argument: z.string().optional() }),
]);
const followUp = z.custom<FollowUp>((value) => followUpShape.safeParse(value).success);

const invocation = z.unknown();
const taskSchema = z.discriminatedUnion("task", [
  z.object({
    task: z.literal("ask-model"),
    invocation,
    asked: z.discriminatedUnion("about", [description, change]),
  }),
  z.object({
    task: z.literal("reading"),
    invocation,
    asked: description,
    reading: z.object({ described: describedSchema.nullable(), answered: z.boolean(), note: z.string() }),
  }),
  z.object({ task: z.literal("spoken"), invocation, asked: change, followUp: followUp.nullable(), note: z.string() }),
]);

/** An event as it is stored, checked. One without a task is an invocation as it came in: no platform can set one. */
export function readEvent(stored: unknown): StoredEvent {
  const isTask = typeof stored === "object" && stored !== null && "task" in stored;
  if (!isTask) return { task: "invocation", invocation: readInvocation(stored) };
  const event = taskSchema.parse(stored);
  const invocation = readInvocation(event.invocation);
  if (event.task !== "reading") return { ...event, invocation };
  const { described, ...reading } = event.reading;
  return { ...event, invocation, reading: { ...reading, described: described === null ? null : exact(described) } };
}

function exact({ outOfScope, ...rest }: z.infer<typeof describedSchema>): NonNullable<ModelReading["described"]> {
  return { ...rest, ...(outOfScope === undefined ? {} : { outOfScope }) };
}
