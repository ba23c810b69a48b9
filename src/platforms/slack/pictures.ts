import { createHash } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { Logger } from "#src/log.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import type { FileIdOf } from "./chart.ts";
import { slackLimits } from "./limits.ts";
import { slackCode } from "./slack-errors.ts";

/** Draws a chart as PNG. Passed in: this folder knows no drawing code. */
export type DrawChart = (chart: ChartSpec, theme: "light" | "dark") => Promise<Buffer>;

/** How many uploaded charts are remembered, so that an edit with the same chart uploads nothing. */
const REMEMBERED = 500;

/**
 * Uploads charts for use inside a message: not shared to a channel by themselves. Needs the scope files:write; a
 * workspace that did not grant it is remembered, and gets Slack's own charts.
 */
export function createPictures(drawChart: DrawChart, log: Logger) {
  const fileIds = new Map<string, string>();
  const withoutScope = new Set<string>();

  async function upload(tenant: string, client: webApi.WebClient, chart: ChartSpec): Promise<string | null> {
    const key = `${tenant}:${createHash("sha256").update(JSON.stringify(chart)).digest("hex")}`;
    const known = fileIds.get(key);
    if (known !== undefined) return known;
    const uploaded = await client.filesUploadV2({
      file: await drawChart(chart, "light"),
      filename: "chart.png",
      title: oneLine(chart.title, slackLimits.headerText),
      alt_text: oneLine(chart.altText, slackLimits.altText),
    });
    const id = uploaded.files[0]?.files?.[0]?.id ?? null;
    if (id === null) return null;
    const [oldest] = fileIds.size >= REMEMBERED ? fileIds.keys() : [];
    if (oldest !== undefined) fileIds.delete(oldest);
    fileIds.set(key, id);
    return id;
  }

  return {
    /** False once Slack said that the scope is missing. */
    allowed: (tenant: string): boolean => !withoutScope.has(tenant),
    /** Called for any upload that failed: remembers a missing scope, and logs the rest. */
    failed(tenant: string, error: unknown): void {
      const code = slackCode(error);
      if (code === "missing_scope" || code === "no_permission") withoutScope.add(tenant);
      log.warn(
        { tenant, slackCode: code, error: error instanceof Error ? error.message : "" },
        "a file was not uploaded",
      );
    },
    /** After a new installation: scopes may have changed. */
    forget: (tenant: string): void => {
      withoutScope.delete(tenant);
    },
    /** Never fails: without pictures there are other ways to show a chart. */
    async uploadCharts(tenant: string, client: webApi.WebClient, reply: Reply): Promise<FileIdOf | null> {
      const charts = reply.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
      if (charts.length === 0 || withoutScope.has(tenant)) return null;
      const ids = new Map<ChartSpec, string>();
      try {
        for (const chart of charts) {
          const id = await upload(tenant, client, chart);
          if (id !== null) ids.set(chart, id);
        }
      } catch (error) {
        this.failed(tenant, error);
      }
      return ids.size === 0 ? null : (chart) => ids.get(chart) ?? null;
    },
  };
}
export type Pictures = ReturnType<typeof createPictures>;
