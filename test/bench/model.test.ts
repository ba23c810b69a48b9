import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import { primeVideoInput } from "#src/model/reference-case.ts";
import type { WorkloadInput } from "#src/model/workload.ts";
import { medianMs, report, yardstick } from "./measure.ts";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
const catalog = loadCatalog();
const images: WorkloadInput = {
  ratePerSecond: 300,
  unitOfWork: "image",
  steps: [1, 2, 3].map((n) => ({ name: `resize ${n}`, durationMs: 200, memoryMb: 1024 })),
  orchestration: { kind: "step-functions-standard", transitionsPerUnit: 7 },
  handoff: { store: "s3" },
};

describe("speed of the model", () => {
  it.each([
    ["300 images a second, three steps", images],
    ["Prime Video, reconstructed", primeVideoInput],
  ])("times a full review: %s", (name, workload) => {
    const baseMs = medianMs(() => yardstick(), 200);
    const reviewMs = medianMs(() => assess({ workload }, catalog), 30);
    // Five architectures in each of 521 cases, 121 loads and the bisections.
    report(
      `full review, ${name}`,
      `${reviewMs.toFixed(1)} ms = ${Math.round(reviewMs / baseMs)} yardsticks (aim: 60 ms)`,
    );
    report(
      "  of it 521 cases x 5 architectures, a second",
      Math.round((521 * 5 * 1000) / reviewMs).toLocaleString("en"),
    );
    expect(reviewMs).toBeGreaterThan(0);
  });

  it("times the first answer of a new process, against an empty one", () => {
    const run = (args: readonly string[], input: string) => {
      const start = performance.now();
      execFileSync(process.execPath, args, { input, stdio: ["pipe", "ignore", "inherit"] });
      return performance.now() - start;
    };
    const text = JSON.stringify({ text: "300 image resizes a second, 200 ms at 1 GB" });
    const emptyMs = Math.min(...[1, 2, 3].map(() => run(["-e", "0"], "")));
    const firstMs = Math.min(...[1, 2, 3].map(() => run([cli, "review"], text)));
    report("start to first answer of `rethink review`", `${Math.round(firstMs)} ms (aim: 1,000 ms)`);
    report("  against an empty Node process", `${(firstMs / emptyMs).toFixed(1)} times`);
    expect(firstMs).toBeGreaterThan(0);
  });

  it("tells the memory a thousand reviews leave behind", () => {
    for (let n = 0; n < 20; n++) assess({ workload: images }, catalog);
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 1000; n++) assess({ workload: { ...images, ratePerSecond: 300 + n } }, catalog);
    const mb = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    report("heap after 1,000 reviews more than before", `${mb.toFixed(0)} MB`);
    report("resident memory", `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
    expect(Number.isFinite(mb)).toBe(true);
  });
});
