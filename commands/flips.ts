import { flipsReply } from "#src/reply/views/flips.ts";
import { detailCommand } from "./detail-command.ts";

export const flipsCommand = detailCommand({
  verb: "flips",
  summary: "Say what would have to be true for another option to cost least",
  examples: ["flips", "flips 7K2Q"],
  synonyms: ["flip", "what flips it", "what would flip it", "what would change it", "sensitivity", "counter-case"],
  view: flipsReply,
});
