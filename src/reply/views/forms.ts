import type { Assessment, Driver } from "#src/model/assessment.ts";
import type { Workload } from "#src/model/workload.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Form, FormField } from "#src/reply/reply.ts";
import { architectureLabel } from "#src/reply/wording/architecture.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { isPriced } from "./estimates.ts";

/** One field, prefilled with what was assumed; the reason is asked for but never required. */
export function changeForm(workload: Workload, driver: Driver, review: string | null): Form {
  const label = pathLabel(driver.path, workload);
  return {
    title: "Change an assumption",
    submitLabel: "Re-run",
    verb: "whatif",
    args: { path: driver.path },
    ...(review === null ? {} : { review }),
    fields: [
      {
        kind: "text",
        name: "value",
        label: label.label,
        placeholder: label.example,
        hint: `Assumed ${label.value(driver.typical)}, plausible ${label.range(driver.low, driver.high)}. A range is welcome.`,
        multiline: false,
        required: true,
        initial: label.value(driver.typical),
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

/** Which design, and why. Nothing is preselected. */
export function decideForm(assessment: Assessment, review: string | null): Form {
  const designs = assessment.estimates.filter((estimate) => estimate.shown && isPriced(estimate));
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
          ...designs.map(({ architecture }) => ({ label: architectureLabel(architecture), value: architecture })),
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

/** A quota AWS has granted this account; known ones to choose from. */
export function quotaForm(assessment: Assessment, review: string | null): Form {
  const uses = assessment.estimates.flatMap((estimate) => estimate.limits).filter((use) => use.class !== "hard");
  const ids = [...new Set(uses.map((use) => use.quota))].slice(0, 25);
  const titleOf = (id: string) =>
    quotaTitle(
      id,
      uses.find((use) => use.quota === id),
    );
  return {
    title: "Enter our quotas",
    submitLabel: "Use it",
    verb: "quota",
    args: { enter: "yes" },
    ...(review === null ? {} : { review }),
    fields: [
      {
        kind: "choice",
        name: "name",
        label: "Which quota?",
        required: true,
        choices: ids.map((id) => ({ label: oneLine(titleOf(id), 75), value: id })),
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

const entryHint = "Words are enough. Anything you leave out is assumed and marked.";

/** Describes a workload. Selects start at "As in your words": a form that preselects a technology argues for it. */
export function reviewForm(regions: readonly string[]): Form {
  const select = (name: string, label: string, choices: readonly { label: string; value: string }[]): FormField => ({
    kind: "choice",
    name,
    label,
    required: false,
    choices: [{ label: "As in your words", value: "" }, ...choices],
    initial: "",
  });
  return {
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
        hint: entryHint,
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
      select("orchestration", "What connects the steps?", [
        { label: "Nothing, one step", value: "none" },
        { label: "Step Functions Standard", value: "step-functions-standard" },
        { label: "Step Functions Express", value: "step-functions-express" },
        { label: "A queue", value: "queue" },
      ]),
      select("handoff", "How do steps pass data?", [
        { label: "In the payload", value: "none" },
        { label: "Through S3", value: "s3" },
      ]),
      select(
        "region",
        "Region",
        regions.slice(0, 24).map((region) => ({ label: region, value: region })),
      ),
    ],
  };
}
