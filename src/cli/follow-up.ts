import { z } from "zod";
import { loadCatalog } from "#src/catalog/load.ts";
import { requiredModel } from "#src/llm/configured-model.ts";
import { assume } from "#src/model/assume.ts";
import { completeAnew } from "#src/model/assumed-anew.ts";
import { applyChanges, type Change, type ChangeSource } from "#src/model/change.ts";
import { type Origins, originSchema, type Workload, workloadInputSchema } from "#src/model/workload.ts";
import { redact } from "#src/redact.ts";
import { followUpNoteWords } from "#src/reply/wording/follow-up-notes.ts";
import { languageModelWords } from "#src/reply/wording/language-model-note.ts";
import type { FollowUp, FollowUpNote, Intent, QuestionIntent } from "#src/understand/follow-up/follow-up.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { readFollowUpWithModel } from "#src/understand/follow-up/with-model.ts";
import { jsonCommand } from "./machine-command.ts";
import { parseInput } from "./parse-input.ts";

const requestSchema = z.strictObject({
  workload: workloadInputSchema,
  text: z.string(),
  origins: z.record(z.string(), originSchema).optional(),
});

/** What `follow-up` prints: the changed workload, or what is asked. */
export type FollowUpAnswer =
  | {
      changes: readonly Change[];
      workload: Workload;
      origins: Origins;
      notes: readonly string[];
      thenIntent?: QuestionIntent;
    }
  | { intent: Intent; argument?: string };

/** `follow-up`: a sentence about a workload in; the workload with exactly that change out, or the intent. */
export const followUpCommand = jsonCommand<FollowUpAnswer>({
  name: "follow-up",
  summary: "Read a sentence about a workload as a change or a question",
  flags: { llm: { type: "boolean" } },
  answer: async (input, { flags }) => {
    const { workload, text, origins } = parseInput(requestSchema, input);
    const catalog = loadCatalog();
    const before = assume(workload, origins ?? {}, catalog);
    const { read, note } = await readWords(text, before.workload, flags["llm"] === true);
    if (read.kind === "intent") return intentAnswer(read);
    const changed = applyChanges(before.workload, before.origins, read.changes, sourceOf(read.corrected, text));
    const after = completeAnew(before, changed, catalog);
    const { changes, thenIntent } = read;
    const notes = [...read.notes.map(noteText), ...(note === null ? [] : [languageModelWords(note)])];
    return { changes, ...after, notes, ...(thenIntent === undefined ? {} : { thenIntent }) };
  },
});

/** The parser first; with `--llm` the configured model is asked for what it left open. */
async function readWords(text: string, workload: Workload, withModel: boolean) {
  const parsed = readFollowUp(text, workload);
  if (!withModel) return { read: parsed, note: null };
  const { followUp, note } = await readFollowUpWithModel(text, workload, parsed, requiredModel());
  return { read: followUp, note };
}

function intentAnswer({ intent, argument }: Extract<FollowUp, { kind: "intent" }>): FollowUpAnswer {
  return { intent, ...(argument === undefined ? {} : { argument }) };
}

function sourceOf(corrected: boolean, text: string): ChangeSource {
  return { origin: corrected ? "corrected" : "stated", evidence: redact(text).text };
}

/** A chat answer shows the rescaled durations themselves; a program is told that it got the plain change. */
function noteText(note: FollowUpNote): string {
  if (note.code !== "duration-follows-memory") return followUpNoteWords(note);
  return "Only memory changed here. A review rescales the duration with the CPU that memory buys.";
}
