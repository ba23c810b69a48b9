import { z } from "zod";
import { originSchema, workloadInputSchema } from "#src/model/workload.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { ModelReading } from "#src/reviews/model-reading.ts";
import { readInvocation } from "./stored.ts";

/** What waits in the inbox: something a person did, or a step of ours that follows from it. */
export type StoredEvent =
  | { task: "invocation"; invocation: Invocation }
  /** A language model is to be asked about words; waits on the side, so that the channel goes on. */
  | ({ task: "ask-model"; invocation: Invocation } & AskedWords)
  /** Its answer has come. */
  | ({ task: "reading"; invocation: Invocation; reading: ModelReading; askInstead: string } & AskedWords);

interface AskedWords {
  text: string;
  review: { id: string; revision: number } | null;
}

const askedSchema = {
  invocation: z.unknown(),
  text: z.string(),
  review: z.object({ id: z.string(), revision: z.number() }).nullable(),
};

const describedSchema = z.object({
  kind: z.literal("workload"),
  workload: workloadInputSchema,
  origins: z.record(z.string(), originSchema),
  notes: z.array(z.string()),
  outOfScope: z.string().optional(),
  isOpen: z.boolean(),
});

const taskSchema = z.discriminatedUnion("task", [
  z.object({ task: z.literal("ask-model"), ...askedSchema }),
  z.object({
    task: z.literal("reading"),
    ...askedSchema,
    reading: z.object({ described: describedSchema.nullable(), answered: z.boolean(), note: z.string() }),
    askInstead: z.string(),
  }),
]);

/** An event as it is stored, checked. One without a task is an invocation as it came in. */
export function readEvent(stored: unknown): StoredEvent {
  const isTask = typeof stored === "object" && stored !== null && "task" in stored;
  if (!isTask) return { task: "invocation", invocation: readInvocation(stored) };
  const event = taskSchema.parse(stored);
  const invocation = readInvocation(event.invocation);
  if (event.task === "ask-model") return { ...event, invocation };
  const { described, ...reading } = event.reading;
  return { ...event, invocation, reading: { ...reading, described: described === null ? null : exact(described) } };
}

function exact({ outOfScope, ...rest }: z.infer<typeof describedSchema>): NonNullable<ModelReading["described"]> {
  return { ...rest, ...(outOfScope === undefined ? {} : { outOfScope }) };
}
