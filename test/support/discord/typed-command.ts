import { parseLine } from "#commands/parse-line.ts";
import { registry } from "#commands/registry.ts";
import { readNumber } from "#commands/words/number-words.ts";
import type { OptionSpec } from "#commands/command.ts";

/** A value of an option, as Discord's client sends it. */
interface TypedOption {
  name: string;
  type: 3 | 10;
  value: string | number;
}

/** What Discord's client sends of a command: a subcommand and its options. */
export interface TypedCommand {
  verb: string;
  options: TypedOption[];
}

/**
 * A line as a person would enter it on Discord, where a verb is picked from a menu and each option has a field of its
 * own: a description alone goes to `review`, an empty line is `help`. Null for what Discord's client would not send: no
 * verb, a required field that is empty, a number that is none.
 */
export function typedCommand(line: string): TypedCommand | null {
  if (line.trim() === "") return { verb: "help", options: [] };
  const parsed = parseLine(line, registry);
  if (parsed === null) return /\d/.test(line) ? { verb: "review", options: [text("text", line)] } : null;
  const { verb, args, review } = parsed;
  const specs = registry.find((command) => command.verb === verb)?.options ?? [];
  const values = { ...args, ...(review === undefined ? {} : { review }) };
  const options = specs.map((spec) => typedOption(spec, values[spec.name]));
  const isComplete = options.every((option, index) => option !== null || specs[index]?.required !== true);
  return isComplete ? { verb, options: options.filter((option) => option !== null) } : null;
}

function text(name: string, value: string): TypedOption {
  return { name, type: 3, value };
}

function typedOption({ name, takes }: OptionSpec, value: string | undefined): TypedOption | null {
  if (value === undefined || value === "") return null;
  if (takes !== "number") return text(name, value);
  const amount = readNumber(value);
  return amount === null ? null : { name, type: 10, value: amount };
}
