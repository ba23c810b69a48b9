import { describe, expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { price } from "#src/model/pricing/price.ts";
import { priceRequestSchema } from "#src/model/pricing/price-request.ts";

const catalog = loadCatalog();

function priced(request: Record<string, unknown>) {
  return price(priceRequestSchema.parse({ region: "us-east-1", freeTier: true, ...request }), catalog);
}

function usage(service: string, dimension: string, quantity: number) {
  return { service, dimension, quantity };
}

describe("the free tier", () => {
  test("is off unless asked for", () => {
    const result = price(
      priceRequestSchema.parse({ region: "us-east-1", usage: [usage("sqs", "standard-requests", 1e6)] }),
      catalog,
    );
    expect(result.totalUsd).toBeCloseTo(0.4, 12);
  });

  test("shows the free part as a tier of its own", () => {
    const [line] = priced({ usage: [usage("step-functions", "standard-transition", 10_000)] }).lineItems;
    expect(line?.tiers[0]).toEqual({ quantity: 4000, unitPriceUsd: 0, costUsd: 0 });
    expect(line?.quantity).toBe(10_000);
    expect(line?.costUsd).toBeCloseTo(6000 * 0.000025, 12);
  });

  test("covers both Lambda architectures with one million requests, x86 first", () => {
    const both = priced({
      usage: [usage("lambda", "requests-x86", 600_000), usage("lambda", "requests-arm", 600_000)],
    });
    expect(both.totalUsd).toBeCloseTo(200_000 * 2e-7, 12);
    const arm = both.lineItems.find((line) => line.dimension === "requests-arm");
    expect(arm?.tiers[0]?.quantity).toBe(400_000);
  });

  test("covers standard and FIFO queues with one million requests", () => {
    const both = priced({
      usage: [usage("sqs", "standard-requests", 900_000), usage("sqs", "fifo-requests", 900_000)],
    });
    expect(both.totalUsd).toBeCloseTo(800_000 * 5e-7, 12);
  });

  test("does not reach calls under provisioned concurrency", () => {
    const result = priced({
      resources: [
        {
          type: "lambda-function",
          architecture: "x86_64",
          requests: 400_000,
          durationMs: 1,
          memoryMb: 128,
          provisionedConcurrency: 1,
          provisionedHours: 1,
          provisionedRequests: 2_000_000,
          provisionedDurationMs: 1,
        },
      ],
    });
    const requests = result.lineItems.find((line) => line.dimension === "requests-x86");
    // 400,000 are free, the 2,000,000 under provisioned concurrency are not.
    expect(requests?.costUsd).toBeCloseTo(2_000_000 * 2e-7, 12);
  });

  test("never makes a bill negative", () => {
    expect(priced({ usage: [usage("data-transfer", "internet-out", 30)] }).totalUsd).toBe(0);
  });
});

describe("unit price overrides", () => {
  test("replace the list price and its tiers", () => {
    const result = priced({
      freeTier: false,
      unitPriceOverrides: { "s3/standard-storage": 0.01 },
      usage: [usage("s3", "standard-storage", 1e6)],
    });
    expect(result.totalUsd).toBeCloseTo(10_000, 6);
    expect(result.lineItems[0]).toMatchObject({
      source: "given in the request (unitPriceOverrides)",
      effectiveDate: null,
    });
  });

  test("may have tiers of their own", () => {
    const tiers = [
      { upTo: 10, unitPriceUsd: 1 },
      { upTo: null, unitPriceUsd: 0.5 },
    ];
    const result = priced({ unitPriceOverrides: { "eks/cluster": tiers }, usage: [usage("eks", "cluster", 30)] });
    expect(result.totalUsd).toBe(20); // 10 x 1 + 20 x 0.5
  });

  test("price what the region has no price for", () => {
    const result = priced({
      region: "eu-central-1",
      unitPriceOverrides: { "s3-express/storage": 0.2 },
      usage: [usage("s3-express", "storage", 5)],
    });
    expect(result.totalUsd).toBe(1);
    expect(result.warnings).toEqual([]);
  });

  test("that nothing uses are pointed out", () => {
    const result = priced({ unitPriceOverrides: { "eks/cluster": 1 }, usage: [usage("sqs", "standard-requests", 1)] });
    expect(result.warnings).toContainEqual({ code: "unused-override", id: "eks/cluster" });
  });
});
