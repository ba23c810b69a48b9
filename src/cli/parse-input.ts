import type { z } from "zod";
import { UserError } from "#src/errors.ts";
import type { InputLine } from "./io.ts";
import { MAX_INPUT_CHARACTERS } from "./io.ts";

/**
 * Reads JSON.
 *
 * @throws UserError `bad-json` with the position, `bad-input` when it is too long
 */
export function parseJson(input: InputLine): unknown {
  if (input.tooLong) {
    throw new UserError({
      code: "bad-input",
      message: `The input is longer than ${MAX_INPUT_CHARACTERS.toLocaleString("en-US")} characters.`,
      nextStep: "Send one workload or one request at a time.",
    });
  }
  const text = input.text.trim();
  if (text === "") {
    throw new UserError({ code: "bad-json", message: "The input is empty.", nextStep: "Send one JSON object." });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(
      { code: "bad-json", message: notJson(text, cause), nextStep: "Send one JSON object." },
      { cause },
    );
  }
}

function notJson(text: string, cause: unknown): string {
  if (/[:[,\s](NaN|[-+]?Infinity)\b/.test(text)) return "The input is not JSON: NaN and Infinity are no JSON numbers.";
  const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
  return position === undefined
    ? "The input is not JSON: it ends too early."
    : `The input is not JSON at character ${position}.`;
}

/**
 * Checks parsed JSON against a schema.
 *
 * @throws UserError `unknown-field` or `bad-input` with one sentence that names the first field at fault
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw fieldError(parsed.error.issues);
}

type Issue = z.core.$ZodIssue;

/** Turns the first issue into a sentence; an issue of a union is told by its closest member. */
export function fieldError(issues: readonly Issue[]): UserError {
  const issue = issues[0];
  if (issue === undefined) return new UserError({ code: "bad-input", message: "The input is not valid." });
  const path = dotted(issue.path);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const full = path === "" ? key : `${path}.${key}`;
    return new UserError({
      code: "unknown-field",
      path: full,
      message: `There is no field ${full}.`,
      nextStep: "Leave it out, or correct its name.",
    });
  }
  return new UserError({
    code: "bad-input",
    ...(path === "" ? {} : { path }),
    message: `${path === "" ? "The input" : path} ${complaint(issue)}.`,
    nextStep: remedy(issue),
  });
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

function complaint(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `is ${shown(issue.input)}, which is no ${issue.expected}`;
    case "too_small":
      return `is ${shown(issue.input)}, below the least allowed`;
    case "too_big":
      return `is ${shown(issue.input)}, above the most allowed`;
    case "invalid_value":
    case "invalid_union":
      return issue.input === undefined ? "is missing" : `is ${shown(issue.input)}, which is not a value it takes`;
    default:
      return issue.message;
  }
}

function remedy(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `Give ${article(issue.expected)}.`;
    case "too_small":
      return `Give ${issue.inclusive === true ? `${issue.minimum} or more` : `more than ${issue.minimum}`}.`;
    case "too_big":
      return `Give ${issue.inclusive === true ? `${issue.maximum} or less` : `less than ${issue.maximum}`}.`;
    case "invalid_value":
      return `Use one of: ${issue.values.map(String).join(", ")}.`;
    default:
      return "Correct it.";
  }
}

function article(expected: string): string {
  if (expected === "number" || expected === "int") return "a finite number";
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/** A value in a sentence: short, and never a dump of what was sent. */
function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}
