import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flat, type Product } from "./price-list-files.ts";
import type { Offer } from "./price-list-server.ts";

/**
 * A catalog of two regions and five prices, in a folder of its own: requests, tiered durations, an S3 price with no
 * row in Ireland, two instance types, and one price no filter looks for.
 */
export async function smallCatalog(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rethink-catalog-"));
  const snapshot = join(folder, "prices/2026-10-01");
  await mkdir(snapshot, { recursive: true });
  const write = (path: string, value: unknown) => writeFile(join(folder, path), JSON.stringify(value));
  await write("regions.json", {
    regions: [
      { id: "us-east-1", location: "US East (N. Virginia)", usagetypePrefixes: ["", "USE1-"] },
      { id: "eu-west-1", location: "EU (Ireland)", usagetypePrefixes: ["EU-", "EUW1-"] },
    ],
  });
  await write("price-list-filters.json", {
    note: "for tests",
    filters: {
      "lambda/requests": { offerCode: "AWSLambda", group: "AWS-Lambda-Requests", usagetypeSuffix: "Request" },
      "lambda/duration": { offerCode: "AWSLambda", productFamily: "Serverless", usagetypeSuffix: "Lambda-GB-Second" },
      "s3/put": { offerCode: "AmazonS3", usagetypeSuffix: "Requests-Tier1" },
      "ec2/*": {
        offerCode: "AmazonEC2",
        productFamily: "Compute Instance",
        attributes: { instanceType: "<dimension>", operatingSystem: "Linux", preInstalledSw: "NA" },
      },
    },
  });
  await write("prices/2026-10-01/sources.json", {
    note: "for tests",
    sources: { feed: { ref: "a feed", date: "2025-10-30", kind: "feed" } },
  });
  const from = { source: "feed", verified: true };
  const file = (service: string, rows: object[]) =>
    write(`prices/2026-10-01/${service}.json`, { service, retrievedDate: "2026-10-01", rows });
  const tiers = [
    { upTo: 1000, unitPriceUsd: 0.02 },
    { upTo: null, unitPriceUsd: 0.01 },
  ];
  await file("lambda", [
    { dimension: "requests", region: "us-east-1", unit: "request", unitPriceUsd: 0.0000002, ...from },
    { dimension: "requests", region: "eu-west-1", unit: "request", unitPriceUsd: 0.0000002, ...from, note: "keep me" },
    { dimension: "duration", region: "us-east-1", unit: "GB-second", tiers, ...from },
    { dimension: "snapstart", region: "us-east-1", unit: "GB", unitPriceUsd: 0.5, ...from },
  ]);
  await file("s3", [{ dimension: "put", region: "us-east-1", unit: "request", unitPriceUsd: 0.000005, ...from }]);
  const both = (dimension: string, usEast1: number, euWest1: number) => ({
    dimension,
    unit: "instance-hour",
    unitPricesUsd: { "us-east-1": usEast1, "eu-west-1": euWest1 },
    ...from,
  });
  await file("ec2", [both("m5.large", 0.096, 0.107), both("m5.xlarge", 0.192, 0.214)]);
  return folder;
}

/** What the price list of the same prices looks like: a refresh against it finds nothing. */
export function smallPriceList(): Record<string, Offer> {
  const edition = { version: "20261101000000", publicationDate: "2026-11-01" };
  const bands = [
    { begin: "0", end: "1000", price: "0.0200000000" },
    { begin: "1000", end: "Inf", price: "0.0100000000" },
  ];
  return {
    AWSLambda: {
      ...edition,
      regions: {
        "us-east-1": [
          requests("USE1-Request", "us-east-1", "0.0000002000"),
          { ...lambda("AWS-Lambda-Duration", "USE1-Lambda-GB-Second", "us-east-1"), unit: "Lambda-GB-Second", bands },
        ],
        "eu-west-1": [requests("EU-Request", "eu-west-1", "0.0000002000")],
      },
    },
    AmazonS3: { ...edition, regions: { "us-east-1": [put("Requests-Tier1", "us-east-1", "0.0000050000")] } },
    AmazonEC2: {
      ...edition,
      regions: {
        "us-east-1": [instance("m5.large", "us-east-1", "0.0960000000"), instance("m5.xlarge", "us-east-1", "0.192")],
        "eu-west-1": [instance("m5.large", "eu-west-1", "0.107"), instance("m5.xlarge", "eu-west-1", "0.214")],
      },
    },
  };
}

export function requests(usagetype: string, regionCode: string, price: string): Product {
  return { ...lambda("AWS-Lambda-Requests", usagetype, regionCode), unit: "Requests", bands: flat(price) };
}

function lambda(group: string, usagetype: string, regionCode: string): Omit<Product, "unit" | "bands"> {
  const sku = `${usagetype}-${regionCode}`.toUpperCase();
  return { sku, productFamily: "Serverless", attributes: { group, usagetype, regionCode } };
}

export function put(usagetype: string, regionCode: string, price: string): Product {
  const attributes = { group: "S3-API-Tier1", usagetype, regionCode };
  return { sku: `S3-${usagetype}`, productFamily: "API Request", attributes, unit: "Requests", bands: flat(price) };
}

export function instance(instanceType: string, regionCode: string, price: string, preInstalledSw = "NA"): Product {
  const usagetype = `BoxUsage:${instanceType}`;
  return {
    sku: `${instanceType}-${regionCode}-${preInstalledSw}`,
    productFamily: "Compute Instance",
    attributes: { instanceType, operatingSystem: "Linux", preInstalledSw, usagetype, regionCode },
    unit: "Hrs",
    bands: flat(price),
  };
}
