import { jsonCommand } from "./machine-command.ts";
import { parseInput } from "./parse-input.ts";
import { assessRequest } from "./review/assess-request.ts";
import { machineReview } from "./review/machine-review.ts";
import { reviewRequestSchema } from "./review/request.ts";
import { failureReply, formatOf, rendered, replyOf } from "./review/review-formats.ts";

/** `review`: words or a workload in, the whole assessment out, or what a person would see of it. */
export const reviewCommand = jsonCommand({
  name: "review",
  summary: "Review a workload: cost and limits of each option, and what would change the answer",
  flags: { format: { type: "string" } },
  answer: (input, { io }) => assessRequest(parseInput(reviewRequestSchema, input), io.clock.now()),
  toJson: (result) => (result.kind === "ask" ? result : machineReview(result)),
  present: async (result, context) => {
    const format = formatOf(context);
    if (format === "json") return null;
    const shown = await rendered(replyOf(result), format, context);
    return typeof shown === "string" ? `${shown}\n` : `${JSON.stringify(shown, null, 2)}\n`;
  },
  line: async (outcome, context) => {
    const format = formatOf(context);
    if (format === "json") return null;
    if (outcome.ok)
      return { kind: outcome.result.kind, reply: await rendered(replyOf(outcome.result), format, context) };
    return { kind: "error", reply: await rendered(failureReply(outcome.error), format, context) };
  },
});
