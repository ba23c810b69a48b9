import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord.js";
import { z } from "zod";
import type { CommandInfo } from "#commands/command.ts";
import type { DiscordConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { type CommandChanges, commandChanges, registeredSchema } from "./command-changes.ts";
import { commandDefinitions } from "./commands.ts";
import { code, hasCode, statusOf } from "./discord-errors.ts";
import { createRests, type RestOptions, restOptions } from "./rests.ts";

export interface RegisterRequest {
  config: Pick<DiscordConfig, "token" | "apiUrl">;
  commands: readonly CommandInfo[];
  /** The server to register in, at once there; null: all servers. */
  guildId: string | null;
  /** Only say what would be sent. */
  isDryRun: boolean;
  makeRequest?: RestOptions["makeRequest"];
}

export interface Registration {
  applicationId: string;
  changes: CommandChanges;
}

/**
 * Makes the registered commands the wanted ones; only what differs is sent.
 *
 * @throws UserError `config` when Discord does not take the token, or the bot is not in that server
 */
export async function registerCommands(request: RegisterRequest): Promise<Registration> {
  const { config, guildId, isDryRun } = request;
  const { patient: rest } = createRests(config.token, restOptions(config, request.makeRequest));
  try {
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const all = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
    const one = (command: string) =>
      guildId === null ? Routes.applicationCommand(id, command) : Routes.applicationGuildCommand(id, guildId, command);
    const wanted: RESTPostAPIApplicationCommandsJSONBody[] = commandDefinitions(
      request.commands,
      guildId === null ? "everywhere" : "one-server",
    );
    const changes = commandChanges(wanted, registeredSchema.parse(await rest.get(all)));
    if (isDryRun) return { applicationId: id, changes };
    for (const command of changes.create) await rest.post(all, { body: command });
    for (const { id: known, command } of changes.update) await rest.patch(one(known), { body: command });
    for (const { id: gone } of changes.remove) await rest.delete(one(gone));
    return { applicationId: id, changes };
  } catch (cause) {
    throw meaningOf(cause, guildId);
  }
}

function meaningOf(cause: unknown, guildId: string | null): unknown {
  if (statusOf(cause) === 401) {
    return new UserError(
      {
        code: "config",
        message: "Discord does not accept DISCORD_TOKEN.",
        nextStep: "Reset the token on the Bot page of your application, and copy the new one.",
      },
      { cause },
    );
  }
  if (guildId === null || !hasCode(cause, code.missingAccess, code.unknownGuild)) return cause;
  return new UserError(
    {
      code: "config",
      message: `The bot is not in the server ${guildId}.`,
      nextStep: 'Add it with the address that "rethink discord register" prints, then send this again.',
    },
    { cause },
  );
}
