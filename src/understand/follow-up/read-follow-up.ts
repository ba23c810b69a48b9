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
import { isTalk } from "./talk.ts";

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
  const line = lineOf(text, workload);
  const words = annotate(text, workload).trim();
  if (words === "") return { kind: "intent", intent: "none" };
  const clauses = clausesOf(line);
  const actions = acceptedActions(clauses, words, workload);
  if (actions.length > 0) {
    const read = changesOf(actions, text, words, clauses, workload);
    if (read !== null) return read;
  }
  return intentOf(words, line.trim());
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
    return accepts(clause, read, workload) && !isTalk(sentences[sentence] ?? "") ? read.actions : [];
  });
}

function changesOf(
  actions: readonly Action[],
  text: string,
  words: string,
  clauses: readonly Clause[],
  workload: Workload,
): FollowUp | null {
  const { changes, notes, unclear } = assemble(actions, workload);
  if (changes.length === 0) return unclear > 0 ? { kind: "intent", intent: "unknown" } : null;
  const question = thenIntentOf(clauses);
  return {
    kind: "changes",
    changes,
    notes: unclear > 0 ? [...notes, { code: "unread", text: text.slice(0, 200) }] : notes,
    corrected: isCorrection(words),
    ...(question === null ? {} : { thenIntent: question }),
  };
}

function thenIntentOf(clauses: readonly Clause[]): QuestionIntent | null {
  const asked = clauses.find((clause) => clause.asks);
  return asked === undefined ? null : questionIntent(asked.text);
}

function intentOf(words: string, line: string): FollowUp {
  if (isUndo(words)) return { kind: "intent", intent: "undo" };
  const question = questionIntent(words) ?? questionIntent(line);
  return { kind: "intent", intent: question ?? unreadIntent(words) };
}
