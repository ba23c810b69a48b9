import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { countReporter } from "./test/support/count-reporter.ts";

/** What each mode runs: `vitest run` the tests, `--mode torture` the long crash rounds, `--mode bench` the ratios. */
const modes: Readonly<Record<string, { include: string[]; exclude: string[]; timeoutMs: number }>> = {
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/torture/**", "test/bench/**", "test/eval/**"],
    timeoutMs: 30_000,
  },
  torture: { include: ["test/torture/**/*.test.ts"], exclude: [], timeoutMs: 1_800_000 },
  bench: { include: ["test/bench/**/*.test.ts"], exclude: [], timeoutMs: 600_000 },
  eval: { include: ["test/eval/**/*.test.ts"], exclude: [], timeoutMs: 1_800_000 },
};

export default defineConfig(({ mode }) => {
  // Tools that read this file (knip) come in development mode.
  const chosen = modes[mode === "development" ? "test" : mode];
  if (chosen === undefined) throw new Error(`no test mode ${mode}: use one of ${Object.keys(modes).join(", ")}`);
  return {
    test: {
      include: chosen.include,
      exclude: ["node_modules/**", ...chosen.exclude],
      reporters: ["default", countReporter()],
      // One process a file: the embedded database and the renderer are native and keep state. Every core is used, also
      // when there are only two; more than eight databases at once help nobody. Measuring wants the machine to itself.
      pool: "forks",
      maxWorkers: mode === "test" ? Math.min(availableParallelism(), 8) : 1,
      testTimeout: chosen.timeoutMs,
      hookTimeout: chosen.timeoutMs,
    },
  };
});
