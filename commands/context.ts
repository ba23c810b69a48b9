import type { Catalog } from "#src/model/catalog.ts";
import type { LlmStatus } from "#src/reply/views/view-input.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import type { ChannelKey } from "#src/reviews/review.ts";
import type { CommandInfo } from "./command.ts";

/** What a command works with, one per invocation. */
export interface CommandContext {
  reviews: ReviewContext;
  /** Every command, for the help. */
  commands: readonly CommandInfo[];
  /** True when the words were said in a thread: answers go where they can be read by all. */
  spoken: boolean;
  /** How the bot is addressed in a thread: "@Rethink ", or "" where every message reaches it. */
  mention: string;
  llm: LlmStatus;
  /** The catalog of earlier dates: what changed since. */
  catalogOf(dates: { pricesAsOf: string; quotasAsOf: string }): Catalog;
  /** True when a digest of this channel would notice a revisit trigger. */
  digestWatches(key: ChannelKey): Promise<boolean>;
}
