import type { Catalog } from "#src/model/catalog.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import type { FormAnswers } from "#src/reviews/form-answers.ts";
import type { ChannelKey } from "#src/reviews/review.ts";
import type { CommandInfo } from "./command.ts";

/** Words, redacted, in which the parser left something open. */
export type LaterReading = LaterDescription | LaterChange;

export interface LaterDescription {
  about: "description";
  text: string;
  /** What was chosen in the form beside the words. */
  answers: FormAnswers;
  /** The review that was begun with them; null: they were not enough for one. */
  review: { id: string; revision: number } | null;
}

/** Words said to the bot about a review, of which the parser could read nothing. */
export interface LaterChange {
  about: "change";
  text: string;
  review: { id: string; revision: number };
}

/** What a command works with, one per invocation. */
export interface CommandContext {
  reviews: ReviewContext;
  /** Every command, for the help. */
  commands: readonly CommandInfo[];
  /** True when the words were said in a thread: answers go where they can be read by all. */
  spoken: boolean;
  /** How the bot is addressed in a thread: "@Rethink ", or "" where every message reaches it. */
  mention: string;
  /** Hands words to a language model, to be read after this command's own answer; null: none is configured. */
  readLater: ((request: LaterReading) => void) | null;
  /** What a language model has done with these words, in a sentence; absent: it was not asked. */
  modelNote?: string;
  /** The catalog of earlier dates: what changed since. */
  catalogOf(dates: { pricesAsOf: string; quotasAsOf: string }): Catalog;
  /** True when a digest of this channel would notice a revisit trigger. */
  digestWatches(key: ChannelKey): Promise<boolean>;
}
