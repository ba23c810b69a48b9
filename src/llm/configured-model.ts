import { type Config, readConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { createOpenAiModel } from "./openai.ts";
import type { LanguageModel } from "./port.ts";

/** The model of the configuration; null where none is set: everything works without. */
export function configuredModel({ llm }: Pick<Config, "llm">): LanguageModel | null {
  return llm === null ? null : createOpenAiModel(llm);
}

/**
 * The model a command was asked to use.
 *
 * @throws UserError `config` where none is set
 */
export function requiredModel(config: Pick<Config, "llm"> = readConfig()): LanguageModel {
  const model = configuredModel(config);
  if (model !== null) return model;
  throw new UserError({
    code: "config",
    message: "No language model is configured.",
    nextStep: "Set OPENAI_MODEL with OPENAI_API_KEY or OPENAI_BASE_URL, or leave --llm out.",
  });
}
