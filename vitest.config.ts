import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { countReporter } from "./test/support/count-reporter.ts";
import { SlowFirst } from "./test/support/slow-first.ts";

interface Mode {
  include: string[];
  exclude: string[];
  timeoutMs: number;
  workers: number;
}

// Compiled code is kept between the processes that tests start, as the command line does between runs.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "node_modules/.cache/compile");

/**
 * Plain `vitest run`. Every core is used, also when there are only two; more than eight databases at once help nobody.
 */
const tests: Mode = {
  include: ["test/**/*.test.ts"],
  exclude: ["test/torture/**", "test/bench/**", "test/eval/**"],
  timeoutMs: 60_000,
  workers: Math.min(availableParallelism(), 8),
};

/** What `--mode` chooses instead: long, and with the machine to itself. */
const modes: Readonly<Record<string, Mode>> = Object.fromEntries(
  ["torture", "bench", "eval"].map((name) => [
    name,
    { include: [`test/${name}/**/*.test.ts`], exclude: [], timeoutMs: 1_800_000, workers: 1 },
  ]),
);

export default defineConfig(({ mode }) => {
  const { include, exclude, timeoutMs, workers } = modes[mode] ?? tests;
  return {
    test: {
      include,
      exclude: ["node_modules/**", ...exclude],
      reporters: ["default", countReporter()],
      pool: "forks",
      // A process works on file after file: starting one and loading the catalog anew took a third of the time.
      isolate: false,
      maxWorkers: workers,
      sequence: { sequencer: SlowFirst },
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
    },
  };
});
