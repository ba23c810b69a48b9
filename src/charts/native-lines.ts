import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { costAt, drawablePoints } from "./curve.ts";

/** On a linear scale a line this many times above those that decide presses them flat. */
const offScale = 5;
/** Lines that meet are within this of each other. */
const meeting = 1.03;

/**
 * The lines a linear scale can compare: those that cost least at "you" or meet at a break-even, and others near them.
 * With one family left, the cheapest line of another joins it: a single line compares nothing.
 */
export function comparedLines(spec: ChartSpec): ChartLine[] {
  const { ratePerSecond } = spec.you;
  const usable = spec.lines.filter((line) => !line.secondary && costOf(line, ratePerSecond) !== null);
  const deciding = usable.filter((line) => decides(line, usable, spec));
  const ceiling = offScale * Math.max(...deciding.map((line) => lowestAtAnchors(line, spec)));
  const near = usable.filter((line) => deciding.includes(line) || lowestAtAnchors(line, spec) <= ceiling);
  const families = new Set(near.map((line) => line.family));
  if (families.size !== 1) return near;
  const rival = cheapest(
    usable.filter((line) => !families.has(line.family)),
    ratePerSecond,
  );
  return usable.filter((line) => near.includes(line) || line === rival);
}

function costOf(line: ChartLine, ratePerSecond: number): number | null {
  return costAt(drawablePoints(line), ratePerSecond);
}

function anchors(spec: ChartSpec): number[] {
  return [spec.you.ratePerSecond, ...spec.breakEvens.map((breakEven) => breakEven.ratePerSecond)];
}

function lowestAtAnchors(line: ChartLine, spec: ChartSpec): number {
  return Math.min(...anchors(spec).flatMap((rate) => costOf(line, rate) ?? []));
}

function decides(line: ChartLine, usable: readonly ChartLine[], spec: ChartSpec): boolean {
  if (line === cheapest(usable, spec.you.ratePerSecond)) return true;
  return spec.breakEvens.some((breakEven) => {
    const cost = costOf(line, breakEven.ratePerSecond);
    const crossing = breakEven.usdPerMillionUnits;
    return cost !== null && cost <= crossing * meeting && cost >= crossing / meeting;
  });
}

function cheapest(lines: readonly ChartLine[], ratePerSecond: number): ChartLine | undefined {
  return lines.toSorted(
    (a, b) =>
      (costOf(a, ratePerSecond) ?? Number.POSITIVE_INFINITY) - (costOf(b, ratePerSecond) ?? Number.POSITIVE_INFINITY),
  )[0];
}
