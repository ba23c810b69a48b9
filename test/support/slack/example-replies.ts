import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { Action, Form, Reply, Span } from "#src/reply/reply.ts";
import { code, person, plain, quiet, strong } from "#src/reply/spans.ts";

/** Replies as the product words them, for tests of how Slack shows them. Figures are examples. */

const review = "7K2Q";
const press = (label: string, verb: Action["verb"], more: Partial<Action> = {}): Action => ({
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
        { label: "Nothing, one step", value: "none" },
        { label: "Step Functions Standard", value: "step-functions-standard" },
        { label: "A queue", value: "queue" },
      ],
    },
  ],
};

const line = (from: number, to: number, cost: (rate: number) => number) =>
  [...Array(25).keys()].map((step) => {
    const ratePerSecond = from * (to / from) ** (step / 24);
    return { ratePerSecond, usdPerMillionUnits: cost(ratePerSecond) };
  });

export const chart: ChartSpec = {
  title: "Above 6 images/s a monolith costs least",
  subtitle: "Cost of a million images, by load",
  unitPlural: "images",
  lines: [
    {
      architecture: "serverless",
      family: "serverless",
      label: "Serverless as described",
      points: line(0.1, 10_000, () => 198),
      wall: { ratePerSecond: 100, label: "quota wall 100/s" },
      atYou: { usdPerMillionUnits: 198, label: "$156k/mo" },
      secondary: false,
    },
    {
      architecture: "serverless-tuned",
      family: "serverless",
      label: "Tuned serverless",
      points: line(0.1, 10_000, () => 10.68),
      wall: null,
      atYou: { usdPerMillionUnits: 10.68, label: "$8.4k/mo" },
      secondary: false,
    },
    {
      architecture: "monolith-fargate",
      family: "monolith",
      label: "Monolith on Fargate",
      points: line(0.1, 10_000, (rate) => 6.8 + 22 / rate),
      wall: null,
      atYou: { usdPerMillionUnits: 6.9, label: "$5.4k/mo" },
      secondary: false,
    },
  ],
  bands: [
    { fromRatePerSecond: 0.1, toRatePerSecond: 6, family: "serverless" },
    { fromRatePerSecond: 6, toRatePerSecond: 10_000, family: "monolith" },
  ],
  breakEvens: [{ ratePerSecond: 5.7, usdPerMillionUnits: 10.68 }],
  you: { ratePerSecond: 300 },
  altText:
    "Line chart of the cost of a million images against load, both on log scales. Tuned serverless is flat at $10.70. The monolith on Fargate falls to $6.90 at 300 images a second. They cross at 5.7 images a second.",
};

const option = (name: string, cost: string, peak: string, emphasized = false) => ({
  cells: [[plain(name)], [plain(cost)], [plain(peak)]],
  emphasized,
});

const assumed = (spans: readonly Span[], consequence: string, label: string) => ({
  kind: "line-with-action" as const,
  spans,
  consequence: [plain(consequence)],
  action: press("Change", "whatif", {
    args: { path: label },
    accessibilityLabel: `Change: ${label}`,
    form: { ...changeForm, args: { path: label } },
  }),
});

export const card: Reply = {
  kind: "review",
  summary: "Monolith costs least: $5.4k a month against $156k as described. As described it stops at 33% of your peak.",
  accent: "monolith",
  blocks: [
    {
      kind: "context",
      spans: [
        person("UADA", "ada"),
        plain(
          " asked: 300 image resizes a second, 3 Lambda steps of about 200 ms at 1 GB, Step Functions Standard with 7 states, images passed through S3, us-east-1",
        ),
      ],
    },
    { kind: "headline", text: "Monolith costs least: $5.4k a month, against $156k as described" },
    {
      kind: "paragraph",
      spans: [
        plain("In "),
        strong("96 of 100"),
        plain(" plausible cases. But Lambda is not the problem: Step Functions Standard is "),
        strong("$138k"),
        plain(" of the $156k, and the same steps in one Lambda cost "),
        strong("$8.4k"),
        plain("."),
      ],
    },
    {
      kind: "paragraph",
      spans: [
        strong("Breaks first:"),
        plain(" as described it stops at "),
        strong("33% of your peak"),
        plain(". Step Functions starts 300 executions a second, you need 900. AWS can raise it: ask before you build."),
      ],
    },
    {
      kind: "table",
      columns: [
        { label: "Option", align: "left" },
        { label: "A month (8 cases in 10)", align: "right" },
        { label: "Carries your peak?", align: "left" },
      ],
      rows: [
        option("Monolith on Fargate", "$5.4k (4.2–8.0k)", "if vCPU quota ≥ 385", true),
        option("Monolith on EC2", "$5.3k (4.1–7.7k)", "if vCPU quota ≥ 420"),
        option("Tuned serverless", "$8.4k (7.5–9.4k)", "yes, up to 1.8×"),
        option("Hybrid", "$11k (11–14k)", "yes, up to 3.8×"),
        option("As described", "$156k (152–161k)", "no, 33% of it"),
      ],
      figureColumn: 1,
    },
    {
      kind: "context",
      spans: [
        plain("EC2 is within 5%: a tie, and a tie goes to the one with less to run. Below "),
        strong("6 images a second"),
        plain(" tuned serverless costs least."),
      ],
    },
    { kind: "chart", chart },
    assumed(
      [plain("Assumed: "), strong("80%"), plain(" of step time is CPU (50–100%).")],
      "Monolith $3.7k to $6.6k.",
      "80% of step time is CPU work",
    ),
    assumed(
      [plain("Assumed: containers "), strong("65% busy"), plain(" (40–75%).")],
      "At 40%, tuned serverless wins.",
      "containers are 65% busy",
    ),
    assumed(
      [plain("Assumed: peak "), strong("3×"), plain(" the average (1.5–5×).")],
      "Decides limits, not cost.",
      "peak is 3 times the average",
    ),
    {
      kind: "context",
      spans: [
        strong("Like Prime Video, 2023:"),
        plain(" pays per state, data through S3, first wall a Step Functions quota.\n"),
        strong("Unlike it:"),
        plain(" images are independent, so tuned serverless already saves 94%."),
      ],
    },
    {
      kind: "actions",
      actions: [
        press("Assumptions", "assumptions"),
        press("Limits", "limits"),
        press("Breakdown", "breakdown"),
        press("What flips it", "flips"),
        press("Decide", "decide"),
      ],
    },
    {
      kind: "context",
      spans: [code("7K2Q"), plain(" rev 1 · AWS list prices, catalog 23 Nov 2026 · computed in code, not by an LLM")],
    },
  ],
};

export const opener: Reply = {
  kind: "notice",
  summary: "One answer could change the verdict: how busy do your containers run?",
  accent: "none",
  blocks: [
    {
      kind: "paragraph",
      spans: [strong("One answer could change the verdict:"), plain(" how busy do your containers run?")],
    },
    {
      kind: "actions",
      actions: ["Under 40%", "About 50%", "65% or more"].map((label) =>
        press(label, "whatif", { args: { text: label } }),
      ),
    },
    {
      kind: "context",
      spans: [
        plain("Ask, correct and disagree here: "),
        code("@Rethink what if traffic doubles?"),
        plain(" · "),
        code("@Rethink no, 200 a minute"),
      ],
    },
  ],
};

export const difference: Reply = {
  kind: "difference",
  summary: "At 600 images a second: monolith still costs least, $11k a month.",
  accent: "monolith",
  blocks: [
    { kind: "paragraph", spans: [strong("300 → 600 images a second."), plain(" The monolith still costs least.")] },
    {
      kind: "paragraph",
      spans: [
        strong("Total"),
        plain(" $5.4k → "),
        strong("$11k"),
        plain(" a month (+99%) · as described $156k → $312k\n"),
        strong("Winner"),
        plain(" unchanged: monolith, 96 cases in 100\n"),
        strong("Limit"),
        plain(" as described 33% → "),
        strong("16%"),
        plain(" of peak"),
      ],
    },
    { kind: "actions", actions: [press("Undo", "undo"), press("Limits", "limits")] },
    { kind: "context", spans: [plain("Card above is now rev 2, by "), person("ULIN", "lin")] },
  ],
};

const limitRow = (name: string, needed: string, quota: string, holds: string) => ({
  cells: [[plain(name)], [plain(needed)], [plain(quota)], [plain(holds)]],
  emphasized: false,
});
const limitGroup = (name: string, holds: string) => ({
  cells: [[plain(name)], [], [], [plain(holds)]],
  emphasized: true,
});

export const limits: Reply = {
  kind: "detail",
  summary: "What breaks first: Step Functions starts, at 33% of your peak.",
  accent: "none",
  blocks: [
    { kind: "headline", text: "What breaks first, at your peak of 900 a second" },
    {
      kind: "table",
      columns: [
        { label: "Limit", align: "left" },
        { label: "Needed", align: "right" },
        { label: "Quota", align: "right" },
        { label: "Holds to", align: "left" },
      ],
      rows: [
        limitGroup("As described", "33% of peak"),
        limitRow("Step Functions, starts", "900/s", "300/s", "33%"),
        limitRow("Step Functions, transitions", "6,300/s", "5,000/s", "79%"),
        limitRow("Lambda, running at once", "540", "1,000", "1.8×, Dec 2027"),
        limitGroup("Tuned serverless", "1.8× your peak"),
        limitRow("Lambda, running at once", "540", "1,000", "1.8×, Dec 2027"),
        limitGroup("Monolith on Fargate", "check one quota"),
        limitRow("Fargate, vCPU", "385", "6 if new", "ask first"),
      ],
      figureColumn: 3,
    },
    {
      kind: "paragraph",
      spans: [
        strong("What happens there."),
        plain(" Over 300 starts a second, StartExecution answers ThrottlingException and the caller has to retry.\n"),
        strong("Dates"),
        plain(" assume 5% growth a month."),
      ],
    },
    {
      kind: "actions",
      actions: [press("Enter our quotas", "quota"), press("Show everyone", "limits", { args: { share: "channel" } })],
    },
    {
      kind: "context",
      spans: [quiet("Quotas: AWS General Reference, us-east-1, read after 19 Jun 2026. Yours may differ.")],
    },
  ],
};

export const problem: Reply = {
  kind: "error",
  summary: "I found no workload in that.",
  accent: "none",
  blocks: [
    {
      kind: "paragraph",
      spans: [
        strong("I found no workload in that."),
        plain("\nI need at least how often something runs. Any of these will do:\n"),
        code("200 a second, 300 ms each"),
        plain(" · "),
        code("3 million a day"),
      ],
    },
    {
      kind: "actions",
      actions: [press("Open the form", "review", { form: reviewForm }), press("Show an example", "case")],
    },
  ],
};

export const home: Reply = {
  kind: "detail",
  summary: "Your reviews",
  accent: "none",
  blocks: [
    { kind: "paragraph", spans: [strong("Rethink"), plain(" answers one question before you build.")] },
    { kind: "actions", actions: [press("Review a workload", "review", { emphasis: "primary", form: reviewForm })] },
    { kind: "divider" },
    { kind: "heading", text: "Your reviews" },
    {
      kind: "line-with-action",
      spans: [strong("image-resize"), plain("  decided: monolith on Fargate, $6.0k a month")],
      consequence: [plain("#arch-media · look again 24 May 2027")],
      action: press("Open", "review", { accessibilityLabel: "Open image-resize" }),
    },
    { kind: "context", spans: [plain("You see reviews you took part in, nobody else's.")] },
  ],
};

export const decisionRecord: Reply = {
  kind: "notice",
  summary: "The decision record of image-resize.",
  accent: "none",
  blocks: [
    { kind: "paragraph", spans: [plain("The decision as a record.")] },
    {
      kind: "file",
      name: "7K2Q-monolith.md",
      mediaType: "text/markdown",
      content: "# Use a monolith on Fargate\n\n$5.4k a month\n",
    },
  ],
};

export const digest: Reply = {
  kind: "digest",
  summary: "2 of 4 reviews moved.",
  accent: "none",
  blocks: [{ kind: "headline", text: "Monday digest: 2 of 4 reviews moved" }],
};
