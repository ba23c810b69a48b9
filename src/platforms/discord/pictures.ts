import type { RawFile } from "discord.js";
import type { Logger } from "#src/log.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { Reply } from "#src/reply/reply.ts";
import { attachmentSources } from "./attachments.ts";
import type { MessageBody } from "./components.ts";

export type DrawChart = (spec: ChartSpec, theme: "light" | "dark") => Promise<Buffer>;

/** The bytes of a reply's charts and files, by the name they are attached under. */
export type Bytes = ReadonlyMap<string, Buffer>;

/** Null when a chart could not be drawn: the reply then goes out with the chart in words. */
export async function drawAll(reply: Reply, drawChart: DrawChart, log: Logger): Promise<Bytes | null> {
  const bytes = new Map<string, Buffer>();
  try {
    for (const [name, source] of attachmentSources(reply)) {
      const made =
        source.kind === "chart" ? await drawChart(source.chart, "dark") : Buffer.from(source.file.content, "utf8");
      bytes.set(name, made);
    }
    return bytes;
  } catch (error) {
    log.error({ err: error }, "a chart could not be drawn");
    return null;
  }
}

const types: Readonly<Record<string, string>> = {
  png: "image/png",
  md: "text/markdown",
  json: "application/json",
  csv: "text/csv",
};

/** What goes up with one message: its attachments, in the order of their ids. */
export function filesFor({ attachments }: MessageBody, bytes: Bytes): RawFile[] {
  return attachments.flatMap(({ filename }) => {
    const data = bytes.get(filename);
    const contentType = types[filename.split(".").at(-1) ?? ""] ?? "text/plain";
    return data === undefined ? [] : [{ name: filename, data, contentType }];
  });
}
