import { z } from "zod";
import type { OptionSpec } from "./command.ts";

/** The option that names a review; read from anywhere in a line, or from the button that was pressed. */
export const reviewOption: OptionSpec = {
  name: "review",
  description: "Id of a review of this channel, as at the foot of its card; otherwise this thread's or the newest",
  required: false,
  takes: "review-id",
};

/** Unknown options are ignored: a button may carry some for the platform's own use. */
export const noOptions = z.object({});
