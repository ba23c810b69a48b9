import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with a field and what to do, as the two halves of a sentence. */
export interface Finding {
  path: readonly PropertyKey[];
  /** Follows the field's name: `is "x", not a finite number`. */
  complaint: string;
  remedy: string;
}

/** Words one schema issue; a union is told by the alternative that came closest. */
export function findingOf(issue: Issue): Finding {
  if (issue.code === "invalid_union") return findingOfUnion(issue);
  const { path } = issue;
  switch (issue.code) {
    case "invalid_type":
      return {
        path,
        complaint: unfit(issue.input, kindName(issue.expected)),
        remedy: `Give ${kindName(issue.expected)}.`,
      };
    case "too_small":
      return { path, complaint: `is ${shown(issue.input)}, too small`, remedy: `Give ${bound(issue, "more")}.` };
    case "too_big":
      return { path, complaint: `is ${shown(issue.input)}, too large`, remedy: `Give ${bound(issue, "less")}.` };
    case "invalid_value":
      return { path, complaint: unfit(issue.input, "a value it takes"), remedy: oneOf(issue.values) };
    default:
      return { path, complaint: issue.message, remedy: "Correct it." };
  }
}

function findingOfUnion(issue: Extract<Issue, { code: "invalid_union" }>): Finding {
  const { path } = issue;
  if (issue.discriminator !== undefined && "options" in issue && Array.isArray(issue.options)) {
    const value = member(issue.input, issue.discriminator);
    return { path, complaint: unfit(value, "a value it takes"), remedy: oneOf(issue.options) };
  }
  const closest = issue.errors.flatMap(([first]) => (first !== undefined && first.path.length > 0 ? [first] : []))[0];
  if (closest !== undefined) {
    const finding = findingOf(closest);
    return { ...finding, path: [...path, ...finding.path] };
  }
  const kinds = issue.errors.flatMap(([first]) => (first?.code === "invalid_type" ? [kindName(first.expected)] : []));
  const wanted = [...new Set(kinds)].join(" or ");
  return { path, complaint: unfit(issue.input, wanted === "" ? "a value it takes" : wanted), remedy: "Correct it." };
}

function member(input: unknown, key: string): unknown {
  if (typeof input !== "object" || input === null) return undefined;
  return Object.entries(input).find(([name]) => name === key)?.[1];
}

function unfit(value: unknown, wanted: string): string {
  return value === undefined ? "is missing" : `is ${shown(value)}, not ${wanted}`;
}

function kindName(expected: string): string {
  switch (expected) {
    case "number":
      return "a finite number";
    case "int":
      return "a whole number";
    case "string":
      return "a text";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "object":
    case "record":
      return "an object";
    default:
      return expected;
  }
}

function oneOf(values: readonly unknown[]): string {
  return `Use one of: ${values.map(String).join(", ")}.`;
}

function bound(issue: Extract<Issue, { code: "too_small" | "too_big" }>, direction: "more" | "less"): string {
  const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
  const unit = issue.origin === "array" ? " entries" : issue.origin === "string" ? " characters" : "";
  const written = typeof limit === "number" ? limit.toLocaleString("en-US") : String(limit);
  return issue.inclusive === true ? `${written}${unit} or ${direction}` : `${direction} than ${written}${unit}`;
}

/** A value in a sentence: short, and never a dump of what was sent. */
function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return Array.isArray(value) ? "a list" : "an object";
}
