import type { Architecture } from "#src/model/architecture-name.ts";
import type { Family } from "#src/model/assessment.ts";
import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { type Cost, fleet, millionsAMonth, perUse, points, sum } from "./sample-curves.ts";

const families: Readonly<Record<Architecture, Family>> = {
  serverless: "serverless",
  "serverless-tuned": "serverless",
  "monolith-fargate": "monolith",
  "monolith-ec2": "monolith",
  hybrid: "hybrid",
};

const labels: Readonly<Record<Architecture, string>> = {
  serverless: "Serverless as described",
  "serverless-tuned": "Tuned serverless",
  "monolith-fargate": "Monolith on Fargate",
  "monolith-ec2": "Monolith on EC2",
  hybrid: "Hybrid",
};

interface SampleLine {
  architecture: Architecture;
  cost: Cost;
  wall?: number;
  secondary?: boolean;
  from?: number;
  to?: number;
}

interface Sample {
  title: string;
  unit: string;
  low: number;
  high: number;
  you: number;
  lines: readonly SampleLine[];
  bands: readonly (readonly [to: number, family: Family | null])[];
}

function money(usd: number): string {
  if (usd >= 1e6) return `$${Math.round(usd / 1e5) / 10}M/mo`;
  if (usd >= 1e5) return `$${Math.round(usd / 1e3)}k/mo`;
  if (usd >= 1e3) return `$${(usd / 1e3).toPrecision(2)}k/mo`;
  return usd >= 10 ? `$${Math.round(usd)}/mo` : `$${usd.toFixed(2)}/mo`;
}

function lineOf(sample: Sample, line: SampleLine): ChartLine {
  const { architecture, cost, wall, secondary = false, from = sample.low, to = sample.high } = line;
  const carried = sample.you >= from && sample.you <= to;
  const usdPerMillionUnits = cost(sample.you);
  return {
    architecture,
    family: families[architecture],
    label: labels[architecture],
    points: points(cost, from, to),
    wall: wall === undefined ? null : { ratePerSecond: wall, label: `quota wall ${wall.toLocaleString("en-US")}/s` },
    atYou:
      secondary || !carried
        ? null
        : { usdPerMillionUnits, label: money(usdPerMillionUnits * sample.you * millionsAMonth) },
    secondary,
  };
}

export function specOf(sample: Sample): ChartSpec {
  let from = sample.low;
  const bands = sample.bands.map(([to, family]) => {
    const band = { fromRatePerSecond: from, toRatePerSecond: to, family };
    from = to;
    return band;
  });
  const cheapest = (rate: number) =>
    Math.min(
      ...sample.lines
        .filter((line) => rate >= (line.from ?? sample.low) && rate <= (line.to ?? sample.high))
        .map((line) => line.cost(rate)),
    );
  return {
    title: sample.title,
    subtitle: `Cost of a million ${sample.unit}, by load · us-east-1 list prices`,
    unitPlural: sample.unit,
    lines: sample.lines.map((line) => lineOf(sample, line)),
    bands,
    breakEvens: bands.slice(1).map((band) => ({
      ratePerSecond: band.fromRatePerSecond,
      usdPerMillionUnits: cheapest(band.fromRatePerSecond),
    })),
    you: { ratePerSecond: sample.you },
    altText: "",
  };
}

const resizeFargate = sum(fleet(72.08, 4.05, 1), perUse(0.15));
const resizeEc2 = sum(fleet(160, 9.3, 1), perUse(0.1));

/** Charts as they come up, and extreme ones. */
export const samples: Readonly<Record<string, ChartSpec>> = {
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

export function sample(name: string): ChartSpec {
  const spec = samples[name];
  if (spec === undefined) throw new Error(`no sample chart is called ${name}`);
  return spec;
}
