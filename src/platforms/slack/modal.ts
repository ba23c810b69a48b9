import type { types } from "@slack/bolt";
import { z } from "zod";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Form, FormField } from "#src/reply/reply.ts";
import type { Verb } from "#src/reply/verbs.ts";
import { CANCEL } from "#src/reply/wording/platform-words.ts";
import { plainText } from "./block-kit.ts";
import { parseJson } from "./button-value.ts";
import { argsSchema, verbSchema } from "./form-schema.ts";
import { slackLimits } from "./limits.ts";

/** Every form of ours; the listener matches it. */
export const FORM_CALLBACK = "rethink:form";
/** One input a block, so one name says both. */
const INPUT = "answer";

/** What a form remembers while it is open: where it was opened, and the options that are already fixed. */
export interface FormOrigin {
  verb: Verb;
  args: Readonly<Record<string, string>>;
  review?: string;
  channel: string;
  thread?: string;
  replyHandle?: string;
}

const originSchema = z.object({
  v: verbSchema,
  a: argsSchema,
  r: z.string().optional(),
  c: z.string(),
  t: z.string().optional(),
  h: z.string().optional(),
});

function metadata(origin: FormOrigin): string {
  return JSON.stringify({
    v: origin.verb,
    a: origin.args,
    r: origin.review,
    c: origin.channel,
    t: origin.thread,
    h: origin.replyHandle,
  });
}

/**
 * The form as a modal. Null when its fixed options do not fit into what a modal can remember; the verb then runs
 * without the form, and asks in words.
 */
export function formView(form: Form, at: Omit<FormOrigin, "verb" | "args" | "review">): types.ModalView | null {
  const origin: FormOrigin = {
    ...at,
    verb: form.verb,
    args: form.args,
    ...(form.review === undefined ? {} : { review: form.review }),
  };
  const remembered = [metadata(origin), metadata(withoutHandle(origin))].find(
    (text) => text.length <= slackLimits.viewMetadata,
  );
  if (remembered === undefined) return null;
  return {
    type: "modal",
    callback_id: FORM_CALLBACK,
    private_metadata: remembered,
    title: plainText(oneLine(form.title, slackLimits.viewTitle)),
    submit: plainText(oneLine(form.submitLabel, slackLimits.viewTitle)),
    close: plainText(CANCEL),
    blocks: form.fields.slice(0, slackLimits.blocksPerView).map(inputBlock),
  };
}

function withoutHandle({ replyHandle: _, ...origin }: FormOrigin): FormOrigin {
  return origin;
}

function inputBlock(field: FormField): types.InputBlock {
  return {
    type: "input",
    block_id: field.name,
    label: plainText(oneLine(field.label, slackLimits.inputLabel)),
    element: asSelect(field) ?? textInput(field),
    ...optional("hint", field.hint, slackLimits.inputLabel),
    ...(field.required ? {} : { optional: true }),
  };
}

function textInput(field: FormField): types.PlainTextInput {
  const placeholder = field.kind === "text" ? field.placeholder : field.choices.map(({ label }) => label).join(", ");
  const initial = field.initial?.slice(0, slackLimits.inputText);
  return {
    type: "plain_text_input",
    action_id: INPUT,
    ...(field.kind === "text" && field.multiline ? { multiline: true } : {}),
    ...(initial === undefined || initial === "" ? {} : { initial_value: initial }),
    ...optional("placeholder", placeholder, slackLimits.placeholder),
  };
}

/** Slack refuses a text that is empty: then the key is left out. */
function optional<Key extends string>(key: Key, text: string | undefined, max: number) {
  const shown = oneLine(text ?? "", max);
  return shown === "" ? {} : { [key]: plainText(shown) };
}

/**
 * A menu; null for text, and for choices Slack's menus cannot carry, which are then typed. The choice without a value
 * stands for leaving the field alone: it is what the menu says before anything is chosen.
 */
function asSelect(field: FormField): types.StaticSelect | null {
  if (field.kind === "text") return null;
  const choices = field.choices.filter(({ value }) => value !== "");
  const carried = choices.every(({ value }) => value.length <= slackLimits.optionText);
  if (!carried || choices.length === 0 || choices.length > slackLimits.options ** 2) return null;
  const options = choices.map(({ label, value }) => ({
    text: plainText(oneLine(label, slackLimits.optionText) || value),
    value,
  }));
  const initial = options.find(({ value }) => value === field.initial);
  const untouched = field.choices.find(({ value }) => value === "")?.label;
  return {
    type: "static_select",
    action_id: INPUT,
    ...(options.length <= slackLimits.options ? { options } : { option_groups: groups(options) }),
    ...(initial === undefined ? {} : { initial_option: initial }),
    ...optional("placeholder", untouched, slackLimits.placeholder),
  };
}

function groups(
  options: types.PlainTextOption[],
): { label: types.PlainTextElement; options: types.PlainTextOption[] }[] {
  const grouped: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] = [];
  for (let at = 0; at < options.length; at += slackLimits.options) {
    const group = options.slice(at, at + slackLimits.options);
    grouped.push({ label: plainText(`${at + 1}–${at + group.length}`), options: group });
  }
  return grouped;
}

/** Reads back what `formView` remembered; null for a form that is not ours or from another version. */
export function readOrigin(privateMetadata: string): FormOrigin | null {
  const parsed = originSchema.safeParse(parseJson(privateMetadata));
  if (!parsed.success) return null;
  const { v, a, r, c, t, h } = parsed.data;
  return {
    verb: v,
    args: a,
    channel: c,
    ...(r === undefined ? {} : { review: r }),
    ...(t === undefined ? {} : { thread: t }),
    ...(h === undefined ? {} : { replyHandle: h }),
  };
}

const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ),
);

/** The answers by field name; what was left empty is left out. */
export function readAnswers(values: unknown): Record<string, string> {
  const parsed = stateSchema.safeParse(values);
  if (!parsed.success) return {};
  const answers: Record<string, string> = {};
  for (const [name, inputs] of Object.entries(parsed.data)) {
    const input = inputs[INPUT];
    const answer = (input?.selected_option?.value ?? input?.value ?? "").trim();
    if (answer !== "") answers[name] = answer;
  }
  return answers;
}
