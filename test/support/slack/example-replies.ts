import type { Reply } from "#src/reply/reply.ts";
import { code, person, plain, quiet, strong } from "#src/reply/spans.ts";
import { press, reviewForm } from "./example-forms.ts";

/** Replies as the product words them, for tests of how Slack shows them. Figures are examples. */

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

const verbLine = (verb: string, what: string) => [code(verb), plain(` ${what}\n`)];

export const help: Reply = {
  kind: "detail",
  summary: "Rethink: describe a workload, see what it costs and where it breaks.",
  accent: "none",
  blocks: [
    { kind: "headline", text: "Describe a workload, see what it costs and where it breaks" },
    {
      kind: "paragraph",
      spans: [plain("Five architectures, AWS list prices and quotas. Every figure comes from code.")],
    },
    { kind: "heading", text: "Try one" },
    { kind: "preformatted", text: "/rethink 50 thumbnails a second, 200 ms at 512 MB\n/rethink case prime-video" },
    { kind: "heading", text: "Ask" },
    { kind: "paragraph", spans: [...verbLine("review", "a workload"), ...verbLine("whatif", "change one thing")] },
    { kind: "heading", text: "Look closer" },
    {
      kind: "paragraph",
      spans: [...verbLine("limits", "what breaks first"), ...verbLine("breakdown", "where the money goes")],
    },
    { kind: "heading", text: "Decide" },
    { kind: "paragraph", spans: verbLine("decide", "record it, get an ADR") },
    { kind: "heading", text: "Keep watch" },
    { kind: "paragraph", spans: verbLine("digest", "on a schedule") },
    { kind: "actions", actions: [press("Open the form", "review", { form: reviewForm })] },
  ],
};
