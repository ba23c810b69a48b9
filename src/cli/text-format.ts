import { UserError } from "#src/errors.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import type { AnswerContext } from "./machine-command.ts";

/** The flag of commands that answer programs with JSON and people with text. */
export const formatFlag = { format: { type: "string" } } as const;

/**
 * The reply as text when a person reads: `--format text`, or a terminal without `--format json`. Null: JSON.
 *
 * @throws UserError when the format is neither
 */
export function textFor(reply: () => Reply, { flags, io }: AnswerContext): string | null {
  const format = flags["format"] ?? (io.terminal.interactive ? "text" : "json");
  if (format === "json") return null;
  if (format === "text") return `${renderPlainText(reply(), io.terminal)}\n`;
  throw new UserError({
    code: "bad-input",
    path: "--format",
    message: `--format is ${JSON.stringify(format)}.`,
    nextStep: "Use text or json.",
  });
}
