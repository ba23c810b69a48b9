import { limitsReply } from "#src/reply/views/limits.ts";
import { detailCommand } from "./detail-command.ts";

export const limitsCommand = detailCommand({
  verb: "limits",
  summary: "Show what breaks first, and at what share of the planned load",
  examples: ["limits", "limits 7K2Q"],
  synonyms: ["limit", "quotas", "headroom", "what breaks first", "what breaks", "walls", "ceilings"],
  view: limitsReply,
});
