import { sampleChart } from "#src/reply/chart-samples.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { quiet, strong } from "#src/reply/spans.ts";
import type { DataVisualizationBlock, SlackBlock } from "./block-kit.ts";
import { contextBlocks } from "./context.ts";
import { slackLimits } from "./limits.ts";
import { paragraphBlocks } from "./rich-text.ts";

/** How a chart is shown: the picture uploaded before, Slack's own chart, or words. */
export type ChartLook =
  | { as: "image"; fileIdOf: (chart: ChartSpec) => string | null }
  | { as: "native" }
  | { as: "text" };

export function chartBlocks(chart: ChartSpec, look: ChartLook): SlackBlock[] {
  switch (look.as) {
    case "image": {
      const fileId = look.fileIdOf(chart);
      if (fileId === null) return nativeChart(chart);
      return [
        { type: "image", slack_file: { id: fileId }, alt_text: oneLine(chart.altText, slackLimits.altText) || "–" },
      ];
    }
    case "native":
      return nativeChart(chart);
    case "text":
      return [...paragraphBlocks([strong(chart.title)]), ...contextBlocks([quiet(chart.altText)])];
  }
}

/** Needs no scope and no upload. What a linear scale cannot show stands in words above it. */
function nativeChart(chart: ChartSpec): SlackBlock[] {
  const samples = sampleChart(chart, {
    categories: slackLimits.chartCategories,
    series: slackLimits.chartSeries,
    label: slackLimits.chartLabel,
    title: slackLimits.chartTitle,
    axisLabel: slackLimits.chartAxisLabel,
  });
  const names = [samples.title, ...samples.series.map(({ name }) => name)];
  if (samples.series.length === 0 || names.includes("")) return chartBlocks(chart, { as: "text" });
  const block: DataVisualizationBlock = {
    type: "data_visualization",
    title: samples.title,
    chart: {
      type: "line",
      series: samples.series.map(({ name, values }) => ({
        name,
        data: samples.categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
      })),
      axis_config: { categories: [...samples.categories], x_label: samples.xLabel, y_label: samples.yLabel },
    },
  };
  const above = [chart.title === samples.title ? "" : chart.title, ...samples.notDrawn].filter((line) => line !== "");
  return [...(above.length === 0 ? [] : contextBlocks([quiet(above.join(" · "))])), block];
}
