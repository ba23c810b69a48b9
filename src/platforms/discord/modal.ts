import type {
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APIStringSelectComponent,
  APITextInputComponent,
} from "discord.js";
import { z } from "zod";
import type { Form, FormField } from "#src/reply/reply.ts";
import { short } from "./buttons.ts";
import { componentType } from "./components.ts";
import { writeCustomId } from "./custom-id.ts";
import { discordLimits } from "./limits.ts";

/** The `data` of the response that opens a form. */
export type ModalBody = APIModalInteractionResponseCallbackData;

/** docs: components/reference, text input styles. */
const inputStyle = { short: 1, paragraph: 2 } as const;

/**
 * The form as a modal. Discord shows five fields: of more, the optional free-text fields go first, from the last, then
 * the optional menus. Null when the form's fixed options do not fit into its `custom_id`: the verb then runs without
 * the form and says what it misses. Discord names the submit button itself.
 */
export function formModal(form: Form): ModalBody | null {
  const customId = writeCustomId("f", 0, form);
  const fields = fiveOf(form.fields);
  if (customId === null || customId.startsWith("f0!") || fields.length === 0) return null;
  return {
    custom_id: customId,
    title: short(form.title, discordLimits.modalTitle) || form.verb,
    components: fields.map(labelled),
  };
}

function fiveOf(fields: readonly FormField[]): readonly FormField[] {
  const kept = [...fields];
  const dispensable = [
    ...fields.filter(({ kind, required }) => kind === "text" && !required).toReversed(),
    ...fields.filter(({ kind, required }) => kind === "choice" && !required).toReversed(),
  ];
  for (const field of dispensable) {
    if (kept.length <= discordLimits.modalFields) break;
    kept.splice(kept.indexOf(field), 1);
  }
  return kept.slice(0, discordLimits.modalFields);
}

function labelled(field: FormField): APILabelComponent {
  return {
    type: componentType.label,
    label: short(field.label, discordLimits.fieldLabel) || field.name,
    ...optional("description", field.hint, discordLimits.fieldDescription),
    component: asSelect(field) ?? textInput(field),
  };
}

/** Discord refuses a text that is empty: then the key is left out. */
function optional<Key extends string>(key: Key, text: string | undefined, max: number): { [K in Key]?: string } {
  const shown = short(text ?? "", max);
  const present: { [K in Key]?: string } = {};
  if (shown !== "") present[key] = shown;
  return present;
}

function textInput(field: FormField): APITextInputComponent {
  const placeholder = field.kind === "text" ? field.placeholder : field.choices.map(({ label }) => label).join(", ");
  const initial = (field.initial ?? "").toWellFormed().slice(0, discordLimits.inputText);
  return {
    type: componentType.textInput,
    custom_id: field.name,
    style: field.kind === "text" && field.multiline ? inputStyle.paragraph : inputStyle.short,
    required: field.required,
    max_length: discordLimits.inputText,
    ...(initial === "" ? {} : { value: initial }),
    ...optional("placeholder", placeholder, discordLimits.inputPlaceholder),
  };
}

/**
 * A menu; null for text, and for choices Discord's menus cannot carry, which are then typed. The choice without a value
 * stands for leaving the field alone: it is what the menu says before anything is chosen.
 */
function asSelect(field: FormField): APIStringSelectComponent | null {
  if (field.kind === "text") return null;
  const choices = field.choices.filter(({ value }) => value !== "");
  const carried = choices.every(({ value }) => value.length <= discordLimits.optionText);
  if (!carried || choices.length === 0 || choices.length > discordLimits.options) return null;
  const untouched = field.choices.find(({ value }) => value === "")?.label;
  return {
    type: componentType.stringSelect,
    custom_id: field.name,
    required: field.required,
    ...(field.required ? {} : { min_values: 0 }),
    options: choices.map(({ label, value }) => ({
      label: short(label, discordLimits.optionText) || value,
      value,
      ...(value === field.initial ? { default: true } : {}),
    })),
    ...optional("placeholder", untouched, discordLimits.selectPlaceholder),
  };
}

const answerSchema = z.object({
  customId: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).nullish(),
});

/** The answers by field name; what was left empty is left out. */
export function readAnswers(fields: readonly unknown[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const field of fields) {
    const read = answerSchema.safeParse(field);
    if (!read.success) continue;
    const answer = (read.data.values?.[0] ?? read.data.value ?? "").trim();
    if (answer !== "") answers[read.data.customId] = answer;
  }
  return answers;
}
