import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { Reply, Span } from "#src/reply/reply.ts";
import { code, person, plain, strong } from "#src/reply/spans.ts";
import { changeForm, press } from "./example-forms.ts";

/** The review card as the product words it, with its chart. Figures are examples. */

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
