import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { quiet, strong } from "#src/reply/spans.ts";
import type { DataVisualizationBlock, SlackBlock } from "./block-kit.ts";
import { contextBlocks } from "./context.ts";
import { slackLimits } from "./limits.ts";
import { paragraphBlocks } from "./rich-text.ts";

/** A chart as a few named points, for Slack to draw. */
export interface ChartData {
  title: string;
  xLabel: string;
  yLabel: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
  /** What such a chart cannot show, in words. */
  notDrawn: readonly string[];
}

/** Passed in: this folder knows no charting code. Null when there is nothing to draw. */
export type ChartDataOf = (chart: ChartSpec) => ChartData | null;

/** File id of a chart uploaded before; null when it was not. */
export type FileIdOf = (chart: ChartSpec) => string | null;

/** How a chart is shown: the uploaded picture, Slack's own chart, or words. */
export type ChartLook =
  | { as: "image"; fileIdOf: FileIdOf; dataOf: ChartDataOf }
  | { as: "native"; dataOf: ChartDataOf }
  | { as: "text" };

export function chartBlocks(chart: ChartSpec, look: ChartLook): SlackBlock[] {
  switch (look.as) {
    case "image": {
      const fileId = look.fileIdOf(chart);
      if (fileId === null) return nativeChart(chart, look.dataOf);
      return [
        { type: "image", slack_file: { id: fileId }, alt_text: oneLine(chart.altText, slackLimits.altText) || "–" },
      ];
    }
    case "native":
      return nativeChart(chart, look.dataOf);
    case "text":
      return [...paragraphBlocks([strong(chart.title)]), ...contextBlocks([quiet(chart.altText)])];
  }
}

/** Needs no scope and no upload. What it cannot show stands in words above it. */
function nativeChart(chart: ChartSpec, dataOf: ChartDataOf): SlackBlock[] {
  const data = dataOf(chart);
  if (data === null || !slackDraws(data)) return chartBlocks(chart, { as: "text" });
  const block: DataVisualizationBlock = {
    type: "data_visualization",
    title: data.title,
    chart: {
      type: "line",
      series: data.series.map(({ name, values }) => ({
        name,
        data: data.categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
      })),
      axis_config: { categories: [...data.categories], x_label: data.xLabel, y_label: data.yLabel },
    },
  };
  const above = [chart.title === data.title ? "" : chart.title, ...data.notDrawn].filter((line) => line !== "");
  return [...(above.length === 0 ? [] : contextBlocks([quiet(above.join(" · "))])), block];
}

/** Every name is there, differs from the others and fits; every point has a figure. */
function slackDraws({ title, xLabel, yLabel, categories, series }: ChartData): boolean {
  const names = series.map(({ name }) => name);
  return (
    fits([title], slackLimits.chartTitle) &&
    [xLabel, yLabel].every(({ length }) => length <= slackLimits.chartAxisLabel) &&
    fits(categories, slackLimits.chartLabel) &&
    fits(names, slackLimits.chartLabel) &&
    categories.length <= slackLimits.chartCategories &&
    names.length <= slackLimits.chartSeries &&
    series.every(({ values }) => values.length === categories.length && values.every(Number.isFinite))
  );
}

function fits(names: readonly string[], max: number): boolean {
  return (
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => name.trim() !== "" && name.length <= max)
  );
}
