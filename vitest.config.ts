import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { countReporter } from "./test/support/count-reporter.ts";

interface Mode {
  include: string[];
  exclude: string[];
  timeoutMs: number;
  workers: number;
}

/**
 * Plain `vitest run`. One process a file: the embedded database and the renderer are native and keep state. Every core
 * is used, also when there are only two; more than eight databases at once help nobody.
 */
const tests: Mode = {
  include: ["test/**/*.test.ts"],
  exclude: ["test/torture/**", "test/bench/**", "test/eval/**"],
  timeoutMs: 30_000,
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
      maxWorkers: workers,
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
    },
  };
});
