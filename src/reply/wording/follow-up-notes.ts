import { assertNever } from "#src/errors.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { duration } from "#src/reply/quantities.ts";

/** How words in a thread were read, where that could surprise. The same shape as the reader's notes. */
export type ReadNote =
  | { code: "duration-follows-memory" }
  | { code: "all-steps"; path: string }
  | { code: "http-api-taken" }
  | { code: "standard-taken" }
  | { code: "one-year-taken" }
  | { code: "which-step"; text: string }
  | { code: "transitions-kept"; transitionsPerUnit: number }
  | { code: "unread"; text: string };

/** One sentence for a note; empty where the figures say it themselves. */
export function followUpNoteWords(note: ReadNote): string {
  switch (note.code) {
    case "duration-follows-memory":
      // The re-run names each duration that moved.
      return "";
    case "all-steps":
      return "No step was named, so it was changed in all of them.";
    case "http-api-taken":
      return "API Gateway was taken as its HTTP API; say REST if it is that.";
    case "standard-taken":
      return "Step Functions was taken as Standard; say Express if it is that.";
    case "one-year-taken":
      return "The savings plan was taken as one of one year.";
    case "which-step":
      return `Which step "${oneLine(note.text, 60)}" is for was not clear, so it was left out.`;
    case "transitions-kept":
      return `The ${note.transitionsPerUnit} state transitions you gave were kept; say how many there are now.`;
    case "unread":
      return `Not understood: "${oneLine(note.text, 80)}".`;
    default:
      return assertNever(note);
  }
}

/** "resize takes 320 ms instead of 200 ms: its CPU follows its memory." */
export function rescaledWords(rescaled: { step: string; fromMs: number; toMs: number }): string {
  const { step, fromMs, toMs } = rescaled;
  const name = oneLine(step, 40) || "The step";
  return `${name} takes ${duration(toMs)} instead of ${duration(fromMs)}: its CPU follows its memory.`;
}

/** Said when a review was made with another catalog than the change. */
export function catalogMovedWords({ from, to }: { from: string; to: string }): string {
  return `Prices of ${factDate(to)} instead of ${factDate(from)}: part of the difference may be theirs.`;
}
