import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
import type { ModelQuestion } from "./port.ts";
import { loadPrompt } from "./prompts.ts";

/** Ways to ask for JSON, strictest first: older local servers reject the first, some the second too. */
export const formats = ["json_schema", "json_object", "text"] as const;
export type Format = (typeof formats)[number];

/** One chat completion. The person's words travel as a JSON string: nothing in them can end the data. */
export function request<Answer>(
  model: string,
  question: ModelQuestion<Answer>,
  format: Format,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const { instructions } = loadPrompt(question.prompt);
  const shape = format === "json_schema" ? "" : shapeInWords(question.schema);
  return {
    model,
    messages: [
      { role: "system", content: instructions + shape },
      { role: "user", content: JSON.stringify({ known: question.context, text: question.text }) },
    ],
    ...responseFormat(question, format),
  };
}

function shapeInWords(schema: z.ZodType): string {
  const json = JSON.stringify(z.toJSONSchema(schema));
  return `\n\nAnswer with one JSON object and nothing else. Its JSON schema:\n${json}`;
}

function responseFormat<Answer>(
  question: ModelQuestion<Answer>,
  format: Format,
): Pick<OpenAI.ChatCompletionCreateParamsNonStreaming, "response_format"> {
  switch (format) {
    case "json_schema":
      return { response_format: zodResponseFormat(question.schema, question.prompt.replaceAll("-", "_")) };
    case "json_object":
      return { response_format: { type: "json_object" } };
    case "text":
      return {};
  }
}
