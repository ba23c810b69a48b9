import type { Action, Form } from "#src/reply/reply.ts";

/** Forms and buttons as the product words them. */

const review = "7K2Q";

export const press = (label: string, verb: Action["verb"], more: Partial<Action> = {}): Action => ({
  label,
  verb,
  args: {},
  review,
  ...more,
});

export const changeForm: Form = {
  title: "Change an assumption",
  submitLabel: "Re-run",
  verb: "whatif",
  args: { path: "container.targetUtilization" },
  review,
  fields: [
    {
      kind: "text",
      name: "value",
      label: "How busy your containers run",
      placeholder: "65%, or 50–70%",
      hint: "Assumed 65%, plausible 40–75%. A range is welcome.",
      multiline: false,
      required: true,
      initial: "65%",
    },
    {
      kind: "text",
      name: "why",
      label: "How do you know?",
      placeholder: "CloudWatch, last week",
      multiline: false,
      required: false,
    },
  ],
};

export const reviewForm: Form = {
  title: "Review a workload",
  submitLabel: "Review",
  verb: "review",
  args: {},
  fields: [
    {
      kind: "text",
      name: "text",
      label: "What does it do?",
      placeholder: "Resize uploaded images in 3 steps, about 200 ms each at 1 GB",
      hint: "Words are enough. Anything you leave out below is assumed and marked.",
      multiline: true,
      required: true,
    },
    {
      kind: "text",
      name: "rate",
      label: "How often, if not said above",
      placeholder: "300 a second, or 3 million a day",
      multiline: false,
      required: false,
    },
    {
      kind: "choice",
      name: "orchestration",
      label: "What connects the steps?",
      required: false,
      choices: [
        { label: "As in your words", value: "" },
        { label: "Nothing, one step", value: "none" },
        { label: "Step Functions Standard", value: "step-functions-standard" },
        { label: "A queue", value: "queue" },
      ],
    },
  ],
};
