import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

const catalog = loadCatalog();
const two = ["prepare", "finish"].map((name) => ({ name, durationMs: 300, memoryMb: 512 }));
const workloads: Record<string, WorkloadInput> = {
  "HTTP API": { ratePerSecond: 20, entry: { kind: "api-gateway-http" }, steps: two, handoff: { store: "s3" } },
  "queue worker": { ratePerSecond: 20, entry: { kind: "sqs" }, steps: two, orchestration: { kind: "queue" } },
  pipeline: {
    ratePerSecond: 20,
    steps: two,
    orchestration: { kind: "step-functions-standard" },
    handoff: { store: "s3" },
  },
};
const table = catalog.regions.flatMap((region) => Object.keys(workloads).map((name) => ({ region, name })));

describe("prices outside us-east-1", () => {
  it("covers twelve regions", () => {
    expect(catalog.regions).toHaveLength(12);
  });

  it.each(table)("prices all five architectures: $name in $region", ({ region, name }) => {
    const { estimates } = assess({ workload: { ...workloads[name], region } }, catalog);
    expect(estimates.map(({ architecture }) => architecture)).toHaveLength(5);
    for (const estimate of estimates) {
      expect(estimate.missing).toEqual([]);
      expect(estimate.monthlyUsd.point).toBeGreaterThan(0);
    }
  });

  it("marks a price taken from another region, with its range", () => {
    const { estimates, notes } = assess(
      {
        workload: { ...workloads["pipeline"], orchestration: { kind: "step-functions-express" }, region: "sa-east-1" },
      },
      catalog,
    );
    const lines = estimates.flatMap(({ lineItems }) => lineItems).filter(({ estimated }) => estimated !== undefined);
    expect(lines.length).toBeGreaterThan(0);
    for (const { estimated, costUsd } of lines) {
      expect(estimated?.lowUsd).toBeCloseTo(costUsd * 0.8, 8);
      expect(estimated?.highUsd).toBeCloseTo(costUsd * 1.2, 8);
    }
    expect(notes.some(({ code }) => code === "region-estimated")).toBe(true);
  });

  it("names a price that us-east-1 lacks too, and lets such an estimate win nothing", () => {
    const prices = new Map(catalog.prices);
    prices.delete("lambda/requests-x86");
    const poorer: Catalog = { ...catalog, prices };
    const { estimates, recommendation } = assess(
      { workload: { ratePerSecond: 0.01, entry: { kind: "api-gateway-http" } } },
      poorer,
    );
    const serverless = estimates.find(({ architecture }) => architecture === "serverless");
    expect(serverless?.missing).toEqual([{ service: "lambda", dimension: "requests-x86", region: "us-east-1" }]);
    expect(serverless?.feasible).toBe(false);
    expect(recommendation.verdict).toBe("monolith");
  });

  it("refuses a region without a price list, and says which there are", () => {
    expect(() => assess({ workload: { ratePerSecond: 1, region: "eu-south-9" } }, catalog)).toThrow(
      /no prices for the region "eu-south-9"/,
    );
  });
});
