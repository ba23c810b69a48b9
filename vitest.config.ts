import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { countReporter } from "./test/support/count-reporter.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/torture/**", "test/bench/**", "node_modules/**"],
    reporters: ["default", countReporter()],
    // One process a file: the embedded database and the renderer are native and keep state. Use every core, also when
    // there are only two; more than eight databases at once help nobody.
    pool: "forks",
    maxWorkers: Math.min(availableParallelism(), 8),
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
