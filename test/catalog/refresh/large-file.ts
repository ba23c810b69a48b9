import { spawn } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { csvHead, csvRows } from "./price-list-files.ts";
import { filePath, type PriceListServer } from "./price-list-server.ts";
import { instance } from "./small-catalog.ts";

const EDITION = { version: "20261101000000", publicationDate: "2026-11-01" };
const REGION = "us-east-1";

/**
 * Makes the server answer AmazonEC2's CSV with at least so many bytes, generated as they are read: reserved and Windows
 * instances, and at the very end a dearer m5.large on Linux.
 */
export function serveLargeFile(server: PriceListServer, bytesMin: number): void {
  const path = filePath("AmazonEC2", EDITION.version, REGION, "csv");
  server.hideSizes = true;
  server.instead.set(path, (_request, response) => {
    Readable.from(largeFile(bytesMin)).pipe(response);
  });
}

function* largeFile(bytesMin: number): Generator<string> {
  const last = instance("m5.large", REGION, "0.1");
  const reserved = csvRows({ ...instance("m5.large", REGION, "0.5"), termType: "Reserved" }, [last]);
  const windows = { ...last, attributes: { ...last.attributes, operatingSystem: "Windows" } };
  const block = (reserved + csvRows(windows, [last])).repeat(400);
  yield csvHead("AmazonEC2", EDITION, [last]);
  for (let sent = 0; sent < bytesMin; sent += block.length) yield block;
  yield csvRows(last, [last]);
}

/** Refreshes AmazonEC2 in a process of its own: what it found, and the most memory it held, in MB. */
export async function refreshApart(dataDir: string, baseUrl: string): Promise<{ kinds: string[]; memoryMb: number }> {
  const script = join(import.meta.dirname, "refresh-process.ts");
  const child = spawn(process.execPath, ["--max-old-space-size=48", script, dataDir, baseUrl], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  return JSON.parse(text);
}
