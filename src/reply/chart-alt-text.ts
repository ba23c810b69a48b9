import type { ChartLine, ChartSpec } from "./chart-spec.ts";
import { money } from "./money.ts";
import { computedRate, rate } from "./rates.ts";

/** Discord takes 1,024 characters. */
const ALT_TEXT_MAX = 1000;

/** A curve that moves less than this reads as flat. */
const FLAT_SHARE = 0.05;

/** What the picture shows, for people who do not see it: axes, each line's level, the crossings, your point. */
export function chartAltText(spec: Omit<ChartSpec, "altText">): string {
  const sentences = [
    `${spec.title}. Line chart of the cost of a million ${spec.unitPlural} against load, both on log scales.`,
    ...spec.lines.filter((line) => !line.secondary).map((line) => lineSentence(line)),
    ...spec.breakEvens.map((entry) => `Break-even at ${load(entry.ratePerSecond, spec.unitPlural)}.`),
    youSentence(spec),
  ];
  let text = "";
  for (const sentence of sentences) {
    if (text.length + sentence.length + 1 > ALT_TEXT_MAX) break;
    text = text === "" ? sentence : `${text} ${sentence}`;
  }
  return text;
}

function load(ratePerSecond: number, many: string): string {
  const { digits, unit } = computedRate(ratePerSecond);
  return `${digits} ${many} ${unit.words}`;
}

function short(ratePerSecond: number): string {
  const { digits, unit } = computedRate(ratePerSecond);
  return digits + unit.short;
}

function lineSentence({ label, points, wall }: ChartLine): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  const [from, to] = [first.usdPerMillionUnits, last.usdPerMillionUnits];
  const ends = wall === null ? "" : ` and meets its ${wall.label.replace("quota wall", "quota at")}`;
  if (Math.abs(to - from) <= FLAT_SHARE * Math.max(from, to)) return `${label} is flat at ${money(from)}${ends}.`;
  return `${label} ${to < from ? "falls" : "rises"} from ${money(from)} at ${short(first.ratePerSecond)} to ${money(to)} at ${short(last.ratePerSecond)}${ends}.`;
}

function youSentence({ you, lines }: Omit<ChartSpec, "altText">): string {
  const costs = lines.flatMap((line) =>
    line.atYou === null || line.secondary ? [] : [`${line.label} ${line.atYou.label.replace("/mo", "")}`],
  );
  return costs.length === 0
    ? `You are at ${rate(you.ratePerSecond)}.`
    : `You are at ${rate(you.ratePerSecond)}, where a month costs: ${costs.join(", ")}.`;
}
