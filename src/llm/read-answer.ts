import { z } from "zod";
import type { ModelAnswer } from "./port.ts";

/** An answer of this many characters is not one a description of 20,000 can have. */
const LONGEST_ANSWER = 60_000;

/** The part of a chat completion that is read; servers add and leave out fields. */
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** Reads a completion as an answer of the asked shape; whatever else came back becomes a failure. */
export function readAnswer<Answer>(completion: unknown, schema: z.ZodType<Answer>): ModelAnswer<Answer> {
  const parsed = completionSchema.safeParse(completion);
  const choice = parsed.data?.choices[0];
  if (choice === undefined) return { ok: false, failure: "server-error" };
  const { content, refusal } = choice.message;
  if (typeof refusal === "string" && refusal !== "") return { ok: false, failure: "refused" };
  if (choice.finish_reason === "content_filter") return { ok: false, failure: "refused" };
  if (choice.finish_reason === "length") return { ok: false, failure: "cut-short" };
  if (typeof content !== "string" || content.length > LONGEST_ANSWER) return { ok: false, failure: "malformed" };
  const answer = schema.safeParse(parseJson(withoutFences(content)));
  return answer.success ? { ok: true, value: answer.data } : { ok: false, failure: "malformed" };
}

/** Small models wrap JSON in a code fence or a sentence: the text from the first brace to the last is tried. */
export function withoutFences(content: string): string {
  const from = content.indexOf("{");
  const to = content.lastIndexOf("}");
  return from === -1 || to < from ? content : content.slice(from, to + 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
