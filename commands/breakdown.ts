import { z } from "zod";
import { architectureNames } from "#src/model/architecture-name.ts";
import { billLinesReply } from "#src/reply/views/bill-lines.ts";
import { breakdownReply } from "#src/reply/views/breakdown.ts";
import { defineCommand } from "./define-command.ts";
import { detailInput } from "./detail-command.ts";
import { reviewOption } from "./options.ts";
import { detailDelivery, isForEveryone, reviewOf } from "./where.ts";
import { readArchitecture } from "./words/architecture-words.ts";

export const breakdownCommand = defineCommand({
  verb: "breakdown",
  group: "Look closer",
  summary: "Show where the money goes, by option and by line",
  examples: ["breakdown", "breakdown monolith", "breakdown 7K2Q"],
  synonyms: ["cost", "costs", "bill", "line items", "where does the money go", "details"],
  options: [
    {
      name: "lines",
      description: "One option, line by line: serverless, tuned, fargate, ec2 or hybrid",
      required: false,
      takes: "word",
    },
    reviewOption,
  ],
  schema: z.object({ lines: z.string().max(60).optional(), options: z.string().max(200).optional() }),
  form: null,
  readWords: (words) => {
    if (words === "") return {};
    return readArchitecture(words) === null ? null : { lines: words };
  },
  run: async ({ lines, options }, invocation, context) => {
    const review = await reviewOf(invocation, context);
    const everyone = isForEveryone(invocation, context);
    const input = detailInput(review, context, everyone);
    const architecture = lines === undefined ? null : readArchitecture(lines, input.assessment);
    if (architecture !== null) return detailDelivery(review, billLinesReply({ ...input, architecture }), everyone);
    const chosen = architectureNames.filter((name) => options?.split(",").includes(name) === true);
    const reply = breakdownReply({ ...input, ...(chosen.length === 0 ? {} : { options: chosen }) });
    return detailDelivery(review, reply, everyone);
  },
});
