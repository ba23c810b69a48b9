import { breakEvenReply } from "#src/reply/views/break-even.ts";
import { detailCommand } from "./detail-command.ts";

export const breakEvenCommand = detailCommand({
  verb: "break-even",
  summary: "Draw cost against load for every option, with the loads at which the cheapest changes",
  examples: ["break-even", "break-even 7K2Q"],
  synonyms: ["breakeven", "break even", "crossover", "chart", "graph", "curve"],
  view: breakEvenReply,
});
