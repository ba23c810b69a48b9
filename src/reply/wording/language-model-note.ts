import { assertNever } from "#src/errors.ts";

/** What a language model did for a reading. The same shape as the reader's note. */
export type LanguageModelWords =
  | { code: "model-read"; paths: readonly string[] }
  | { code: "model-nothing" }
  | { code: "model-failed"; failure: ModelFailureCode };

type ModelFailureCode =
  | "timed-out"
  | "unreachable"
  | "rate-limited"
  | "server-error"
  | "rejected"
  | "refused"
  | "cut-short"
  | "malformed";

/** One sentence for the card: who read the words. A failure says that nothing was lost but the second reader. */
export function languageModelWords(note: LanguageModelWords): string {
  switch (note.code) {
    case "model-read":
      return "A language model read a part of these words; every number it took stands in them.";
    case "model-nothing":
      return "A language model was asked too and found nothing more in these words.";
    case "model-failed":
      return `The language model ${failureWords(note.failure)}, so these words were read without it.`;
    default:
      return assertNever(note);
  }
}

function failureWords(failure: ModelFailureCode): string {
  switch (failure) {
    case "timed-out":
      return "did not answer in time";
    case "unreachable":
      return "could not be reached";
    case "rate-limited":
      return "has too many requests";
    case "server-error":
      return "failed";
    case "rejected":
      return "did not accept the request (check its key and model name)";
    case "refused":
      return "declined to answer";
    case "cut-short":
      return "broke off its answer";
    case "malformed":
      return "gave no usable answer";
    default:
      return assertNever(failure);
  }
}
