import { z } from "zod";
import type { Form } from "#src/reply/reply.ts";
import { verbs } from "#src/reply/verbs.ts";

export const verbSchema = z.enum(verbs);
export const argsSchema = z.record(z.string(), z.string());

const fieldText = { name: z.string(), label: z.string(), hint: z.string().optional(), required: z.boolean() };

const formSchema = z.object({
  title: z.string(),
  submitLabel: z.string(),
  verb: verbSchema,
  args: argsSchema,
  review: z.string().optional(),
  fields: z.array(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("text"),
        ...fieldText,
        placeholder: z.string().optional(),
        multiline: z.boolean(),
        initial: z.string().optional(),
      }),
      z.object({
        kind: z.literal("choice"),
        ...fieldText,
        choices: z.array(z.object({ label: z.string(), value: z.string() })),
        initial: z.string().optional(),
      }),
    ]),
  ),
});

/** Leaves out keys that are present but undefined: the neutral types do not allow them. */
const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const exactForm = z.custom<Form>((value) => formSchema.safeParse(value).success);

/** A form that travelled in a button of ours, as it was. */
export const carriedForm = z.preprocess(withoutUndefined, exactForm);
