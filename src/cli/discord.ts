import { registry } from "#commands/registry.ts";
import { readConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import type { Registration } from "#src/platforms/discord/register.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";

const usage = `rethink discord register               make /rethink known to every server the bot is in
rethink discord register --guild ID    to one server alone, at once there
rethink discord register --dry-run     only say what would change
`;

/** `rethink discord register`: sends what differs from the commands Discord knows, and says what it did. */
export const discordRegisterCommand: MachineCommand = {
  name: "discord register",
  summary: "Make the commands known to Discord, and print the address that adds the bot to a server",
  run: async (args, io) => {
    const { flags, file } = readArguments(args, { guild: { type: "string" }, "dry-run": { type: "boolean" } });
    if (flags["help"] === true) {
      await io.write(usage);
      return 0;
    }
    if (file !== undefined) {
      throw new UserError({ code: "bad-input", message: "This command takes no file.", nextStep: "Use --guild ID." });
    }
    const config = readConfig().discord;
    if (config === null) {
      throw new UserError({
        code: "config",
        message: "DISCORD_TOKEN is not set.",
        nextStep: "Copy it from the Bot page of your application at discord.com/developers/applications.",
      });
    }
    const { registerCommands } = await import("#src/platforms/discord/register.ts");
    const { inviteUrl } = await import("#src/platforms/discord/intents.ts");
    const guildId = guildOf(flags["guild"]) ?? config.guildId;
    const isDryRun = flags["dry-run"] === true;
    const { applicationId, changes } = await registerCommands({ config, commands: registry, guildId, isDryRun });
    await io.write(`${lines(changes, isDryRun).join("\n")}\nAdd the bot to a server: ${inviteUrl(applicationId)}\n`);
    return 0;
  },
};

function guildOf(flag: unknown): string | null {
  if (typeof flag !== "string") return null;
  if (/^\d{15,21}$/.test(flag)) return flag;
  throw new UserError({
    code: "bad-input",
    path: "--guild",
    message: `"${flag}" is no id of a server.`,
    nextStep: "Switch on Developer Mode in Discord, right-click the server, and press Copy Server ID.",
  });
}

function lines({ create, update, remove, unchanged }: Registration["changes"], isDryRun: boolean): string[] {
  const would = isDryRun ? "would be " : "";
  return [
    ...create.map(({ name }) => `${name}: ${would}added`),
    ...update.map(({ command }) => `${command.name}: ${would}changed`),
    ...remove.map(({ name }) => `${name}: ${would}removed`),
    ...unchanged.map((name) => `${name}: as it was`),
  ];
}
