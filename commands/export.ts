import { exportReply } from "#src/reply/views/export.ts";
import { exportChannel } from "#src/reviews/export-channel.ts";
import { defineCommand } from "./define-command.ts";
import { todayOf } from "./detail-command.ts";
import { noOptions } from "./options.ts";
import { channelOf } from "./where.ts";

export const exportCommand = defineCommand({
  verb: "export",
  group: "Keep watch",
  summary: "Give you everything kept of this channel, as a JSON file",
  examples: ["export"],
  synonyms: ["download", "dump", "json"],
  options: [],
  schema: noOptions,
  form: null,
  readWords: null,
  run: async (_options, invocation, context) => {
    const { json, reviews } = await exportChannel(context.reviews, channelOf(invocation));
    return [{ to: "asker", reply: exportReply({ json, reviews, today: todayOf(context) }) }];
  },
});
