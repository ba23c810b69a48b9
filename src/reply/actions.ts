import type { Action, Form } from "./reply.ts";
import type { Verb } from "./verbs.ts";

/** A button that runs a verb on a review; `review` null where the card belongs to no stored review. */
export function button(
  label: string,
  verb: Verb,
  review: string | null,
  args: Readonly<Record<string, string>> = {},
): Action {
  return { label, verb, args, ...(review === null ? {} : { review }) };
}

/** A button that asks a form first. */
export function formButton(label: string, review: string | null, form: Form): Action {
  return { ...button(label, form.verb, review, form.args), form };
}

/** Posts what only the person who pressed can see, for all. */
export function showEveryone(verb: Verb, review: string | null, args: Readonly<Record<string, string>> = {}): Action {
  return button("Show everyone", verb, review, { ...args, show: "everyone" });
}
