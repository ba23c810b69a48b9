import { UserError } from "#src/errors.ts";
import { type ManifestKind, slackManifest } from "#src/platforms/slack/manifest.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";

const usage = `rethink slack manifest            the app as Slack reads it, for one workspace (Socket Mode)
rethink slack manifest --url URL  the same for many workspaces, with the https address Slack can reach
`;

/** `rethink slack manifest`: JSON to paste at api.slack.com/apps, "From a manifest". */
export const slackManifestCommand: MachineCommand = {
  name: "slack manifest",
  summary: "Print the Slack app manifest to create the app from",
  run: async (args, io) => {
    const { flags, file } = readArguments(args, { url: { type: "string" } });
    if (file !== undefined) {
      throw new UserError({ code: "bad-input", message: "This command takes no file.", nextStep: "Use --url URL." });
    }
    const { url } = flags;
    const kind: ManifestKind =
      typeof url === "string" ? { transport: "http", publicUrl: url } : { transport: "socket" };
    await io.write(flags["help"] === true ? usage : `${JSON.stringify(slackManifest(kind), null, 2)}\n`);
    return 0;
  },
};
