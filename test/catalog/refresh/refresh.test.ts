import { readdir, rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diffMarkdown } from "#src/catalog/refresh/diff-markdown.ts";
import { hasChanges, type Refresh, type RefreshOptions, refreshPrices } from "#src/catalog/refresh/refresh.ts";
import { flat, type Product } from "./price-list-files.ts";
import { filePath, type PriceListServer, startPriceListServer } from "./price-list-server.ts";
import { instance, put, requests, smallCatalog, smallPriceList } from "./small-catalog.ts";

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

function refresh(options: Partial<RefreshOptions> = {}): Promise<Refresh> {
  const fixed = { dataDir, baseUrl: server.baseUrl, silenceMaxMs: 5000, today: "2026-11-24" };
  return refreshPrices({ ...fixed, offers: null, regions: null, ...options });
}

/** Products of one region of an offer, to change in place. */
function products(offer: string, region: string): Product[] {
  const found = server.offers[offer]?.regions[region];
  if (found === undefined) throw new Error(`no ${offer} in ${region}`);
  return found;
}

const kinds = ({ comparison }: Refresh) =>
  comparison.outcomes.map(({ priceId, region, kind }) => `${priceId} ${region} ${kind}`);

/** The small catalog's eight filtered rows, none of which differs. */
const allUnchanged = [
  "ec2/m5.large eu-west-1 unchanged",
  "ec2/m5.large us-east-1 unchanged",
  "ec2/m5.xlarge eu-west-1 unchanged",
  "ec2/m5.xlarge us-east-1 unchanged",
  "lambda/duration us-east-1 unchanged",
  "lambda/requests eu-west-1 unchanged",
  "lambda/requests us-east-1 unchanged",
  "s3/put us-east-1 unchanged",
];

describe.each([
  ["JSON", false],
  ["CSV", true],
])("from %s files", (type, hideSizes) => {
  beforeEach(() => {
    server.hideSizes = hideSizes;
  });

  test("finds nothing when the prices are ours, bare and prefixed usage types alike", async () => {
    const found = await refresh();
    expect(kinds(found)).toEqual(allUnchanged);
    expect(hasChanges(found)).toBe(false);
    const read = server.requests.filter((line) => line.startsWith("GET") && line.includes("/us-east-1/"));
    expect(read.every((line) => line.endsWith(type.toLowerCase()))).toBe(true);
  });

  test("finds a changed price, with the day it began and the unit of the list", async () => {
    products("AWSLambda", "eu-west-1")[0] = {
      ...requests("EU-Request", "eu-west-1", "0.0000002500"),
      effectiveDate: "2026-11-15",
    };
    const found = await refresh();
    expect(hasChanges(found)).toBe(true);
    expect(found.comparison.outcomes.find(({ kind }) => kind === "changed")).toMatchObject({
      priceId: "lambda/requests",
      region: "eu-west-1",
      oldTiers: [{ upTo: null, unitPriceUsd: 0.0000002 }],
      price: { tiers: [{ upTo: null, unitPriceUsd: 0.00000025 }], effectiveDate: "2026-11-15", unit: "Requests" },
    });
  });

  test("finds a new tier, and puts bands in order", async () => {
    const [first, duration] = products("AWSLambda", "us-east-1");
    if (first === undefined || duration === undefined) throw new Error("two products");
    const bands = [
      { begin: "5000", end: "Inf", price: "0.005" },
      { begin: "0", end: "1000", price: "0.02" },
      { begin: "1000", end: "5000", price: "0.01" },
    ];
    products("AWSLambda", "us-east-1")[1] = { ...duration, bands };
    const changed = (await refresh()).comparison.outcomes.find(({ kind }) => kind === "changed");
    expect(changed).toMatchObject({
      priceId: "lambda/duration",
      price: {
        tiers: [
          { upTo: 1000, unitPriceUsd: 0.02 },
          { upTo: 5000, unitPriceUsd: 0.01 },
          { upTo: null, unitPriceUsd: 0.005 },
        ],
      },
    });
  });

  test("finds a price for a region that had none", async () => {
    server.offers["AmazonS3"] = {
      version: "1",
      publicationDate: "2026-11-01",
      regions: {
        ...server.offers["AmazonS3"]?.regions,
        "eu-west-1": [put("EU-Requests-Tier1", "eu-west-1", "0.0000055")],
      },
    };
    const found = await refresh({ offers: ["AmazonS3"] });
    expect(kinds(found)).toEqual(["s3/put eu-west-1 added", "s3/put us-east-1 unchanged"]);
  });

  test("leaves a free first band out, so that the price stands before the free tier", async () => {
    const bands = [
      { begin: "0", end: "1000000", price: "0.0000000000" },
      { begin: "1000000", end: "Inf", price: "0.0000002000" },
    ];
    products("AWSLambda", "eu-west-1")[0] = { ...requests("EU-Request", "eu-west-1", "0"), bands };
    expect(kinds(await refresh())).toEqual(allUnchanged);
  });

  test("passes over the rows of the whole world, of other systems, of reservations and of other regions", async () => {
    products("AWSLambda", "us-east-1").push(
      { ...requests("Global-Request", "", "0.0000001"), sku: "GLOBAL" },
      { ...requests("USE1-Request", "us-east-2", "0.0000003"), sku: "OHIO" },
      { ...requests("SomeRequest", "us-east-1", "0.0000004"), sku: "LONGER-NAME" },
    );
    const anywhere = requests("Request", "", "0.0000001");
    products("AWSLambda", "us-east-1").push({
      ...anywhere,
      sku: "ANY",
      attributes: { ...anywhere.attributes, location: "Any" },
    });
    products("AmazonEC2", "us-east-1").push(
      instance("m5.large", "us-east-1", "0.5", "SQL Std"),
      instance("m5.metal", "us-east-1", "4.608"),
      { ...instance("m5.large", "us-east-1", "0.06"), sku: "RESERVED", termType: "Reserved" },
    );
    expect(kinds(await refresh())).toEqual(allUnchanged);
  });

  test("takes the price that holds today, not the one to come", async () => {
    const now = requests("EU-Request", "eu-west-1", "0.0000002000");
    const coming = { ...now, effectiveDate: "2027-01-01", bands: flat("0.0000009") };
    server.hideSizes = true; // The JSON of these tests holds one term a product.
    products("AWSLambda", "eu-west-1").push(coming);
    expect(kinds(await refresh())).toEqual(allUnchanged);
  });

  test("says which row vanished, and which filter fits nothing anywhere", async () => {
    products("AmazonEC2", "eu-west-1").pop();
    products("AmazonS3", "us-east-1").pop();
    const found = await refresh();
    expect(kinds(found).filter((line) => !line.endsWith("unchanged"))).toEqual(["ec2/m5.xlarge eu-west-1 vanished"]);
    expect(found.comparison.unmatched).toEqual([{ filterKey: "s3/put", offer: "AmazonS3" }]);
    expect(hasChanges(found)).toBe(false);
  });

  test("takes no side when two products with different prices fit", async () => {
    products("AWSLambda", "eu-west-1").push({ ...requests("EU-Request", "eu-west-1", "0.0000009"), sku: "SECOND" });
    const unclear = (await refresh()).comparison.outcomes.find(({ kind }) => kind === "unclear");
    expect(unclear).toMatchObject({ priceId: "lambda/requests", region: "eu-west-1" });
    expect(unclear).toHaveProperty("reason", expect.stringContaining("SECOND"));
  });

  test("a price that fits under a prefix nobody listed gives way to one under a listed prefix", async () => {
    products("AWSLambda", "us-east-1").push({ ...requests("UXE9-Request", "us-east-1", "0.0000009"), sku: "STRANGE" });
    expect(kinds(await refresh())).toEqual(allUnchanged);
  });
});

test("an offer without a file for a region leaves that region's rows, and says so", async () => {
  const ec2 = server.offers["AmazonEC2"];
  server.offers["AmazonEC2"] = {
    version: "1",
    publicationDate: "2026-11-01",
    regions: { "us-east-1": ec2?.regions["us-east-1"] ?? [] },
  };
  const vanished = (await refresh({ offers: ["AmazonEC2"] })).comparison.outcomes.filter(
    ({ kind }) => kind === "vanished",
  );
  expect(vanished).toEqual([
    { priceId: "ec2/m5.large", region: "eu-west-1", kind: "vanished", reason: "AmazonEC2 has no file for this region" },
    {
      priceId: "ec2/m5.xlarge",
      region: "eu-west-1",
      kind: "vanished",
      reason: "AmazonEC2 has no file for this region",
    },
  ]);
});

test("reads only the offers and regions asked for", async () => {
  const found = await refresh({ offers: ["AWSLambda"], regions: ["eu-west-1"] });
  expect(kinds(found)).toEqual(["lambda/requests eu-west-1 unchanged"]);
  expect(server.requests.filter((line) => line.includes("20261101000000"))).toEqual([
    `HEAD ${filePath("AWSLambda", "20261101000000", "eu-west-1")}`,
    `GET ${filePath("AWSLambda", "20261101000000", "eu-west-1")}`,
  ]);
});

test("the same price list gives the same bytes", async () => {
  products("AWSLambda", "eu-west-1")[0] = requests("EU-Request", "eu-west-1", "0.0000002500");
  const [first, second] = [await refresh(), await refresh()];
  expect(diffMarkdown(first)).toBe(diffMarkdown(second));
  expect([...first.files]).toEqual([...second.files]);
});

test("reading writes nothing", async () => {
  products("AWSLambda", "eu-west-1")[0] = requests("EU-Request", "eu-west-1", "0.0000002500");
  await refresh();
  expect(await readdir(`${dataDir}/prices`)).toEqual(["2026-10-01"]);
});

describe("says what it can't do", () => {
  test.each([
    ["an unknown region", { regions: ["mars-1"] }, 'The catalog has no region "mars-1". It has us-east-1, eu-west-1.'],
    ["an unknown offer", { offers: ["AmazonMoon"] }, "Offers: AWSLambda, AmazonS3, AmazonEC2."],
    ["an address that is none", { baseUrl: "pricing" }, '"pricing" is no address of a price list.'],
    ["a file address", { baseUrl: "file:///etc" }, "is no address of a price list."],
  ])("about %s", async (_what, options, sentence) => {
    await expect(refresh(options)).rejects.toHaveProperty("sentence", expect.stringContaining(sentence));
  });
});
