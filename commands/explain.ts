import { z } from "zod";
import { explainReply } from "#src/reply/views/explain.ts";
import { defineCommand } from "./define-command.ts";
import { detailInput } from "./detail-command.ts";
import { reviewOption } from "./options.ts";
import { detailDelivery, isForEveryone, reviewOf } from "./where.ts";

export const explainCommand = defineCommand({
  verb: "explain",
  group: "Look closer",
  summary: "Explain a figure: its arithmetic, who gave each input, the price's source and date",
  examples: ["explain $138k", "explain step functions", "why?"],
  synonyms: ["why", "how come", "where does", "reason", "reasons"],
  options: [
    {
      name: "figure",
      description: "The figure or the thing it is for: $138k, step functions, the verdict",
      required: false,
      takes: "rest",
    },
    reviewOption,
  ],
  schema: z.object({ figure: z.string().max(400).default("") }),
  form: null,
  readWords: null,
  run: async ({ figure }, invocation, context) => {
    const review = await reviewOf(invocation, context);
    const everyone = isForEveryone(invocation, context);
    return detailDelivery(review, explainReply({ ...detailInput(review, context, everyone), figure }), everyone);
  },
});
