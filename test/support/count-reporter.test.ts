import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countLine, repeatedNames } from "#test/support/count-reporter.ts";

const root = new URL("../..", import.meta.url).pathname;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rethink-count-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("leaves the skipped out when there are none", () => {
  expect(countLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(countLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("names a repeated name once", () => {
  expect(repeatedNames(["a", "b", "a", "c", "a", "b"])).toEqual(["a", "b"]);
});

/** Runs vitest on one file written for the occasion; returns its exit code and the last line of its output. */
async function run(name: string, body: string): Promise<{ exitCode: number; lastLine: string }> {
  await writeFile(join(folder, `${name}.test.mjs`), `import { expect, test } from "vitest";\n${body}\n`);
  const config = join(folder, `${name}.config.mjs`);
  const imports = `import { countReporter } from "${root}test/support/count-reporter.ts";`;
  await writeFile(
    config,
    `${imports}\nexport default { root: "${folder}", test: { include: ["${name}.test.mjs"], reporters: ["default", countReporter()] }, server: { fs: { strict: false } }, resolve: { alias: { vitest: "${root}node_modules/vitest" } } };`,
  );
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [vitest, "run", "--config", config], { cwd: root });
    return { exitCode: 0, lastLine: lastLineOf(stdout) };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { exitCode: code, lastLine: lastLineOf(stdout) };
  }
}

const lastLineOf = (text: string) => text.trimEnd().split("\n").at(-1) ?? "";

describe("a run ends with its counts and keeps its exit code", () => {
  test.each([
    ["all pass", "test('a', () => {}); test('b', () => {});", 0, "2 passed, 0 failed"],
    ["one fails", "test('a', () => {}); test('b', () => expect(1).toBe(2));", 1, "1 passed, 1 failed"],
    ["one is left out", "test('a', () => {}); test.skip('b', () => {});", 0, "1 passed, 0 failed, 1 skipped"],
    ["the file does not load", "throw new Error('no');", 1, "0 passed, 1 failed"],
    ["a stray rejection", "test('a', () => { Promise.reject(new Error('stray')); });", 1, "1 passed, 1 failed"],
    ["a name stands twice", "test('a', () => {}); test('a', () => {});", 1, "2 passed, 1 failed"],
  ])("when %s", async (name, body, exitCode, lastLine) => {
    expect(await run(name.replaceAll(" ", "-"), body)).toEqual({ exitCode, lastLine });
  });
});
