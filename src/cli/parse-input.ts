import type { z } from "zod";
import { UserError } from "#src/errors.ts";
import { type InputLine, MAX_INPUT_CHARACTERS } from "./io.ts";
import { findingOf } from "./issue-sentence.ts";

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
  const problem = cause instanceof Error ? cause.message : "";
  if (problem.includes("end of JSON input")) return "The input is not JSON: it ends too early.";
  const position = /position (\d+)/.exec(problem)?.[1];
  return position === undefined ? "The input is not JSON." : `The input is not JSON from character ${position} on.`;
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

/** Turns the first issue into an error that names the field. */
function fieldError(issues: readonly z.core.$ZodIssue[]): UserError {
  const issue = issues[0];
  if (issue === undefined) return new UserError({ code: "bad-input", message: "The input is not valid." });
  if (issue.code === "unrecognized_keys") return unknownField([...issue.path, issue.keys[0] ?? ""]);
  const { path, complaint, remedy } = findingOf(issue);
  const field = dotted(path);
  return new UserError({
    code: "bad-input",
    ...(field === "" ? {} : { path: field }),
    message: `${field === "" ? "The input" : field} ${complaint}.`,
    nextStep: remedy,
  });
}

function unknownField(path: readonly PropertyKey[]): UserError {
  const field = dotted(path);
  return new UserError({
    code: "unknown-field",
    path: field,
    message: `There is no field ${field}.`,
    nextStep: "Leave it out, or correct its name.",
  });
}

/** `usage.0.quantity`; keys that are no plain names in brackets: `unitPriceOverrides["fargate/vcpu-x86"]`. */
function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => {
    const name = String(key);
    if (!/^\w+$/.test(name)) return `${written}[${JSON.stringify(name)}]`;
    return written === "" ? name : `${written}.${name}`;
  }, "");
}
