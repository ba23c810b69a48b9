import { spawn } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPrices } from "#src/catalog/read-prices.ts";
import { refreshApart, serveLargeFile } from "#test/catalog/refresh/large-file.ts";
import { startPriceListServer } from "#test/catalog/refresh/price-list-server.ts";
import { requests, smallCatalog, smallPriceList } from "#test/catalog/refresh/small-catalog.ts";

const MB = 1_000_000;

test("a file of 500 MB is read to its last line in the memory that 100 MB take", async () => {
  const server = await startPriceListServer(smallPriceList());
  const dataDir = await smallCatalog();
  try {
    serveLargeFile(server, 100 * MB);
    const small = await refreshApart(dataDir, server.baseUrl);
    serveLargeFile(server, 500 * MB);
    const large = await refreshApart(dataDir, server.baseUrl);
    expect(large.kinds).toEqual(["ec2/m5.large changed", "ec2/m5.xlarge vanished"]);
    expect(large.memoryMb - small.memoryMb).toBeLessThan(40);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
});

const ROUNDS = 50;

test(`a refresh killed at ${ROUNDS} moments leaves the old catalog, or the whole new one`, async () => {
  const server = await startPriceListServer(smallPriceList());
  server.offers["AWSLambda"]?.regions["eu-west-1"]?.splice(0, 1, requests("EU-Request", "eu-west-1", "0.0000002500"));
  const seen = new Set<string>();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const dataDir = await smallCatalog();
      await killedAfter(250 + round * 20, dataDir, server.baseUrl);
      const dates = (await readdir(join(dataDir, "prices"))).filter((name) => !name.startsWith("."));
      seen.add(dates.join(" "));
      for (const date of dates) expect(readPrices(dataDir, date).size).toBe(6);
      expect(dates[0]).toBe("2026-10-01");
      await rm(dataDir, { recursive: true });
    }
  } finally {
    await server.stop();
  }
  // Early kills must leave one and late ones two, or the moments were not spread over the write.
  expect(seen.size).toBe(2);
});

async function killedAfter(delayMs: number, dataDir: string, baseUrl: string): Promise<void> {
  const cli = join(import.meta.dirname, "../../src/cli.ts");
  const args = ["prices", "refresh", "--write", "--base-url", baseUrl, "--data-dir", dataDir];
  const child = spawn(process.execPath, [cli, ...args], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), delayMs);
  await new Promise((resolve) => child.on("exit", resolve));
  clearTimeout(timer);
}
