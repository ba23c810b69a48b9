import type { z } from "zod";
import { UserError } from "#src/errors.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { midSentence } from "#src/reply/sentence-case.ts";
import type { Command, CommandInfo, Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";

/** A command with its options' types closed over: what the registry lists and dispatch runs. */
export interface RegisteredCommand extends CommandInfo {
  readWords: Command<never, CommandContext>["readWords"];
  /** @throws UserError `bad-input` when the named options do not fit */
  run(invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]>;
}

export function defineCommand<Options>(command: Command<Options, CommandContext>): RegisteredCommand {
  const { schema, run, ...info } = command;
  return {
    ...info,
    run: async (invocation, context) => run(readOptions(schema, invocation, info), invocation, context),
  };
}

function readOptions<Options>(schema: z.ZodType<Options>, invocation: Invocation, info: CommandInfo): Options {
  const given = Object.fromEntries(Object.entries(invocation.args).filter(([, value]) => value.trim() !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? "");
  const option = info.options.find((one) => one.name === name);
  const missing = option !== undefined && given[name] === undefined;
  throw new UserError({
    code: "bad-input",
    path: name,
    message: missing
      ? `"${info.verb}" needs one thing more: ${midSentence(option.description)}.`
      : `That ${name === "" ? "option" : name} does not fit "${info.verb}": ${issue?.message ?? "it can't be read"}.`,
    nextStep: `For example "${info.examples[0] ?? info.verb}".`,
  });
}
