import type { Form, FormField } from "#src/reply/reply.ts";
import { fieldPrompt, formTitle, NEEDS_ANSWER, notAChoice } from "#src/reply/wording/terminal-words.ts";

/** A form as questions, one line an answer. */
export interface FormPrompt {
  form: Form;
  /** Lines to show before the next answer. */
  question(): string[];
  /** Takes an answer. `done`: all are given. */
  answer(
    line: string,
  ): { kind: "next" } | { kind: "again"; because: string } | { kind: "done"; answers: Record<string, string> };
}

export function promptForm(form: Form): FormPrompt {
  const answers: Record<string, string> = {};
  let at = 0;
  return {
    form,
    question: () => {
      const field = form.fields[at];
      const title = at === 0 ? [formTitle(form.title)] : [];
      return field === undefined ? title : [...title, ...fieldLines(field)];
    },
    answer: (line) => {
      const field = form.fields[at];
      if (field === undefined) return { kind: "done", answers };
      const read = readAnswer(field, line.trim());
      if (typeof read === "string") answers[field.name] = read;
      else if (read !== null) return { kind: "again", because: read.because };
      at += 1;
      return at < form.fields.length ? { kind: "next" } : { kind: "done", answers };
    },
  };
}

function fieldLines(field: FormField): string[] {
  const hint = field.hint === undefined ? [] : [`  ${field.hint}`];
  if (field.kind === "text") {
    const example = field.placeholder === undefined ? [] : [`  for example: ${field.placeholder}`];
    return [fieldPrompt(field), ...hint, ...example];
  }
  return [fieldPrompt(field), ...hint, ...field.choices.map(({ label }, index) => `  ${index + 1}  ${label}`)];
}

/** The value, null when nothing is given and nothing needed, or why it does not fit. */
function readAnswer(field: FormField, text: string): string | null | { because: string } {
  if (text === "") {
    if (field.initial !== undefined) return field.initial;
    return field.required ? { because: NEEDS_ANSWER } : null;
  }
  if (field.kind === "text") return text;
  const chosen =
    field.choices[Number(text) - 1] ??
    field.choices.find(({ label, value }) => [label.toLowerCase(), value.toLowerCase()].includes(text.toLowerCase()));
  return chosen === undefined ? { because: notAChoice(field.choices.map(({ label }) => label)) } : chosen.value;
}
