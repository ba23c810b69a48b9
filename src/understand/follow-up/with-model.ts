import type { LanguageModel } from "#src/llm/port.ts";
import type { Change } from "#src/model/change.ts";
import { applyChanges } from "#src/model/change.ts";
import { getPath, parsePath } from "#src/model/paths.ts";
import type { Workload } from "#src/model/workload.ts";
import { redact } from "#src/redact.ts";
import type { LanguageModelNote } from "#src/understand/language-model-note.ts";
import { cleanText } from "#src/understand/lex/clean-text.ts";
import type { Lexed } from "#src/understand/lex/lexeme.ts";
import { leafOf, pathOf } from "#src/understand/model-answer/answer-leaf.ts";
import {
  type AnswerChange,
  type FollowUpAnswer,
  followUpAnswerSchema,
} from "#src/understand/model-answer/answer-schema.ts";
import { measureOf } from "#src/understand/model-answer/figure-value.ts";
import { findQuote, type Quoted, quotableText } from "#src/understand/model-answer/quoted.ts";
import { isCorrection } from "./corrections.ts";
import type { FollowUp } from "./follow-up.ts";
import { dropEdits, mergeEdits } from "./step-edits.ts";

export interface ModelFollowUp {
  followUp: FollowUp;
  usedModel: boolean;
  /** Null where the model was not asked. */
  note: LanguageModelNote | null;
}

/** A sentence that asks for more than this is no follow-up. */
const mostChanges = 12;

/** True where the parser did not understand, or understood only a part. Chatter and questions are settled. */
export function followUpOpen(read: FollowUp): boolean {
  if (read.kind === "intent") return read.intent === "unknown";
  return read.notes.some((note) => note.code === "unread" || note.code === "which-step");
}

/**
 * Asks a language model about a sentence the parser left open. Edits the parser made stand; the model's are added where
 * their words and numbers are in the sentence and the workload takes them.
 */
export async function readFollowUpWithModel(
  text: string,
  workload: Workload,
  read: FollowUp,
  model: LanguageModel,
): Promise<ModelFollowUp> {
  if (!followUpOpen(read)) return { followUp: read, usedModel: false, note: null };
  const safe = redact(cleanText(text).text).text;
  const answer = await model.ask({
    prompt: "read-follow-up",
    schema: followUpAnswerSchema,
    text: safe,
    context: { workload: { ...workload, steps: workload.steps.map((step, position) => ({ position, ...step })) } },
  });
  if (!answer.ok) return { followUp: read, usedModel: false, note: { code: "model-failed", failure: answer.failure } };
  const followUp = followUpOf(answer.value, read, quotableText(safe), workload);
  if (followUp === null) return { followUp: read, usedModel: false, note: { code: "model-nothing" } };
  return { followUp, usedModel: true, note: { code: "model-read", paths: pathsOf(followUp) } };
}

function pathsOf(followUp: FollowUp): readonly string[] {
  return followUp.kind === "changes" ? followUp.changes.map((change) => change.path) : [];
}

function followUpOf(answer: FollowUpAnswer, read: FollowUp, lexed: Lexed, workload: Workload): FollowUp | null {
  switch (answer.kind) {
    case "changes":
      return changesOf(answer, read, lexed, workload);
    case "question":
      return read.kind === "intent" && answer.intent !== null ? { kind: "intent", intent: answer.intent } : null;
    case "chatter":
      return read.kind === "intent" ? { kind: "intent", intent: "none" } : null;
    case "undo":
    case "unclear":
      // To take something back on a guess is worse than to ask.
      return null;
  }
}

function changesOf(answer: FollowUpAnswer, read: FollowUp, lexed: Lexed, workload: Workload): FollowUp | null {
  const own = read.kind === "changes" ? read.changes : [];
  const taken = new Set(own.map((change) => change.path));
  const added = answer.changes.slice(0, mostChanges).flatMap((change) => {
    const quoted = findQuote(lexed, change.words);
    return quoted === null ? [] : editsOf(change, quoted, workload);
  });
  const fresh = added.filter((change) => !taken.has(change.path) && fits(change, workload));
  if (fresh.length === 0) return null;
  const thenIntent = read.kind === "changes" ? read.thenIntent : (answer.intent ?? undefined);
  return {
    kind: "changes",
    changes: [...own, ...fresh],
    notes:
      read.kind === "changes" ? read.notes.filter((note) => note.code !== "unread" && note.code !== "which-step") : [],
    corrected: isCorrection(lexed.text.toLowerCase()),
    ...(thenIntent === undefined ? {} : { thenIntent }),
  };
}

function editsOf(change: AnswerChange, quoted: Quoted, workload: Workload): readonly Change[] {
  switch (change.how) {
    case "remove-step":
      return change.step === null || !namesStep(quoted, workload, change.step)
        ? []
        : (dropEdits(String(change.step), workload)?.changes ?? []);
    case "merge-steps":
      return mergeEdits("*", workload)?.changes ?? [];
    case "set":
      return setEdits(change, quoted, workload);
    case "multiply":
    case "increase":
    case "decrease":
      return scaleEdits(change, quoted, workload);
  }
}

/** A step goes only when its name is in the quote. */
function namesStep(quoted: Quoted, workload: Workload, position: number): boolean {
  const name = workload.steps[position]?.name.toLowerCase() ?? "";
  return name !== "" && quoted.words.toLowerCase().includes(name);
}

function stepsOf(change: AnswerChange, workload: Workload): readonly number[] {
  return change.step === null ? workload.steps.map((_, position) => position) : [change.step];
}

function setEdits(change: AnswerChange, quoted: Quoted, workload: Workload): readonly Change[] {
  const edits = stepsOf(change, workload).flatMap((step): readonly Change[] => {
    const leaf = leafOf(change, quoted, step);
    if (leaf === null) return [];
    const value = leaf.peakRate && typeof leaf.value === "number" ? leaf.value / workload.ratePerSecond : leaf.value;
    return [{ op: "set", path: leaf.path, value }];
  });
  return edits.filter((edit, at) => edits.findIndex((other) => other.path === edit.path) === at);
}

/** "By a third more": the amount is a multiple or a share of what there is. */
function scaleEdits(change: AnswerChange, quoted: Quoted, workload: Workload): readonly Change[] {
  const factor = factorOf(change, quoted);
  if (factor === null) return [];
  const edits = stepsOf(change, workload).flatMap((step): readonly Change[] => {
    const path = pathOf(change.field, step);
    return path === null ? [] : [{ op: "scale", path, value: factor }];
  });
  return edits.filter((edit, at) => edits.findIndex((other) => other.path === edit.path) === at);
}

function factorOf(change: AnswerChange, quoted: Quoted): number | null {
  const measure = measureOf(change, quoted);
  if (measure === null || (measure.measures !== "number" && measure.measures !== "share")) return null;
  if (change.how === "multiply") return measure.value;
  const share = measure.measures === "share" ? measure.value : measure.value / 100;
  const factor = change.how === "increase" ? 1 + share : 1 - share;
  return factor > 0 ? factor : null;
}

/** An edit the workload refuses is not offered: a field that is not there, a value out of range. */
function fits(change: Change, workload: Workload): boolean {
  if (change.op === "scale" && typeof getPath(workload, parsePath(change.path) ?? []) !== "number") return false;
  try {
    applyChanges(workload, {}, [change], { origin: "stated" });
    return true;
  } catch {
    return false;
  }
}
