import type { Architecture } from "#src/model/architecture-name.ts";
import type { Family } from "#src/model/assessment.ts";
import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { type Cost, millionsAMonth, points } from "./sample-curves.ts";

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
