import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import { panel } from "./panel.ts";

describe("panel of workloads with an expert's answer", () => {
  const catalog = loadCatalog();
  it.each(panel)("$name: $because", ({ workload, accept }) => {
    const { recommendation } = assess({ workload }, catalog);
    expect(accept).toContain(recommendation.verdict);
  });
});
