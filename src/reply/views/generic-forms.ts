import type { Form } from "#src/reply/reply.ts";
import { architectureLabel } from "#src/reply/wording/architecture.ts";
import { architectureNames } from "#src/reply/wording/architecture-names.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";

/**
 * Forms that can be made from a button alone, without the review: for a platform whose buttons are too small to carry
 * the form itself. They ask the same, without the present values.
 */

/** One field for the input at a path. */
export function genericChangeForm(path: string, review: string | null): Form {
  const label = pathLabel(path, { unitOfWork: "request", steps: [] });
  return {
    title: "Change an assumption",
    submitLabel: "Re-run",
    verb: "whatif",
    args: { path },
    ...(review === null ? {} : { review }),
    fields: [
      {
        kind: "text",
        name: "value",
        label: label.label,
        placeholder: label.example,
        hint: "A range is welcome.",
        multiline: false,
        required: true,
      },
      {
        kind: "text",
        name: "why",
        label: "How do you know?",
        placeholder: "CloudWatch, last week",
        hint: "Everyone in the thread sees the difference and your name. Undo takes it back.",
        multiline: false,
        required: false,
      },
    ],
  };
}

/** Every option, whether or not it can run this workload. */
export function genericDecideForm(review: string | null): Form {
  return {
    title: "Record the decision",
    submitLabel: "Record",
    verb: "decide",
    args: {},
    ...(review === null ? {} : { review }),
    fields: [
      {
        kind: "choice",
        name: "choice",
        label: "What did you decide?",
        required: true,
        choices: [
          ...architectureNames.map((name) => ({ label: architectureLabel(name), value: name })),
          { label: "Something else", value: "other" },
        ],
      },
      {
        kind: "text",
        name: "reason",
        label: "Because",
        placeholder: "The load is steady and the team runs ECS already",
        hint: "The figures, assumptions and catalog of this revision are kept with it.",
        multiline: true,
        required: false,
      },
    ],
  };
}

/** A quota by its id. */
export function genericQuotaForm(review: string | null): Form {
  return {
    title: "Enter our quotas",
    submitLabel: "Use it",
    verb: "quota",
    args: { enter: "yes" },
    ...(review === null ? {} : { review }),
    fields: [
      {
        kind: "text",
        name: "name",
        label: "Which quota?",
        placeholder: "lambda.concurrency",
        multiline: false,
        required: true,
      },
      {
        kind: "text",
        name: "value",
        label: "What is yours?",
        placeholder: "5,000",
        hint: "Service Quotas in the AWS console shows it. It holds for every review of this channel.",
        multiline: false,
        required: true,
      },
    ],
  };
}
