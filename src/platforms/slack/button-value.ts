import { z } from "zod";
import type { Action, Form } from "#src/reply/reply.ts";
import type { Verb } from "#src/reply/verbs.ts";
import { argsSchema, carriedForm, verbSchema } from "./form-schema.ts";
import { slackLimits } from "./limits.ts";

/** What a pressed button means: the same as typing the verb. */
export interface ButtonMeaning {
  verb: Verb;
  args: Readonly<Record<string, string>>;
  review?: string;
  /** The form to ask first, when it fitted into the button. */
  form?: Form;
}

/** Short keys: a button holds 2,000 characters, and a form needs most of them. */
const valueSchema = z.object({
  v: verbSchema,
  a: argsSchema.optional(),
  r: z.string().optional(),
  f: carriedForm.optional(),
});

function encode(action: Action, form: Form | undefined): string {
  return JSON.stringify({
    v: action.verb,
    ...(Object.keys(action.args).length > 0 ? { a: action.args } : {}),
    ...(action.review === undefined ? {} : { r: action.review }),
    ...(form === undefined ? {} : { f: form }),
  });
}

/**
 * The hidden value of a button. A form that does not fit is left out: the door knows the form of a verb too.
 * Null when even verb and options do not fit; then there can be no button.
 */
export function buttonValue(action: Action): string | null {
  const whole = encode(action, action.form);
  if (whole.length <= slackLimits.buttonValue) return whole;
  const bare = encode(action, undefined);
  return bare.length <= slackLimits.buttonValue ? bare : null;
}

/** Reads back what `buttonValue` wrote; null for a button that is not ours or from another version. */
export function readButtonValue(value: string | undefined): ButtonMeaning | null {
  const parsed = valueSchema.safeParse(parseJson(value));
  if (!parsed.success) return null;
  const { v, a, r, f } = parsed.data;
  return {
    verb: v,
    args: a ?? {},
    ...(r === undefined ? {} : { review: r }),
    ...(f === undefined ? {} : { form: f }),
  };
}

export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
