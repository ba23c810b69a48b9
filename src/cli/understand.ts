import { z } from "zod";
import { loadCatalog } from "#src/catalog/load.ts";
import { requiredModel } from "#src/llm/configured-model.ts";
import { openQuestions } from "#src/model/open-questions.ts";
import { redact } from "#src/redact.ts";
import { languageModelWords } from "#src/reply/wording/language-model-note.ts";
import { questionText, questionWhy } from "#src/reply/wording/question.ts";
import { answerDescription, answerWorkload, type DescriptionAnswer } from "#src/understand/answer-description.ts";
import { completeReading } from "#src/understand/complete-reading.ts";
import { readDescription } from "#src/understand/read-description.ts";
import type { Reading } from "#src/understand/reading.ts";
import { readWithModel } from "#src/understand/with-llm.ts";
import { jsonCommand } from "./machine-command.ts";
import { parseInput } from "./parse-input.ts";

const requestSchema = z.strictObject({ text: z.string() });

/** `understand`: a description in, the workload with the origin of each leaf out, or what to ask. */
export const understandCommand = jsonCommand({
  name: "understand",
  summary: "Read a description into a workload",
  flags: { llm: { type: "boolean" } },
  answer: async (input, { flags }) => {
    const { text } = parseInput(requestSchema, input);
    const read = readDescription(text);
    if (flags["llm"] !== true) return answered(read);
    const { reading, note } = await readWithModel(redact(text).text, read, requiredModel());
    const answer = answered(reading);
    return note === null ? answer : { ...answer, notes: [...answer.notes, languageModelWords(note)] };
  },
});

/** The answer with the questions whose answers could change the verdict. */
function answered(reading: Reading): DescriptionAnswer {
  const catalog = loadCatalog();
  if (reading.kind !== "workload") return answerDescription(reading, catalog);
  const understood = completeReading(reading, catalog);
  const questions = openQuestions(understood, catalog).map((question) => ({
    path: question.path,
    question: questionText(question, understood.workload),
    why: questionWhy(question, { drivers: [] }),
  }));
  return answerWorkload(reading, understood, questions);
}
