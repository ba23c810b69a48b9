import { userInfo } from "node:os";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { chatHere } from "./chat.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";

const USAGE = `rethink start

Runs Rethink on Slack and Discord, on each whose tokens are set; with none, the chat in this terminal.
See docs/configuration.md for the variables.
`;

export const startCommand: MachineCommand = {
  name: "start",
  summary: "Run on Slack and Discord where tokens are set; otherwise chat here",
  run: async (args, io) => {
    const { flags } = readArguments(args, {});
    if (flags["help"] === true) {
      await io.write(USAGE);
      return 0;
    }
    const config = readConfig();
    if (config.slack === null && config.discord === null) {
      await chatHere(io, userInfo().username, "terminal");
      return 0;
    }
    const { compose } = await import("#src/main.ts");
    const log = createLog(config.logLevel);
    const service = await compose(config, { log });
    log.info({ slack: config.slack !== null, discord: config.discord !== null }, "Rethink is running");
    await stopSignal();
    log.info("stopping: finishing what is in hand");
    await service.stop();
    return 0;
  },
};

/** Resolves when the process is asked to stop. A second signal ends it at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}
