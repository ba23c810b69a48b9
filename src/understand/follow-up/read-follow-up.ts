import type { Change } from "#src/model/change.ts";
import type { Workload } from "#src/model/workload.ts";
import { redact } from "#src/redact.ts";
import { cleanText } from "#src/understand/lex/clean-text.ts";
import { type Action, actionsOf } from "./actions.ts";
import { annotate } from "./annotate.ts";
import { type Assembled, assemble } from "./assemble.ts";
import type { Carry } from "./bind.ts";
import { type Clause, clausesOf, sentencesOf } from "./clauses.ts";
import { isCorrection } from "./corrections.ts";
import { accepts } from "./evidence.ts";
import type { FollowUp, FollowUpNote, QuestionIntent } from "./follow-up.ts";
import { lineOf } from "./lines.ts";
import { questionIntent } from "./questions.ts";
import { isAboutAnother } from "./subject.ts";
import { isPause, isTalk } from "./talk.ts";
import { isUndo } from "./undo.ts";
import { unreadIntent } from "./unread.ts";
import { stepUnit } from "./values.ts";

/** Longer than anyone's argument with a review: a pasted text is not a follow-up. */
const longestText = 1_000;
const mostWords = 200;

/**
 * Reads a sentence of a thread against the workload under discussion: edits, a question, or neither. Never guesses:
 * a figure changes something only where the words around it give it a meaning in a workload.
 *
 * @param workload complete, as the thread's review has it now
 */
export function readFollowUp(text: string, workload: Workload): FollowUp {
  if (text.length > longestText) return { kind: "intent", intent: "none" };
  const safe = redact(cleanText(text).text).text;
  const words = annotate(safe, { ...workload, steps: [] }).trim();
  if (words === "" || words.split(" ").length > mostWords || isPause(safe)) return { kind: "intent", intent: "none" };
  const line = lineOf(safe, workload);
  // "Weekend!" names days, but says nothing of the workload.
  if (/^#days=\S+(?: [.!?])*$/.test(words)) return { kind: "intent", intent: "none" };
  if (isUndo(words, /[#%*+][a-z\d]*[=\d]/.test(line))) return { kind: "intent", intent: "undo" };
  const { actions, leftOpen } = acceptedActions(clausesOf(line), words, workload);
  if (actions.length > 0) {
    const assembled = assemble(actions, workload);
    if (assembled.changes.length > 0) return changesOf(assembled, leftOpen, safe, words);
    if (assembled.unclear > 0) return { kind: "intent", intent: "unknown" };
  }
  return intentOf(words, line);
}

/** Actions of the clauses that are about the workload, and how many figures of the others were left. */
function acceptedActions(
  clauses: readonly Clause[],
  words: string,
  workload: Workload,
): { actions: readonly Action[]; leftOpen: number } {
  const sentences = sentencesOf(words);
  const actions: Action[] = [];
  let leftOpen = 0;
  let carry: Carry = { steps: null, field: null, unserved: null, unit: null };
  let sentence = -1;
  let another: "labelled" | "mentioned" | null = null;
  for (const clause of clauses) {
    if (clause.sentence !== sentence) {
      sentence = clause.sentence;
      another = null;
      const together = clauses.filter((other) => other.sentence === sentence);
      carry = { ...carry, steps: null, unserved: null, unit: stepUnit(together) };
    }
    const read = actionsOf(clause, carry);
    carry = read.carry;
    const whole = sentences[sentence] ?? "";
    if (isAboutAnother(clause, workload)) another = clause.labels ? "labelled" : "mentioned";
    else if (clause.supposes || (read.named && another === "mentioned")) another = null;
    const accepted = another === null && accepts(clause, read, whole, workload) && !isTalk(whole);
    if (accepted) actions.push(...read.actions);
    leftOpen += read.unbound + (accepted ? 0 : read.actions.length);
  }
  return { actions, leftOpen };
}

function changesOf(
  { changes, notes, unclear, stepless }: Assembled,
  leftOpen: number,
  text: string,
  words: string,
): FollowUp {
  const question = thenIntentOf(words);
  const open: readonly FollowUpNote[] = [
    ...(stepless > 0 ? [{ code: "which-step", text } as const] : []),
    ...(leftOpen + unclear > stepless ? [{ code: "unread", text } as const] : []),
  ];
  return {
    kind: "changes",
    changes,
    notes: [...notes, ...memoryNote(changes), ...open],
    corrected: isCorrection(words),
    ...(question === null ? {} : { thenIntent: question }),
  };
}

/** Memory without a duration: a review stretches the duration with the CPU. */
function memoryNote(changes: readonly Change[]): readonly FollowUpNote[] {
  const paths = new Set(changes.map((change) => change.path));
  const memoryOnly = [...paths].some(
    (path) => path.endsWith(".memoryMb") && !paths.has(path.replace("memoryMb", "durationMs")),
  );
  return memoryOnly ? [{ code: "duration-follows-memory" }] : [];
}

const asksFor = /^(?:(?:please|also|just) )*(?:show|explain|tell|give|compare|break|list|walk)\b/;

/** A question in the same breath as a change: "double it, and what breaks first then?" */
function thenIntentOf(words: string): QuestionIntent | null {
  const asked = clausesOf(words).filter((clause) => clause.asks || asksFor.test(clause.text));
  return asked.map((clause) => questionIntent(clause.text)).find((intent) => intent !== null) ?? null;
}

/** What follows people's talk in a word or two ("AWS raised prices. Source?") is about that. */
function isTalkThroughout(words: string): boolean {
  const sentences = sentencesOf(words).filter((sentence) => sentence !== "");
  const others = sentences.filter((sentence) => !isTalk(sentence));
  return (
    sentences.length > 1 && others.length < sentences.length && others.every((other) => other.split(" ").length <= 2)
  );
}

function intentOf(words: string, line: string): FollowUp {
  if (isUndo(words, false)) return { kind: "intent", intent: "undo" };
  if (isTalkThroughout(words)) return { kind: "intent", intent: "none" };
  return { kind: "intent", intent: questionIntent(words) ?? unreadIntent(words, line) };
}
