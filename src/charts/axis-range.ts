import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { type CurvePoint, costAt, drawablePoints, pointsBetween } from "./curve.ts";

export interface Range {
  low: number;
  high: number;
}

/** A shorter axis would be nearly linear, and a logarithmic one misread. */
const shortestLoadRatio = 10;
/** Under this, differences of a percent would look like differences that matter. */
const shortestCostRatio = 4;
/** How far above the costs that matter a line may run before it leaves the top of the chart. */
const headRatio = 2;

/** Loads the axis shows, a second: everything the lines and bands cover, and "you" in any case. */
export function loadRange(spec: ChartSpec): Range {
  const rates = [
    spec.you.ratePerSecond,
    ...spec.lines.flatMap((line) => drawablePoints(line).map((point) => point.ratePerSecond)),
    ...spec.bands.flatMap((band) => [band.fromRatePerSecond, band.toRatePerSecond]),
  ].filter((rate) => rate > 0 && Number.isFinite(rate));
  return rates.length === 0 ? { low: 0.1, high: 1000 } : atLeast(extent(rates), shortestLoadRatio);
}

/**
 * Costs the axis shows. A fleet that idles costs a thousand times as much a unit at a thousandth of the load; showing
 * all of that would press together the lines people compare. So the top is set by the costs that matter (at "you", at
 * break-evens, at walls, each line's own floor), and a line may leave the chart upwards.
 */
export function costRange(spec: ChartSpec, loads: Range): Range {
  const curves = spec.lines.map((line) => pointsBetween(drawablePoints(line), loads.low, loads.high));
  const all = positive(curves.flat().map((point) => point.usdPerMillionUnits));
  if (all.length === 0) return { low: 1, high: 100 };
  const { low, high } = extent(all);
  const matter = positive([
    ...spec.lines.flatMap((line, index) => costsThatMatter(line, curves[index] ?? [], spec)),
    ...spec.breakEvens.filter(within(loads)).map((crossing) => crossing.usdPerMillionUnits),
  ]);
  const top = Math.max(low, ...matter) * headRatio;
  return atLeast({ low: Math.min(low, ...matter), high: Math.max(Math.min(high, top), ...matter) }, shortestCostRatio);
}

function costsThatMatter(line: ChartLine, curve: readonly CurvePoint[], spec: ChartSpec): number[] {
  const floor = Math.min(...positive(curve.map((point) => point.usdPerMillionUnits)));
  const wall = line.wall === null ? null : costAt(curve, line.wall.ratePerSecond);
  return [floor, wall ?? 0, costAt(curve, spec.you.ratePerSecond) ?? 0, line.atYou?.usdPerMillionUnits ?? 0];
}

export function within(range: Range): (at: { ratePerSecond: number }) => boolean {
  return (at) => at.ratePerSecond >= range.low && at.ratePerSecond <= range.high;
}

function positive(values: readonly number[]): number[] {
  return values.filter((value) => value > 0 && Number.isFinite(value));
}

function extent(values: readonly number[]): Range {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function atLeast(range: Range, ratio: number): Range {
  if (range.high / range.low >= ratio) return range;
  const stretch = Math.sqrt((ratio * range.low) / range.high);
  return { low: range.low / stretch, high: range.high * stretch };
}
