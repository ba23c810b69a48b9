import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { dataDirectory } from "#src/catalog/data-files.ts";
import { datesNotCovered, listCatalogs, loadCatalog } from "#src/catalog/load.ts";

const catalog = loadCatalog();
const scratch = mkdtempSync(join(tmpdir(), "rethink-catalog-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A copy of the catalog's files that a test may change. */
function copyOfData(name: string): string {
  const copy = join(scratch, name);
  cpSync(dataDirectory, copy, { recursive: true });
  return copy;
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe("prices", () => {
  test("every row has a unit, tiers that ascend to an open end, a source and dates", () => {
    for (const byRegion of catalog.prices.values()) {
      for (const row of byRegion.values()) {
        expect(row.unit).not.toBe("");
        expect(row.source).not.toBe("");
        expect(row.effectiveDate).toMatch(/^\d{4}(-\d{2}){0,2}$/);
        expect(row.retrievedDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        const bounds = row.tiers.map((tier) => tier.upTo ?? Number.POSITIVE_INFINITY);
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
        expect(bounds.at(-1)).toBe(Number.POSITIVE_INFINITY);
      }
    }
  });

  test.each([
    // Figures of AWS's own pages and feeds.
    ["lambda/duration-x86", "us-east-1", [0.0000166667, 0.000015, 0.0000133334]],
    ["step-functions/standard-transition", "sa-east-1", [0.0000375]],
    ["fargate/vcpu-x86", "eu-central-1", [0.04656]],
    ["s3/standard-storage", "us-east-1", [0.023, 0.022, 0.021]],
    ["ebs/gp2-storage", "us-east-1", [0.1]],
    ["ebs/io2-iops", "us-east-1", [0.065, 0.0455, 0.03185]],
    ["elb/alb-lcu", "eu-west-2", [0.0084]],
    ["ec2/m5.4xlarge", "us-east-1", [0.768]],
    ["ec2/m5.large", "eu-west-1", [0.107]],
    ["ec2/t3.nano", "ap-southeast-2", [0.0066]],
    ["ec2/t2.medium", "us-east-1", [0.0464]],
    ["ec2/m6g.large", "us-east-1", [0.077]],
  ])("%s in %s", (id, region, prices) => {
    expect(
      catalog.prices
        .get(id)
        ?.get(region)
        ?.tiers.map((tier) => tier.unitPriceUsd),
    ).toEqual(prices);
  });

  test("every region's rows are of a region with a price list", () => {
    const regions = new Set([...catalog.prices.values()].flatMap((byRegion) => [...byRegion.keys()]));
    expect([...regions].filter((region) => !catalog.regions.includes(region))).toEqual([]);
    expect(catalog.regions).toHaveLength(12);
  });

  test("every free allowance is of a dimension that has a price", () => {
    const ids = catalog.freeTiers.flatMap((free) => free.dimensions.map((dimension) => `${free.service}/${dimension}`));
    expect(ids.filter((id) => !catalog.prices.has(id))).toEqual([]);
  });

  test("what one source alone supports is marked", () => {
    expect(catalog.prices.get("elasticache/serverless-valkey-ecpu")?.get("us-east-1")?.verified).toBe(false);
  });
});

describe("quotas as of a day", () => {
  test.each([
    ["2018-01-01", 1000],
    ["2023-03-22", 1500],
    ["2023-12-31", 1500],
    ["2024-01-01", 5000],
    ["2026-11-23", 5000],
  ])("on %s Step Functions took %d transitions a second in us-east-1", (quotasAsOf, value) => {
    const quota = loadCatalog({ quotasAsOf }).quotas.get("sfn.standard.stateTransition.rate");
    expect(quota?.get("us-east-1")?.value).toBe(value);
  });

  test("a period carries its own source and date", () => {
    const then = loadCatalog({ quotasAsOf: "2023-03-22" }).quotas.get("sfn.standard.stateTransition.rate");
    expect(then?.get("us-east-1")).toMatchObject({ effectiveDate: "2023-06-15" });
    expect(then?.get("default")?.value).toBe(500);
    expect(catalog.quotas.get("sfn.standard.stateTransition.rate")?.get("default")?.value).toBe(800);
  });

  test("a day after the values were collected is answered with the day they stand for", () => {
    expect(loadCatalog({ quotasAsOf: "2030-01-01" }).quotasAsOf).toBe("2026-11-23");
    expect(loadCatalog({ quotasAsOf: "2023-03-22" }).quotasAsOf).toBe("2023-03-22");
  });

  test.each([
    ["sfn.payload", "hard"],
    ["lambda.concurrency", "raisable"],
    ["lambda.concurrency.newAccount", "account-age"],
    ["fargate.vcpu", "account-age"],
    ["fargate.spot.vcpu", "account-age"],
    ["ec2.vcpu.standard", "account-age"],
    ["s3.prefix.put", "guideline"],
  ])("%s counts as %s", (id, quotaClass) => {
    expect(catalog.quotas.get(id)?.get("default")?.class).toBe(quotaClass);
  });

  test("every quota has a value for regions that are not named", () => {
    const without = [...catalog.quotas].filter(([, byRegion]) => !byRegion.has("default")).map(([id]) => id);
    expect(without).toEqual([]);
  });
});

describe("facts and defaults", () => {
  test("every EC2 type has a price and every priced type is described", () => {
    const priced = [...catalog.prices.keys()].filter((id) => id.startsWith("ec2/")).map((id) => id.slice(4));
    expect(catalog.ec2Types.map((type) => type.instanceType).sort()).toEqual(priced.sort());
  });

  test("burstable types carry the share of a vCPU they sustain, others none", () => {
    const baselines = new Map(catalog.ec2Types.map((type) => [type.instanceType, type.baselineUtilization]));
    expect(baselines.get("t3.nano")).toBe(0.05);
    expect(baselines.get("t4g.large")).toBe(0.3);
    expect(baselines.get("t2.2xlarge")).toBe(0.17);
    const wrong = [...baselines].filter(([type, baseline]) => /^t\d/.test(type) !== (baseline !== null));
    expect(wrong).toEqual([]);
  });

  test("Fargate's sizes include the smallest and the largest", () => {
    expect(catalog.fargateSizes[0]).toMatchObject({ vcpu: 0.25, memoryGb: [0.5, 1, 2] });
    expect(catalog.fargateSizes.at(-1)).toMatchObject({ vcpu: 32, memoryGb: [60, 120, 244] });
  });

  test("assumptions in words became numbers the model can vary", () => {
    expect(catalog.assumptions.get("entry.connectionSecondsPerUnit")).toMatchObject({ low: 5, typical: 20, high: 60 });
    expect(catalog.assumptions.get("verdict.premium.ec2")).toMatchObject({ low: 0, typical: 400, high: 1600 });
  });
});

describe("more than one catalog", () => {
  test("a date takes the newest snapshot not after it", () => {
    const data = copyOfData("two");
    cpSync(join(data, "prices", "2026-11-23"), join(data, "prices", "2027-03-01"), { recursive: true });
    edit(join(data, "prices", "2027-03-01", "eks.json"), '"unitPriceUsd": 0.1,', '"unitPriceUsd": 0.2,');
    const eks = (pricesAsOf?: string) => {
      const loaded = loadCatalog({ pricesAsOf }, data);
      return [loaded.pricesAsOf, loaded.prices.get("eks/cluster")?.get("us-east-1")?.tiers[0]?.unitPriceUsd];
    };
    expect(listCatalogs(data)).toEqual(["2026-11-23", "2027-03-01"]);
    expect(eks()).toEqual(["2027-03-01", 0.2]);
    expect(eks("2027-03-01")).toEqual(["2027-03-01", 0.2]);
    expect(eks("2027-02-28")).toEqual(["2026-11-23", 0.1]);
  });

  test("a date before the oldest snapshot takes the oldest, and that can be told", () => {
    expect(loadCatalog({ pricesAsOf: "2019-01-01" }).pricesAsOf).toBe("2026-11-23");
    expect(datesNotCovered({ pricesAsOf: "2019-01-01" })).toEqual(["prices"]);
    expect(datesNotCovered({ pricesAsOf: "2026-11-23" })).toEqual([]);
    expect(datesNotCovered({})).toEqual([]);
  });

  test.each(["yesterday", "2026-13-01", "2026-02-30", "2026-1-1"])("%s is no day", (pricesAsOf) => {
    expect(() => loadCatalog({ pricesAsOf })).toThrow(/no calendar day/);
  });
});

describe("a damaged file names itself and the field", () => {
  test.each([
    [
      "a negative price",
      "prices/2026-11-23/eks.json",
      '"unitPriceUsd": 0.1,',
      '"unitPriceUsd": -0.1,',
      /eks\.json.*unitPriceUsd/,
    ],
    ["a misspelt field", "prices/2026-11-23/eks.json", '"verified"', '"verifed"', /eks\.json/],
    [
      "a source nobody lists",
      "prices/2026-11-23/eks.json",
      '"source": "feed-eks"',
      '"source": "hearsay"',
      /eks\/cluster names no known source/,
    ],
    [
      "two rows for one region",
      "prices/2026-11-23/eks.json",
      '"region": "us-east-2"',
      '"region": "us-east-1"',
      /two rows for us-east-1/,
    ],
    ["tiers that do not end", "prices/2026-11-23/sqs.json", '"upTo": null', '"upTo": 300000000000', /sqs\.json/],
    ["an assumption out of order", "assumptions.json", '"low": 1.7', '"low": 7', /assumptions\.json.*low <= typical/],
    ["a quota without a class", "quotas.json", '"class": "hard"', '"class": "soft"', /quotas\.json.*class/],
  ])("%s", (name, file, from, to, message) => {
    const data = copyOfData(name.replaceAll(" ", "-"));
    edit(join(data, file), from, to);
    expect(() => loadCatalog({}, data)).toThrow(message);
  });

  test("no snapshot at all", () => {
    const data = copyOfData("empty");
    rmSync(join(data, "prices"), { recursive: true });
    mkdirSync(join(data, "prices"));
    expect(() => loadCatalog({}, data)).toThrow(/no price snapshot/);
  });
});
