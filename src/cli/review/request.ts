import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { workloadInputSchema } from "#src/model/workload.ts";

export const catalogDatesSchema = z.strictObject({
  pricesAsOf: z.string().max(20).optional(),
  quotasAsOf: z.string().max(20).optional(),
});

/** What `review` takes: words, or a workload that may be partial, and the days to read the catalog as of. */
export const reviewRequestSchema = z
  .strictObject({
    text: z.string().optional(),
    workload: workloadInputSchema.optional(),
    catalog: catalogDatesSchema.optional(),
  })
  .transform(({ text, workload, catalog = {} }) => {
    if ((text === undefined) === (workload === undefined)) {
      throw new UserError({
        code: "bad-input",
        message: "Give either a text or a workload.",
        nextStep: 'For example {"text": "50 thumbnails a second, 200 ms at 512 MB"}.',
        path: "text",
      });
    }
    return { text, workload, catalog };
  });
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;
