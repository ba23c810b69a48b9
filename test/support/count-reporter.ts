import { writeSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** What a run came to. A file that could not be loaded, a failed hook and a stray error count as failed. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** `12 passed, 0 failed`, and `, 1 skipped` only when some were. */
export function countLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Names that stand twice, each once, in the order they were met. */
export function repeatedNames(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/**
 * Ends a run with one plain line of counts, for people and for programs; fails a file that uses a name twice.
 *
 * The line is written as the process leaves, so that nothing comes after it. A run that breaks off before its end
 * says `0 passed, 1 failed`.
 */
export function countReporter(): Reporter {
  let counts: Counts = { passed: 0, failed: 1, skipped: 0 };
  return {
    onInit() {
      process.once("exit", () => writeSync(process.stdout.fd, `${countLine(counts)}\n`));
    },
    onTestRunEnd(modules, unhandledErrors) {
      const repeated = modules.flatMap(repeatedIn);
      for (const name of repeated) process.stderr.write(`test name used twice: ${name}\n`);
      counts = count(modules, unhandledErrors, repeated.length);
      if (counts.failed > 0 || modules.length === 0) process.exitCode = 1;
    },
  };
}

function repeatedIn(module: TestModule): string[] {
  const names = [...module.children.allTests()].map((test) => test.fullName);
  return repeatedNames(names).map((name) => `${module.relativeModuleId} > ${name}`);
}

function count(modules: readonly TestModule[], errors: readonly SerializedError[], repeated: number): Counts {
  const counts: Counts = { passed: 0, failed: errors.length + repeated, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") counts.passed += 1;
      else if (state === "skipped") counts.skipped += 1;
      else counts.failed += 1;
    }
    for (const suite of [module, ...module.children.allSuites()]) counts.failed += suite.errors().length;
  }
  return counts;
}
