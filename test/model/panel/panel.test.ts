import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import { panel } from "./panel.ts";
import { panelPage } from "./panel-page.ts";

const catalog = loadCatalog();

describe("panel of workloads with an expert's answer", () => {
  it.each(panel)("$name: $because", ({ workload, accept }) => {
    const { recommendation } = assess({ workload }, catalog);
    expect(accept).toContain(recommendation.verdict);
  });

  it("is told on its page as the model has it", () => {
    const page = readFileSync(new URL("../../../docs/panel.md", import.meta.url), "utf8");
    expect(page).toBe(panelPage(catalog));
  });
});
