import type { Workload } from "#src/model/workload.ts";
import { type Action, actionsOf } from "./actions.ts";
import { annotate } from "./annotate.ts";
import { assemble } from "./assemble.ts";
import { type Carry, stepUnit } from "./bind.ts";
import { type Clause, clausesOf, sentencesOf } from "./clauses.ts";
import { isCorrection } from "./corrections.ts";
import { accepts } from "./evidence.ts";
import type { FollowUp, QuestionIntent } from "./follow-up.ts";
import { lineOf } from "./lines.ts";
import { isUndo, questionIntent, unreadIntent } from "./questions.ts";
import { isPause, isTalk } from "./talk.ts";

/** Longer than anyone's argument with a review: a pasted text is not a follow-up. */
const longestText = 2_000;

/**
 * Reads a sentence of a thread against the workload under discussion: edits, a question, or neither. Never guesses:
 * a figure changes something only where the words around it give it a meaning in a workload.
 *
 * @param workload complete, as the thread's review has it now
 */
export function readFollowUp(text: string, workload: Workload): FollowUp {
  if (text.length > longestText) return { kind: "intent", intent: "none" };
  const words = annotate(text, { ...workload, steps: [] }).trim();
  if (words === "" || isPause(text)) return { kind: "intent", intent: "none" };
  const line = lineOf(text, workload);
  if (isUndo(words) && !/[#%*+][a-z\d]*[=\d]/.test(line)) return { kind: "intent", intent: "undo" };
  const clauses = clausesOf(line);
  const actions = acceptedActions(clauses, words, workload);
  if (actions.length > 0) {
    const read = changesOf(actions, text, words, workload);
    if (read !== null) return read;
  }
  return intentOf(words, line);
}

function acceptedActions(clauses: readonly Clause[], words: string, workload: Workload): readonly Action[] {
  const sentences = sentencesOf(words);
  let carry: Carry = { steps: null, field: null, unit: null };
  let sentence = -1;
  return clauses.flatMap((clause) => {
    if (clause.sentence !== sentence) {
      sentence = clause.sentence;
      const together = clauses.filter((other) => other.sentence === sentence);
      carry = { ...carry, steps: null, unit: stepUnit(together) };
    }
    const read = actionsOf(clause, carry);
    carry = read.carry;
    const whole = sentences[sentence] ?? "";
    return accepts(clause, read, whole, workload) && !isTalk(whole) ? read.actions : [];
  });
}

function changesOf(
  actions: readonly Action[],
  text: string,
  words: string,
  workload: Workload,
): FollowUp | null {
  const { changes, notes, unclear } = assemble(actions, workload);
  if (changes.length === 0) return unclear > 0 ? { kind: "intent", intent: "unknown" } : null;
  const question = thenIntentOf(words);
  return {
    kind: "changes",
    changes,
    notes: unclear > 0 ? [...notes, { code: "unread", text: text.slice(0, 200) }] : notes,
    corrected: isCorrection(words),
    ...(question === null ? {} : { thenIntent: question }),
  };
}

const asksFor = /^(?:(?:please|also|just) )*(?:show|explain|tell|give|compare|break|list|walk)\b/;

/** A question in the same breath as a change: "double it, and what breaks first then?" */
function thenIntentOf(words: string): QuestionIntent | null {
  const asked = clausesOf(words).filter((clause) => clause.asks || asksFor.test(clause.text));
  return asked.map((clause) => questionIntent(clause.text)).find((intent) => intent !== null) ?? null;
}

function intentOf(words: string, line: string): FollowUp {
  if (isUndo(words)) return { kind: "intent", intent: "undo" };
  return { kind: "intent", intent: questionIntent(words) ?? unreadIntent(words, /[@$%#*!]\w/.test(line)) };
}
