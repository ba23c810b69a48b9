import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { costAt, drawablePoints } from "./curve.ts";
import { nativeLimits, shortened } from "./native-names.ts";
import { inUnit, perSecond, type RateUnit } from "./rate-unit.ts";
import { multiples } from "./ticks.ts";
import { breakEvensWordings, loadLabel, rateUnitOf, youLabel } from "./wording.ts";

export interface NativePoint {
  ratePerSecond: number;
  label: string;
}

/** As many as read well under a chart in a message; Slack takes more. */
const comfortable = 12;
/** How far the loads reach beyond "you" and the break-evens. */
const reach = 8;
/** How much dearer than there a load may make a line before it is left out: an idle fleet would set the scale. */
const dearest = 4;
/** Round loads nearer to a named one than this are left out. */
const samePoint = 1.2;

/** "You", the break-evens and round loads around them, ascending, where every line has a cost. */
export function nativePoints(spec: ChartSpec, lines: readonly ChartLine[]): NativePoint[] {
  const unit = rateUnitOf(spec);
  const curves = lines.map(drawablePoints);
  const costsAt = (rate: number) => curves.map((curve) => costAt(curve, rate));
  const anchors = namedPoints(spec, unit).filter((point) => !costsAt(point.ratePerSecond).includes(null));
  const scale = Math.max(...anchors.flatMap((point) => costsAt(point.ratePerSecond).flatMap((cost) => cost ?? [])));
  const shows = (rate: number) => costsAt(rate).every((cost) => cost !== null && cost <= scale * dearest);
  const rates = anchors.map((point) => point.ratePerSecond);
  const range = { low: Math.min(...rates) / reach, high: Math.max(...rates) * reach };
  const round = (steps: readonly number[]) =>
    multiples(inUnit(range.low, unit), inUnit(range.high, unit), steps)
      .map((value) => perSecond(value, unit))
      .filter((rate) => shows(rate) && rates.every((named) => Math.max(named / rate, rate / named) > samePoint))
      .map((rate) => ({ ratePerSecond: rate, label: loadLabel(rate, unit, 3) }));
  const choices = [round([1, 2, 5]), round([1, 3]), round([1])];
  const grid =
    choices.find((choice) => choice.length + anchors.length <= comfortable) ?? thinned(round([1]), anchors.length);
  return distinct([...anchors, ...grid]).sort((a, b) => a.ratePerSecond - b.ratePerSecond);
}

function namedPoints(spec: ChartSpec, unit: RateUnit): NativePoint[] {
  const { categories, name } = nativeLimits;
  const you = { ratePerSecond: spec.you.ratePerSecond, label: shortened(youLabel(spec), name) };
  const breakEvens = spec.breakEvens.map((breakEven) => {
    const wordings = breakEvensWordings([breakEven], unit);
    const label = wordings.find((each) => each.length <= name) ?? shortened(wordings.at(-1) ?? "", name);
    return { ratePerSecond: breakEven.ratePerSecond, label };
  });
  return distinct([you, ...breakEvens]).slice(0, categories);
}

function thinned(points: readonly NativePoint[], taken: number): NativePoint[] {
  const room = nativeLimits.categories - taken;
  if (room <= 0) return [];
  const every = Math.ceil(points.length / Math.max(1, Math.min(room, comfortable)));
  return points.filter((_, index) => index % every === 0);
}

/** A category is known by its label: the first of two with the same one stays. */
function distinct(points: readonly NativePoint[]): NativePoint[] {
  return points.filter((point, index) => points.findIndex((other) => other.label === point.label) === index);
}
