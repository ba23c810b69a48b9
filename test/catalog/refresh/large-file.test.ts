import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { refreshApart, serveLargeFile } from "./large-file.ts";
import { startPriceListServer } from "./price-list-server.ts";
import { smallCatalog, smallPriceList } from "./small-catalog.ts";

const MB = 1_000_000;

test("a file of 100 MB is read to its last line with less memory than the file", async () => {
  const server = await startPriceListServer(smallPriceList());
  const dataDir = await smallCatalog();
  try {
    serveLargeFile(server, 1 * MB);
    const small = await refreshApart(dataDir, server.baseUrl);
    serveLargeFile(server, 100 * MB);
    const large = await refreshApart(dataDir, server.baseUrl);
    expect(large.kinds).toEqual(["ec2/m5.large changed", "ec2/m5.xlarge vanished"]);
    // The heap may hold 48 MB, so text kept would end the process; pieces kept outside it would show here.
    expect(large.memoryMb - small.memoryMb).toBeLessThan(90);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
});
