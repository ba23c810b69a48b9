import type { LaterChange, LaterDescription } from "#commands/context.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { languageModelWords } from "#src/reply/wording/language-model-note.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { withAnswers } from "#src/reviews/form-answers.ts";
import { describedBy } from "#src/reviews/parser.ts";
import { hasMeaning } from "#src/reviews/spoken.ts";
import { readReview } from "#src/reviews/stored-review.ts";
import { readFollowUpWithModel } from "#src/understand/follow-up/with-model.ts";
import { readDescription } from "#src/understand/read-description.ts";
import { readWithModel } from "#src/understand/with-llm.ts";
import type { ServiceParts } from "./parts.ts";
import type { AskModelEvent, ReadingEvent, SpokenEvent } from "./stored-event.ts";

/** Asks the model, in its own time, and gives back the event its answer becomes. Without a model: that of the parser. */
export async function askModel(event: AskModelEvent, parts: ServiceParts): Promise<ReadingEvent | SpokenEvent> {
  const { invocation, asked } = event;
  const { model } = parts;
  if (model === null) return unread(event, true, "");
  return asked.about === "description"
    ? readingOf(invocation, asked, model, parts)
    : spokenOf(invocation, asked, model, parts);
}

/** The event of a question that could not be put to the model. */
export function noAnswer(event: AskModelEvent): ReadingEvent | SpokenEvent {
  return unread(event, false, languageModelWords({ code: "model-failed", failure: "server-error" }));
}

function unread({ invocation, asked }: AskModelEvent, answered: boolean, note: string): ReadingEvent | SpokenEvent {
  return asked.about === "description"
    ? { task: "reading", invocation, asked, reading: { described: null, answered, note } }
    : { task: "spoken", invocation, asked, followUp: null, note };
}

async function readingOf(
  invocation: Invocation,
  asked: LaterDescription,
  model: LanguageModel,
  { catalog }: ServiceParts,
): Promise<ReadingEvent> {
  const { reading, note } = await readWithModel(asked.text, readDescription(asked.text), model);
  const described = withAnswers(describedBy(reading, catalog), asked.answers);
  return {
    task: "reading",
    invocation,
    asked,
    reading: {
      described: note?.code === "model-read" && described.kind === "workload" ? described : null,
      answered: note?.code !== "model-failed",
      note: note === null ? "" : languageModelWords(note),
    },
  };
}

async function spokenOf(
  invocation: Invocation,
  asked: LaterChange,
  model: LanguageModel,
  { store, catalog, understanding }: ServiceParts,
): Promise<SpokenEvent> {
  const { platform, tenant, channel } = invocation.where;
  const row = await store.reviews.byId({ platform, tenant, channel }, asked.review.id);
  const event = { task: "spoken", invocation, asked, followUp: null, note: "" } as const;
  if (row === null) return event;
  const { number, workload } = currentRevision(readReview(row, catalog));
  if (number !== asked.review.revision) return event;
  const alone = understanding.followUp(asked.text, workload);
  // Said to the bot, and nothing in it for the parser: then "nothing for Rethink" is no more than not understood.
  const read = hasMeaning(alone) ? alone : ({ kind: "intent", intent: "unknown" } as const);
  const { followUp, usedModel, note } = await readFollowUpWithModel(asked.text, workload, read, model);
  return { ...event, followUp: usedModel ? followUp : null, note: note === null ? "" : languageModelWords(note) };
}
