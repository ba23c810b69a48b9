import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPrices } from "#src/catalog/read-prices.ts";
import { type Refresh, refreshPrices, writeRefresh } from "#src/catalog/refresh/refresh.ts";
import { writeSnapshot } from "#src/catalog/refresh/write-snapshot.ts";
import { type PriceListServer, startPriceListServer } from "./price-list-server.ts";
import { instance, put, requests, smallCatalog, smallPriceList } from "./small-catalog.ts";

const OLD = "2026-10-01";
const TODAY = "2026-11-24";

let server: PriceListServer;
let dataDir: string;

beforeEach(async () => {
  server = await startPriceListServer(smallPriceList());
  dataDir = await smallCatalog();
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

function refresh(today = TODAY): Promise<Refresh> {
  return refreshPrices({ dataDir, baseUrl: server.baseUrl, silenceMaxMs: 5000, today, offers: null, regions: null });
}

/** Ireland: dearer requests, a cheaper m5.large, and S3 for the first time. */
function changeIreland(): void {
  const { AWSLambda, AmazonEC2, AmazonS3 } = server.offers;
  AWSLambda?.regions["eu-west-1"]?.splice(0, 1, requests("EU-Request", "eu-west-1", "0.0000002500"));
  AmazonEC2?.regions["eu-west-1"]?.splice(0, 1, {
    ...instance("m5.large", "eu-west-1", "0.1"),
    effectiveDate: "2026-09-01",
  });
  if (AmazonS3 !== undefined) AmazonS3.regions["eu-west-1"] = [put("EU-Requests-Tier1", "eu-west-1", "0.0000055")];
}

const lines = async (path: string) => (await readFile(join(dataDir, path), "utf8")).split("\n");

describe("the next snapshot", () => {
  beforeEach(async () => {
    changeIreland();
    await writeRefresh(await refresh(), dataDir);
  });

  test("holds the new prices, with the price list as their source and the day they began", () => {
    const prices = readPrices(dataDir, TODAY);
    expect(prices.get("lambda/requests")?.get("eu-west-1")).toEqual({
      service: "lambda",
      dimension: "requests",
      region: "eu-west-1",
      unit: "request",
      tiers: [{ upTo: null, unitPriceUsd: 0.00000025 }],
      source: `AWS Price List, offer AWSLambda, version 20261101000000, ${server.baseUrl}/offers/v1.0/aws/AWSLambda`,
      effectiveDate: "2026-11-01",
      retrievedDate: TODAY,
      verified: true,
      note: "keep me",
    });
    expect(prices.get("s3/put")?.get("eu-west-1")).toMatchObject({
      unit: "request",
      tiers: [{ unitPriceUsd: 0.0000055 }],
    });
    expect(prices.get("ec2/m5.large")?.get("eu-west-1")).toMatchObject({ effectiveDate: "2026-09-01" });
  });

  test("leaves a price no filter looks for as it was, its day of reading included", () => {
    expect(readPrices(dataDir, TODAY).get("lambda/snapstart")).toEqual(
      readPrices(dataDir, OLD).get("lambda/snapstart"),
    );
  });

  test("keeps a row a line, and regions together that stood together", async () => {
    const confirmed = '"retrievedDate": "2026-11-24", "verified": true';
    expect((await lines(`prices/${TODAY}/s3.json`)).slice(3, 6)).toEqual([
      '  "rows": [',
      `    {"dimension": "put", "region": "us-east-1", "unit": "request", "unitPriceUsd": 0.000005, "source": "price-list-AmazonS3-20261101000000", ${confirmed}, "crossChecked": ["feed"]},`,
      `    {"dimension": "put", "region": "eu-west-1", "unit": "request", "unitPriceUsd": 0.0000055, "source": "price-list-AmazonS3-20261101000000", ${confirmed}}`,
    ]);
    const ec2 = await lines(`prices/${TODAY}/ec2.json`);
    expect(ec2.filter((line) => line.includes("m5.xlarge"))).toEqual([
      `    {"dimension": "m5.xlarge", "unit": "instance-hour", "unitPricesUsd": {"us-east-1": 0.192, "eu-west-1": 0.214}, "source": "price-list-AmazonEC2-20261101000000", ${confirmed}, "crossChecked": ["feed"]}`,
    ]);
    expect(ec2.filter((line) => line.includes("m5.large"))).toHaveLength(2);
  });

  test("comes with the diff a person reads", async () => {
    const diff = await lines(`prices/${TODAY}/changes.md`);
    expect(diff.slice(0, 10)).toEqual([
      "# Prices of 2026-11-24 against those of 2026-10-01",
      "",
      "2 changed, 1 new, 0 vanished, 6 unchanged.",
      "",
      "## Changed",
      "",
      "| Id | Region | From | Old USD | New USD | Change | Since | Unit listed |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
      "| ec2/m5.large | eu-west-1 | 0 | 0.107 | 0.1 | -6.54 % | 2026-09-01 | Hrs |",
      "| lambda/requests | eu-west-1 | 0 | 0.0000002 | 0.00000025 | +25.00 % | 2026-11-01 | Requests |",
    ]);
  });

  test("is followed by one that drops the edition it no longer draws on", async () => {
    for (const offer of Object.values(server.offers)) offer.version = "20261201000000";
    changeIreland();
    await writeRefresh(await refresh("2026-12-02"), dataDir);
    const sources = (await lines("prices/2026-12-02/sources.json")).filter((line) => line.includes("aws-price-list"));
    expect(sources).toHaveLength(3);
    expect(sources.every((line) => line.includes("20261201000000"))).toBe(true);
    expect(await lines("prices/2026-12-02/lambda.json")).not.toContain("20261101000000");
  });

  test("is readable by everyone", async () => {
    expect((await stat(join(dataDir, "prices", TODAY))).mode & 0o777).toBe(0o755);
  });

  test("is refused on the same day, and the first one stays", async () => {
    const first = await lines(`prices/${TODAY}/lambda.json`);
    await expect(writeRefresh(await refresh(), dataDir)).rejects.toHaveProperty(
      "sentence",
      `The newest catalog is of ${TODAY}, so one of ${TODAY} can't follow it. Refresh on a later day, or remove that catalog first.`,
    );
    expect(await lines(`prices/${TODAY}/lambda.json`)).toEqual(first);
  });
});

test("a unit price that is given for another amount is divided down to ours", async () => {
  // 40.96 a GiBps-month is 40.96 / 1,024 = 0.04 a MBps-month.
  const filters = {
    "ebs/throughput": { offerCode: "AmazonEC2", usagetypeSuffix: "Throughput.gp3", unitsPer: { "GiBps-mo": 1024 } },
  };
  const row = { dimension: "throughput", region: "us-east-1", unit: "MBps-month", unitPriceUsd: 0.04 };
  await writeFile(join(dataDir, "price-list-filters.json"), JSON.stringify({ note: "for tests", filters }));
  const file = { service: "ebs", retrievedDate: OLD, rows: [{ ...row, source: "feed", verified: true }] };
  await writeFile(join(dataDir, `prices/${OLD}/ebs.json`), JSON.stringify(file));
  const product = { ...requests("EBS:Throughput.gp3", "us-east-1", "40.96"), unit: "GiBps-mo" };
  server.offers["AmazonEC2"]?.regions["us-east-1"]?.push({
    ...product,
    attributes: { ...product.attributes, usagetype: "Throughput.gp3" },
  });
  expect((await refresh()).comparison.outcomes.map(({ kind }) => kind)).toEqual(["unchanged"]);
});

describe("never half a snapshot", () => {
  const files = () => new Map([["sources.json", '{"note": "", "sources": {}}\n']]);

  test("when the process dies before the folder has its name, the old one stands, and the next write clears up", async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "die-before-rename-process.ts"), dataDir, TODAY]);
    const signal = await new Promise((resolve) => child.on("exit", (_code, by) => resolve(by)));
    expect(signal).toBe("SIGKILL");
    const left = await readdir(join(dataDir, "prices"));
    expect(left.filter((name) => !name.startsWith("."))).toEqual([OLD]);
    expect(left.filter((name) => name.startsWith(`.${TODAY}.partial-`))).toHaveLength(1);
    expect(readPrices(dataDir, OLD).size).toBe(6);

    await writeSnapshot(dataDir, TODAY, files());
    expect(await readdir(join(dataDir, "prices"))).toEqual([OLD, TODAY]);
  });

  test("when a file is not what the catalog can read, it gets no name and leaves nothing behind", async () => {
    const broken = files().set("lambda.json", '{"service": "lambda"}');
    await expect(writeSnapshot(dataDir, TODAY, broken)).rejects.toThrow("lambda.json");
    expect(await readdir(join(dataDir, "prices"))).toEqual([OLD]);
  });

  test("when another was quicker, theirs stays", async () => {
    await mkdir(join(dataDir, "prices", TODAY));
    await writeFile(join(dataDir, "prices", TODAY, "sources.json"), "theirs");
    await expect(writeSnapshot(dataDir, TODAY, files())).rejects.toHaveProperty(
      "sentence",
      `There is a catalog of ${TODAY} already. Remove it, or refresh on another day.`,
    );
    expect(await readFile(join(dataDir, "prices", TODAY, "sources.json"), "utf8")).toBe("theirs");
    expect(await readdir(join(dataDir, "prices"))).toEqual([OLD, TODAY]);
  });

  test("when the folder can't be written, it says which", async () => {
    await expect(writeSnapshot(join(dataDir, "absent"), TODAY, files())).rejects.toHaveProperty(
      "sentence",
      expect.stringMatching(/absent\/prices can't be written \(ENOENT\)\./),
    );
  });
});
