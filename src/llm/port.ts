import type { z } from "zod";

/** The prompts a model may be asked with: files of the same name in `prompts/`. */
export type PromptName = "read-description" | "read-follow-up";

/** One question whose answer must fit a schema. */
export interface ModelQuestion<Answer> {
  prompt: PromptName;
  /** What the answer must be. Every field required; `.nullable()` where it may be missing (strict JSON schema). */
  schema: z.ZodType<Answer>;
  /** Words of a person: data, never instructions. Redacted by the caller. */
  text: string;
  /** What is already known, for the model to leave alone. */
  context: unknown;
}

/** Why there is no answer. */
export const modelFailures = [
  /** No answer within the time allowed. */
  "timed-out",
  /** Nothing listens there, or the connection broke. */
  "unreachable",
  "rate-limited",
  /** The endpoint failed (5xx), or answered with something that is not a completion. */
  "server-error",
  /** The endpoint does not take the request: key, model or format (4xx). */
  "rejected",
  /** The model declined. */
  "refused",
  /** The answer was cut at the model's length limit. */
  "cut-short",
  /** Not JSON, or not of the asked shape. */
  "malformed",
] as const;
export type ModelFailure = (typeof modelFailures)[number];

export type ModelAnswer<Answer> = { ok: true; value: Answer } | { ok: false; failure: ModelFailure };

/** A language model behind an endpoint. Every fault is an answer with a code; nothing is thrown. */
export interface LanguageModel {
  ask<Answer>(question: ModelQuestion<Answer>): Promise<ModelAnswer<Answer>>;
}
