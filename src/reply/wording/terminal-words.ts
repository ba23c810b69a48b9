import { oneLine } from "#src/reply/clean-text.ts";

/** Words of the terminal itself: the greeting, the prompt, and what it says about choices and forms. */

export const PROMPT = "you> ";

export const GREETING = [
  "Rethink: what will it cost, and what breaks first? Every figure is sourced.",
  "Say what you want to build, for example:",
  "  300 images a second, 3 Lambda steps of 200 ms at 1 GB, Step Functions",
  "help shows the rest, /quit leaves.",
].join("\n");

/** Above the first field of a form. */
export function formTitle(title: string): string {
  return `${title} (empty keeps what is there, /cancel leaves)`;
}

/** One field of a form, as a line that asks. */
export function fieldPrompt(field: { label: string; required: boolean; initial?: string }): string {
  const initial = field.initial === undefined || field.initial === "" ? "" : ` [${oneLine(field.initial, 60)}]`;
  return `${field.label}${field.required ? "" : " (optional)"}${initial}`;
}

export const NO_SUCH_CHOICE = "There is no such number above. Type one of those shown, or say it in words.";
export const NEEDS_ANSWER = "That one is needed.";
export const CANCELLED = "Left the form, nothing was changed.";

export function notAChoice(choices: readonly string[]): string {
  return `Type a number from 1 to ${choices.length}.`;
}
