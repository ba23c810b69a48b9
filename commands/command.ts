import type { z } from "zod";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import type { Verb } from "#src/reply/verbs.ts";

/** One option of a verb: drives Slack text, Discord's typed options, forms and the help. */
export interface OptionSpec {
  name: string;
  /** At most 100 characters (Discord). */
  description: string;
  required: boolean;
  /** `rest`: takes the remaining words of a text line. */
  takes: "word" | "rest" | "review-id" | "number" | "choice";
  choices?: readonly { label: string; value: string }[];
}

/** Groups of the help, in its order. */
export const helpGroups = ["Ask", "Look closer", "Decide", "Keep watch"] as const;
export type HelpGroup = (typeof helpGroups)[number];

/**
 * What a command asks to be shown. Platforms carry it out; commands never touch one.
 * `card` posts an ordinary message and opens its thread; `edit-card` changes it in place.
 */
export type Delivery =
  | { to: "channel"; reply: Reply }
  | { to: "card"; reviewId: string; reply: Reply; opener: Reply | null }
  | { to: "edit-card"; reviewId: string; reply: Reply }
  /** A card whose review is gone, by the reference it was posted under. */
  | { to: "edit-message"; message: { channel: string; message: string; thread?: string }; reply: Reply }
  | { to: "thread"; reviewId: string | null; reply: Reply }
  | { to: "asker"; reply: Reply };

/** What can be told about a verb without running it: Discord's options, the help, the forms. */
export interface CommandInfo {
  verb: Verb;
  group: HelpGroup;
  /** Starts with a verb, at most 100 characters. */
  summary: string;
  /** Lines a person can type, without the leading `/rethink`. */
  examples: readonly string[];
  /** Friendly words that mean this verb. */
  synonyms: readonly string[];
  options: readonly OptionSpec[];
  /** The form to open when the line is empty; null: none. */
  form: ((invocation: Invocation) => Form | null) | null;
}

/** A verb: parse options -> use case -> Reply. One file each, listed in the registry. */
export interface Command<Options, Context> extends CommandInfo {
  /** Checks named options; what fails becomes a clear sentence. */
  schema: z.ZodType<Options>;
  /**
   * Reads a text line's words (the verb and the review's id already taken off) into named options; null when they do
   * not fit, so that the line means something else. Null: the words go to the options in their order.
   */
  readWords: ((words: string) => Readonly<Record<string, string>> | null) | null;
  run(options: Options, invocation: Invocation, context: Context): Promise<readonly Delivery[]>;
}
