import { assumptionsReply } from "#src/reply/views/assumptions.ts";
import { detailCommand } from "./detail-command.ts";

export const assumptionsCommand = detailCommand({
  verb: "assumptions",
  summary: "List what was assumed, the weightiest first, each with a way to change it",
  examples: ["assumptions", "assumptions 7K2Q"],
  synonyms: ["assumption", "assumed", "what did you assume", "inputs", "defaults"],
  view: assumptionsReply,
});
