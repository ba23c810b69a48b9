import type { OptionSpec } from "#commands/command.ts";
import { parseLine } from "#commands/parse-line.ts";
import { registry } from "#commands/registry.ts";
import { readNumber } from "#commands/words/number-words.ts";

/** What Discord's client sends of a command: a subcommand, and its options by name. */
export interface TypedCommand {
  verb: string;
  options: Readonly<Record<string, string | number>>;
}

/**
 * A line as a person would enter it on Discord, where a verb is picked from a menu and each option has a field of its
 * own: a description alone goes to `review`, an empty line is `help`. Null for what the command's fields do not take:
 * no verb, a required field that is empty, a word that is no option. That is said to the bot instead.
 */
export function typedCommand(line: string): TypedCommand | null {
  if (line.trim() === "") return { verb: "help", options: {} };
  const parsed = parseLine(line, registry);
  if (parsed === null) return /\d/.test(line) ? { verb: "review", options: { text: line } } : null;
  const { verb, args, review } = parsed;
  const specs = registry.find((command) => command.verb === verb)?.options ?? [];
  const values: Readonly<Record<string, string>> = { ...args, ...(review === undefined ? {} : { review }) };
  if (Object.keys(values).some((name) => !specs.some((spec) => spec.name === name))) return null;
  const options: Record<string, string | number> = {};
  for (const spec of specs) {
    const value = fieldValue(spec, values[spec.name] ?? "");
    if (value !== null) options[spec.name] = value;
    else if (spec.required) return null;
  }
  return { verb, options };
}

function fieldValue({ takes }: OptionSpec, value: string): string | number | null {
  if (value === "") return null;
  return takes === "number" ? readNumber(value) : value;
}
