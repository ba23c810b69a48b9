import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { costAt, drawablePoints } from "./curve.ts";
import { comparedLines } from "./native-lines.ts";
import { nativeLimits, shortened, shortName } from "./native-names.ts";
import { nativePoints } from "./native-points.ts";
import { perUnit, rateUnitOf } from "./wording.ts";

/**
 * The chart for platforms that draw charts themselves: named loads instead of an axis, a linear scale for cost. Plain
 * data; the platform's adapter puts it into its own block.
 */
export interface NativeChart {
  title: string;
  xLabel: string;
  yLabel: string;
  /** Loads by name, ascending: all different, at least one. */
  categories: readonly string[];
  /** One finite value for each category. */
  series: readonly { name: string; values: readonly number[] }[];
  /** What a linear scale cannot show, in words: lines left out, and quotas. */
  notDrawn: readonly string[];
}

/** Null when no line has a cost at the team's own load, so that there is nothing to compare. */
export function nativeChart(spec: ChartSpec): NativeChart | null {
  const drawn = comparedLines(spec).slice(0, nativeLimits.series);
  if (drawn.length === 0) return null;
  const points = nativePoints(spec, drawn);
  return {
    title: shortened(spec.title, nativeLimits.title),
    xLabel: aroundNoun("", spec.unitPlural, ` ${perUnit(rateUnitOf(spec))}`),
    yLabel: aroundNoun("$ per million ", spec.unitPlural, ""),
    categories: points.map((point) => point.label),
    series: uniquelyNamed(drawn).map(({ name, line }) => ({
      name,
      values: points.map((point) => printed(costAt(drawablePoints(line), point.ratePerSecond) ?? 0)),
    })),
    notDrawn: notDrawn(spec, drawn),
  };
}

/** The noun alone is cut when the whole is too long. */
function aroundNoun(before: string, noun: string, after: string): string {
  return `${before}${shortened(noun, nativeLimits.title - before.length - after.length)}${after}`;
}

function uniquelyNamed(lines: readonly ChartLine[]): { name: string; line: ChartLine }[] {
  const named: { name: string; line: ChartLine }[] = [];
  for (const line of lines) {
    const name = shortName(line, nativeLimits.name);
    const taken = named.some((other) => other.name === name);
    named.push({ name: taken ? shortened(`${named.length + 1} ${name}`, nativeLimits.name) : name, line });
  }
  return named;
}

/** The platform shows values as they are, so they are rounded here, to four digits. */
function printed(usdPerMillionUnits: number): number {
  return Number(usdPerMillionUnits.toPrecision(4));
}

function notDrawn(spec: ChartSpec, drawn: readonly ChartLine[]): string[] {
  const others = spec.lines.filter((line) => !line.secondary && !drawn.includes(line));
  return [
    ...others.map((line) => (line.atYou === null ? line.label : `${line.label}: ${line.atYou.label}`)),
    ...drawn.flatMap((line) => (line.wall === null ? [] : [`${line.label}: ${line.wall.label}`])),
  ];
}
