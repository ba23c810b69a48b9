import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { costRange, loadRange } from "./axis-range.ts";
import { formatAmount, formatTickUsd } from "./number-format.ts";
import { inUnit, perSecond, type RateUnit, shortName } from "./rate-unit.ts";
import { logScale } from "./scale.ts";
import { textWidth } from "./text-measure.ts";
import { logTicks } from "./ticks.ts";
import type { Plane } from "./trace.ts";

export const chartWidth = 1200;
/** Four lines or more need more room for their labels. */
const heights = { few: 680, many: 860 };
const margin = { top: 146, right: 34, bottom: 92, leastLeft: 110, outer: 36 };
/** Kept free inside the frame: words of the bands and labels above the top line, labels below the bottom line. */
const headroom = 108;
const bandRow = 50;
const footroom = 74;

export const tickSizePx = 28;

export interface Tick {
  pixel: number;
  /** Middle of its label: moved in where the label would run over the edge of the picture. */
  labelPixel: number;
  text: string;
}

export interface Axes {
  height: number;
  plane: Plane;
  loadTicks: readonly Tick[];
  costTicks: readonly Tick[];
}

/** Sizes the frame to its widest cost label and finds the ticks of both axes. */
export function layOutAxes(spec: ChartSpec, unit: RateUnit): Axes {
  const height = spec.lines.length > 3 ? heights.many : heights.few;
  const loads = loadRange(spec);
  const costs = costRange(spec, loads);
  const top = margin.top;
  const bottom = height - margin.bottom;
  const y = logScale(costs.low, costs.high, bottom - footroom, top + headroom);
  // No grid line behind the words of the bands.
  const costTicks = logTicks(y.toValue(bottom), y.toValue(top + bandRow), 6).map((value) => {
    const pixel = y.toPixel(value);
    return { pixel, labelPixel: pixel, text: formatTickUsd(value) };
  });
  const widest = Math.max(0, ...costTicks.map((tick) => textWidth(tick.text, tickSizePx, 400)));
  const left = Math.max(margin.leastLeft, margin.outer + widest + 16);
  const right = chartWidth - margin.right;
  const x = logScale(loads.low, loads.high, left, right);
  const frame = { x: left, y: top, width: right - left, height: bottom - top };
  const plane = { frame, loads, x, y };
  return { height, plane, loadTicks: loadTicks(plane, unit), costTicks };
}

/** As many ticks as leave their labels apart; the last one names the unit. */
function loadTicks(plane: Plane, unit: RateUnit): Tick[] {
  for (let most = 9; most > 2; most--) {
    const ticks = logTicks(inUnit(plane.loads.low, unit), inUnit(plane.loads.high, unit), most);
    const shown = ticks.map((value, index) =>
      loadTick(plane.x.toPixel(perSecond(value, unit)), value, index === ticks.length - 1 ? `/${shortName(unit)}` : ""),
    );
    if (areApart(shown)) return shown;
  }
  return [];
}

function loadTick(pixel: number, value: number, suffix: string): Tick {
  const text = `${formatAmount(value, 3)}${suffix}`;
  const half = textWidth(text, tickSizePx, 400) / 2;
  return { pixel, labelPixel: Math.min(Math.max(pixel, half + 8), chartWidth - half - 10), text };
}

function areApart(ticks: readonly Tick[]): boolean {
  return ticks.every((tick, index) => {
    const next = ticks[index + 1];
    if (next === undefined) return true;
    const half = (textWidth(tick.text, tickSizePx, 400) + textWidth(next.text, tickSizePx, 400)) / 2;
    return next.labelPixel - tick.labelPixel > half + 22;
  });
}
