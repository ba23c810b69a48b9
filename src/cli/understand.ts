import { z } from "zod";
import { loadCatalog } from "#src/catalog/load.ts";
import { answerDescription } from "#src/understand/answer-description.ts";
import { readDescription } from "#src/understand/read-description.ts";
import { jsonCommand } from "./machine-command.ts";
import { parseInput } from "./parse-input.ts";

const requestSchema = z.strictObject({ text: z.string() });

/** `understand`: a description in, the workload with the origin of each leaf out, or what to ask. */
export const understandCommand = jsonCommand({
  name: "understand",
  summary: "Read a description into a workload",
  answer: (input) => {
    const { text } = parseInput(requestSchema, input);
    return answerDescription(readDescription(text), loadCatalog());
  },
});
