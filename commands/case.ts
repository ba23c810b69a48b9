import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { referenceCaseReply } from "#src/reply/views/reference-case.ts";
import { assessCase, caseNames } from "#src/reviews/reference-case.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { detailDelivery, isForEveryone, namedReviewOf } from "./where.ts";

export const caseCommand = defineCommand({
  verb: "case",
  group: "Ask",
  summary: "Show a published case, what was rebuilt of it, and a review beside it",
  examples: ["case prime-video", "case 7K2Q"],
  synonyms: ["prime video", "prime-video", "amazon prime video", "reference case", "reference", "story"],
  options: [
    {
      name: "name",
      description: "Which case; prime-video unless told",
      required: false,
      takes: "choice",
      choices: caseNames.map((name) => ({ label: "Amazon Prime Video, 2023", value: name })),
    },
    reviewOption,
  ],
  schema: z.object({ name: z.string().max(60).optional() }),
  form: null,
  readWords: (words) => (words === "" || isKnown(words) ? { ...(words === "" ? {} : { name: words }) } : null),
  run: async ({ name }, invocation, context) => {
    if (name !== undefined && !isKnown(name)) {
      throw new UserError({
        code: "bad-input",
        message: `There is no case "${name}".`,
        nextStep: `There is ${caseNames.join(", ")}.`,
      });
    }
    const review = await namedReviewOf(invocation, context);
    const { referenceCase, catalog } = assessCase(context.reviews, review);
    const reply = referenceCaseReply({ reference: referenceCase, catalog, review: review?.shortId ?? null });
    return detailDelivery(review, reply, isForEveryone(invocation, context));
  },
});

function isKnown(name: string): boolean {
  return /^(?:the )?(?:amazon )?prime[ -]?video$/i.test(name.trim()) || caseNames.includes(name.trim().toLowerCase());
}
