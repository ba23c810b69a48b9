import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { everydayCharts } from "./everyday-charts.ts";
import { extremeCharts } from "./extreme-charts.ts";

/** All of them by name. */
const samples: Readonly<Record<string, ChartSpec>> = { ...everydayCharts, ...extremeCharts };

export function sample(name: string): ChartSpec {
  const spec = samples[name];
  if (spec === undefined) throw new Error(`no sample chart is called ${name}`);
  return spec;
}
