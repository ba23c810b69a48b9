import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { resizeFargate } from "./everyday-charts.ts";
import { specOf } from "./sample-chart.ts";
import { fleet, perUse } from "./sample-curves.ts";

/** Charts that come up seldom, and that must still be read. */
export const extremeCharts: Readonly<Record<string, ChartSpec>> = {
  "four-crossings": specOf({
    title: "The cheapest design changes four times between 1 and 1,000 jobs/s",
    unit: "jobs",
    low: 0.1,
    high: 10_000,
    you: 90,
    lines: [
      { architecture: "serverless", cost: perUse(80), wall: 700 },
      { architecture: "serverless-tuned", cost: perUse(20), wall: 5000 },
      { architecture: "monolith-fargate", cost: fleet(400, 12, 1) },
    ],
    bands: [
      [7.6, "serverless"],
      [12, "monolith"],
      [15.2, "serverless"],
      [24, "monolith"],
      [10_000, "serverless"],
    ],
  }),
  "all-equal": specOf({
    title: "No difference at any load",
    unit: "calls",
    low: 0.1,
    high: 1000,
    you: 10,
    lines: [
      { architecture: "serverless", cost: perUse(7), wall: 50 },
      { architecture: "serverless-tuned", cost: perUse(7), wall: 50 },
      { architecture: "monolith-fargate", cost: perUse(7) },
    ],
    bands: [[1000, null]],
  }),
  "one-line": specOf({
    title: "Serverless costs $161 a month",
    unit: "pages",
    low: 0.1,
    high: 1000,
    you: 15,
    lines: [{ architecture: "serverless", cost: perUse(4.1) }],
    bands: [[1000, "serverless"]],
  }),
  slow: specOf({
    title: "Below 20 backups/s serverless costs least",
    unit: "backups",
    low: 1e-7,
    high: 0.1,
    you: 1e-4,
    lines: [
      { architecture: "serverless", cost: perUse(5200) },
      { architecture: "serverless-tuned", cost: perUse(4900) },
      { architecture: "monolith-fargate", cost: fleet(9, 0.02, 1) },
    ],
    bands: [
      [0.0007, "serverless"],
      [0.1, "monolith"],
    ],
  }),
  fast: specOf({
    title: "Above 30 impressions/s a monolith costs least",
    unit: "impressions",
    low: 1e3,
    high: 1e9,
    you: 1e6,
    lines: [
      { architecture: "serverless", cost: perUse(3.4), wall: 1e4 },
      { architecture: "serverless-tuned", cost: perUse(0.41), wall: 1e5 },
      { architecture: "monolith-ec2", cost: fleet(120, 4000, 3, 40) },
    ],
    bands: [[1e9, "monolith"]],
  }),
  "wide-costs": specOf({
    title: "From a hundredth of a cent to ten million dollars",
    unit: "units",
    low: 0.001,
    high: 100_000,
    you: 5,
    lines: [
      { architecture: "serverless", cost: perUse(1e7) },
      { architecture: "serverless-tuned", cost: perUse(31) },
      { architecture: "monolith-fargate", cost: fleet(50, 1e9, 1) },
    ],
    bands: [
      [0.6, "serverless"],
      [100_000, "monolith"],
    ],
  }),
  "you-at-edge": specOf({
    title: "Above 5 messages/s a monolith costs least",
    unit: "messages",
    low: 0.1,
    high: 1000,
    you: 1000,
    lines: [
      { architecture: "serverless", cost: perUse(33), wall: 1000 },
      { architecture: "serverless-tuned", cost: perUse(6.2), wall: 600 },
      { architecture: "monolith-fargate", cost: fleet(36, 30, 2, 22) },
    ],
    bands: [
      [5.8, "serverless"],
      [1000, "monolith"],
    ],
  }),
  hostile: {
    ...specOf({
      title: `Above 6 <script>alert("x")</script> & co/s a monolith of very many words costs least of all`,
      unit: "personalised quarterly statements with attachments for every subsidiary of the group in all jurisdictions",
      low: 0.1,
      high: 10_000,
      you: 300,
      lines: [
        { architecture: "serverless", cost: perUse(198), wall: 100 },
        { architecture: "serverless-tuned", cost: perUse(10.68), wall: 550 },
        { architecture: "monolith-fargate", cost: resizeFargate },
      ],
      bands: [
        [2.6, "serverless"],
        [10_000, "monolith"],
      ],
    }),
    subtitle:
      "画像 and 🎉 & <b>bold</b> · изображения · us-east-1 list prices · a subtitle that is far too long for one line",
  },
  "free-tier": specOf({
    title: "Below 900 lookups/s serverless costs least",
    unit: "lookups",
    low: 0.01,
    high: 10_000,
    you: 40,
    lines: [
      { architecture: "serverless", cost: (rate) => (rate < 0.38 ? 0 : 1.2 * (1 - 0.38 / rate)) },
      { architecture: "monolith-fargate", cost: fleet(36, 300, 2, 22) },
    ],
    bands: [
      [30, "serverless"],
      [10_000, "monolith"],
    ],
  }),
};
