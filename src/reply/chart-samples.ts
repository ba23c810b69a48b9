import type { ChartLine, ChartSpec } from "./chart-spec.ts";
import { oneLine } from "./clean-text.ts";
import { roundSignificant } from "./digits.ts";
import { computedRate, rate } from "./rates.ts";

/** A chart as a few named points: for platforms that draw charts themselves, from categories instead of an axis. */
export interface ChartSamples {
  title: string;
  xLabel: string;
  yLabel: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
  /** Lines that would flatten all others, in words: "Serverless as described: $156k/mo". */
  notDrawn: readonly string[];
}

export interface SampleLimits {
  categories: number;
  series: number;
  /** Longest name of a category or a series. */
  label: number;
  title: number;
  axisLabel: number;
}

/** Drawn on a linear scale, a line this many times above the cheapest presses the others flat. */
const OFF_SCALE = 5;
/** How far the axis reaches beyond the break-evens and the team's own load. */
const REACH = 6;
/** Two points nearer than this are one. */
const SAME_POINT = 1.2;

interface Point {
  ratePerSecond: number;
  label: string;
}

/** Picks points and lines that read well on a linear scale: break-evens, the own load, and a grid around them. */
export function sampleChart(chart: ChartSpec, limits: SampleLimits): ChartSamples {
  const points = samplePoints(chart, limits);
  const valuesOf = (line: ChartLine): number[] => points.map(({ ratePerSecond }) => costAt(line, ratePerSecond));
  const atYou = chart.lines.map((line) => costAt(line, chart.you.ratePerSecond));
  const ceiling = Math.min(...atYou) * OFF_SCALE;
  const main = chart.lines.filter((line) => !line.secondary && line.points.length > 0);
  const drawn = main.filter((line) => Math.min(...valuesOf(line)) <= ceiling).slice(0, limits.series);
  return {
    title: oneLine(chart.title, limits.title),
    xLabel: oneLine(`${chart.unitPlural} a second`, limits.axisLabel),
    yLabel: oneLine(`$ per million ${chart.unitPlural}`, limits.axisLabel),
    categories: points.map(({ label }) => label),
    series: drawn.map((line, index) => ({
      name: uniqueName(drawn, index, limits.label),
      values: valuesOf(line).map((value) => roundSignificant(value, 4)),
    })),
    notDrawn: main
      .filter((line) => !drawn.includes(line))
      .map((line) => (line.atYou === null ? line.label : `${line.label}: ${line.atYou.label}`)),
  };
}

function uniqueName(lines: readonly ChartLine[], index: number, max: number): string {
  const name = oneLine(lines[index]?.label ?? "", max);
  const before = lines.slice(0, index).some((line) => oneLine(line.label, max) === name);
  return before ? oneLine(`${index + 1} ${lines[index]?.label ?? ""}`, max) : name;
}

/** Straight between two points on log-log paper, where every cost curve of ours is nearly straight. */
function costAt(line: ChartLine, ratePerSecond: number): number {
  const after = line.points.findIndex((point) => point.ratePerSecond >= ratePerSecond);
  const right = line.points[after === -1 ? line.points.length - 1 : after];
  const left = line.points[Math.max(0, (after === -1 ? line.points.length : after) - 1)];
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
  const span = Math.log(right.ratePerSecond / left.ratePerSecond);
  if (!(span > 0) || !(left.usdPerMillionUnits > 0) || !(right.usdPerMillionUnits > 0)) return right.usdPerMillionUnits;
  const share = Math.min(1, Math.log(ratePerSecond / left.ratePerSecond) / span);
  return left.usdPerMillionUnits * (right.usdPerMillionUnits / left.usdPerMillionUnits) ** share;
}

function samplePoints(chart: ChartSpec, limits: SampleLimits): Point[] {
  const named = namedPoints(chart, limits.label).slice(0, limits.categories);
  const rates = named.map(({ ratePerSecond }) => ratePerSecond);
  const low = Math.min(...rates) / REACH;
  const high = Math.max(...rates) * REACH;
  const grid = gridRates(low, high)
    .filter((value) => rates.every((other) => value / other > SAME_POINT || other / value > SAME_POINT))
    .map((ratePerSecond) => ({ ratePerSecond, label: rate(ratePerSecond) }));
  const points = [...named, ...thinned(grid, limits.categories - named.length)];
  return points
    .sort((a, b) => a.ratePerSecond - b.ratePerSecond)
    .filter(({ label }, index, all) => all.findIndex((other) => other.label === label) === index);
}

function namedPoints(chart: ChartSpec, maxLabel: number): Point[] {
  const own = chart.you.ratePerSecond;
  const breakEvens = chart.breakEvens
    .filter(({ ratePerSecond }) => ratePerSecond > 0)
    .map(({ ratePerSecond }) => {
      const { digits, unit } = computedRate(ratePerSecond);
      return { ratePerSecond, label: named("break-even", `${digits}${unit.short}`, maxLabel) };
    });
  return [{ ratePerSecond: own, label: named("you:", rate(own), maxLabel) }, ...breakEvens];
}

function named(name: string, figure: string, max: number): string {
  const whole = `${name} ${figure}`;
  return whole.length <= max ? whole : oneLine(figure, max);
}

/** 1, 2, 5 of each power of ten, or 1 alone where the axis is long. */
function gridRates(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const steps = last - first > 5 ? [1, 3] : [1, 2, 5];
  const rates: number[] = [];
  for (let power = first; power <= last; power += 1) rates.push(...steps.map((step) => step * 10 ** power));
  return rates.filter((value) => value >= low && value <= high);
}

function thinned<T>(items: readonly T[], max: number): T[] {
  if (items.length <= max) return [...items];
  const every = Math.ceil(items.length / Math.max(1, max));
  return items.filter((_, index) => index % every === 0);
}
