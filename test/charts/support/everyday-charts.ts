import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { specOf } from "./sample-chart.ts";
import { fleet, perUse, sum } from "./sample-curves.ts";

export const resizeFargate = sum(fleet(72.08, 4.05, 1), perUse(0.15));
const resizeEc2 = sum(fleet(160, 9.3, 1), perUse(0.1));

/** Charts as they come up. */
export const everydayCharts: Readonly<Record<string, ChartSpec>> = {
  "image-resize": specOf({
    title: "Above 3 images/s a monolith costs least",
    unit: "images",
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
  "image-resize-five": specOf({
    title: "Above 3 images/s a monolith costs least",
    unit: "images",
    low: 0.1,
    high: 10_000,
    you: 300,
    lines: [
      { architecture: "serverless", cost: perUse(198), wall: 100 },
      { architecture: "serverless-tuned", cost: perUse(10.68), wall: 550 },
      { architecture: "monolith-fargate", cost: resizeFargate },
      { architecture: "monolith-ec2", cost: resizeEc2, secondary: true },
      { architecture: "hybrid", cost: sum(fleet(36, 8, 2), perUse(12)), secondary: true },
    ],
    bands: [
      [2.6, "serverless"],
      [10_000, "monolith"],
    ],
  }),
  webhook: specOf({
    title: "Below 44 events/s serverless costs least",
    unit: "events",
    low: 0.0005,
    high: 500,
    you: 0.05,
    lines: [
      { architecture: "serverless", cost: perUse(1.53) },
      { architecture: "serverless-tuned", cost: perUse(0.53), wall: 400 },
      { architecture: "monolith-fargate", cost: fleet(18, 400, 2, 22) },
    ],
    bands: [
      [42, "serverless"],
      [500, "monolith"],
    ],
  }),
  "steady-api": specOf({
    title: "Above 60 requests/s a monolith costs least",
    unit: "requests",
    low: 1,
    high: 100_000,
    you: 2000,
    lines: [
      { architecture: "serverless", cost: perUse(2.87), wall: 3333 },
      { architecture: "serverless-tuned", cost: perUse(1.31), wall: 3333 },
      { architecture: "monolith-ec2", cost: fleet(62, 450, 2, 22) },
    ],
    bands: [
      [43, "serverless"],
      [100_000, "monolith"],
    ],
  }),
  "too-close": specOf({
    title: "Too close to call around 12 orders/s",
    unit: "orders",
    low: 0.01,
    high: 1000,
    you: 12,
    lines: [
      { architecture: "serverless", cost: perUse(27) },
      { architecture: "serverless-tuned", cost: perUse(9.5) },
      { architecture: "monolith-fargate", cost: fleet(72, 4, 2, 60) },
    ],
    bands: [
      [8, "serverless"],
      [17, null],
      [1000, "monolith"],
    ],
  }),
  "hybrid-wins": specOf({
    title: "Above 40 videos/min the hybrid costs least",
    unit: "videos",
    low: 0.01,
    high: 100,
    you: 2.5,
    lines: [
      { architecture: "serverless-tuned", cost: perUse(2400), wall: 9 },
      { architecture: "monolith-fargate", cost: fleet(580, 0.12, 1) },
      { architecture: "hybrid", cost: sum(fleet(290, 0.1, 1), perUse(320)) },
    ],
    bands: [
      [0.06, "serverless"],
      [100, "hybrid"],
    ],
  }),
  "monolith-only": specOf({
    title: "A monolith, because Lambda stops at 15 minutes",
    unit: "reports",
    low: 0.0001,
    high: 1,
    you: 0.012,
    lines: [
      { architecture: "monolith-fargate", cost: fleet(144, 0.0011, 1) },
      { architecture: "monolith-ec2", cost: fleet(125, 0.001, 1), secondary: true },
    ],
    bands: [[1, "monolith"]],
  }),
};
