import type { ModelFailure } from "#src/llm/port.ts";

/** What the model path did, for the card to say. */
export type LanguageModelNote =
  /** The model filled or changed these leaves. */
  | { code: "model-read"; paths: readonly string[] }
  /** It answered, but nothing in its answer stood in the text. */
  | { code: "model-nothing" }
  /** It gave no answer: the parser's reading stands. */
  | { code: "model-failed"; failure: ModelFailure };
