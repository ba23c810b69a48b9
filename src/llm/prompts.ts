import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "#src/errors.ts";
import type { PromptName } from "./port.ts";

/** A prompt file: a header with its name and version, then what the model is told. */
export interface Prompt {
  name: PromptName;
  version: number;
  instructions: string;
}

const header = /^---\nname: ([a-z-]+)\nversion: (\d+)\n---\n/;

/**
 * Reads one prompt from `prompts/`.
 *
 * @throws UserError `config` when the file is missing or its header does not say this name and a version
 */
export function loadPrompt(name: PromptName): Prompt {
  const text = readFile(name);
  const match = header.exec(text);
  if (match === null || match[1] !== name) {
    throw new UserError({ code: "config", message: `prompts/${name}.md does not start with its name and version.` });
  }
  return { name, version: Number(match[2]), instructions: text.slice(match[0].length).trim() };
}

function readFile(name: PromptName): string {
  try {
    return readFileSync(join(import.meta.dirname, "..", "..", "prompts", `${name}.md`), "utf8");
  } catch (cause) {
    throw new UserError({ code: "config", message: `prompts/${name}.md cannot be read.` }, { cause });
  }
}
