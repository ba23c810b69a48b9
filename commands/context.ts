import type { Catalog } from "#src/model/catalog.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import type { ChannelKey } from "#src/reviews/review.ts";
import type { CommandInfo } from "./command.ts";

/** A description in which the parser left something open. */
export interface LaterReading {
  /** The words, redacted. */
  text: string;
  /** The review that was begun with them; null: they were not enough for one. */
  review: { id: string; revision: number } | null;
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
  /** The catalog of earlier dates: what changed since. */
  catalogOf(dates: { pricesAsOf: string; quotasAsOf: string }): Catalog;
  /** True when a digest of this channel would notice a revisit trigger. */
  digestWatches(key: ChannelKey): Promise<boolean>;
}
