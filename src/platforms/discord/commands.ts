import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { CommandInfo, OptionSpec } from "#commands/command.ts";
import { COMMAND_SUMMARY, REVIEW_THIS_MESSAGE } from "#src/reply/wording/platform-words.ts";
import { short } from "./buttons.ts";
import { discordLimits } from "./limits.ts";

export const COMMAND = "rethink";

/** docs: interactions/application-commands, types of commands and options. */
const commandType = { chatInput: 1, message: 3 } as const;
const optionType = { subcommand: 1, string: 3, number: 10 } as const;

/** Servers and direct messages with the bot; installed to servers. Discord keeps neither for one server's commands. */
const everywhere = { contexts: [0, 1], integration_types: [0] };

export type CommandScope = "everywhere" | "one-server";

/**
 * The commands of the application: `/rethink` with a subcommand for each verb and its typed options, and "Review this"
 * in the menu of a message.
 *
 * @throws Error when there are more verbs than Discord takes, which is ours to mend
 */
export function commandDefinitions(
  commands: readonly CommandInfo[],
  scope: CommandScope,
): RESTPostAPIApplicationCommandsJSONBody[] {
  if (commands.length > discordLimits.commandOptions) {
    throw new Error(`Discord takes ${discordLimits.commandOptions} subcommands; there are ${commands.length}`);
  }
  const places = scope === "everywhere" ? everywhere : {};
  return [
    {
      type: commandType.chatInput,
      name: COMMAND,
      description: COMMAND_SUMMARY,
      options: commands.map(subcommand),
      ...places,
    },
    { type: commandType.message, name: REVIEW_THIS_MESSAGE, ...places },
  ];
}

/** Discord wants required options first. */
function subcommand({ verb, summary, options }: CommandInfo): APIApplicationCommandSubcommandOption {
  const inOrder = options.toSorted((a, b) => Number(b.required) - Number(a.required));
  return {
    type: optionType.subcommand,
    name: verb,
    description: described(summary),
    options: inOrder.slice(0, discordLimits.commandOptions).map(option),
  };
}

function option(spec: OptionSpec): APIApplicationCommandBasicOption {
  const { name, description, required, takes, choices = [] } = spec;
  const common = { name, description: described(description), required };
  if (takes === "number") return { type: optionType.number, ...common };
  const offered = takes === "choice" && choices.length <= discordLimits.commandOptions ? choices : [];
  if (offered.length === 0) return { type: optionType.string, ...common };
  const named = offered.map(({ label, value }) => ({ name: short(label, discordLimits.optionText) || value, value }));
  return { type: optionType.string, ...common, choices: named };
}

function described(text: string): string {
  return short(text, discordLimits.commandDescription);
}
