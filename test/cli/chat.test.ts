import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const CLI = new URL("../../src/cli.ts", import.meta.url).pathname;

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `rethink <args>` as a process of its own, with these lines piped in. */
function run(args: readonly string[], lines: readonly string[], environment: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: { PATH: process.env["PATH"], ...environment },
      stdio: "pipe",
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += String(chunk);
    });
    child.stderr.on("data", (chunk) => {
      err += String(chunk);
    });
    child.once("close", (code) => resolve({ code, out, err }));
    child.stdin.end(`${lines.join("\n")}\n`);
  });
}

test("with no token and no key, start talks in the terminal, answers piped lines and ends at the end of the input", {
  timeout: 60_000,
}, async () => {
  const environment = { RETHINK_DATA_DIR: temporaryDirectory() };
  const first = await run(
    ["start"],
    [
      "300 image resizes a second, 3 Lambda steps of 200 ms at 1 GB, Step Functions Standard, 7 states",
      "what if traffic doubles?",
    ],
    environment,
  );
  expect(first.err).toBe("");
  expect(first.code).toBe(0);
  expect(first.out).toMatch(/Monolith costs least/);
  expect(first.out).toMatch(/300 → 600/);
  // No escape codes for a pipe, and nothing wider than a terminal; an ADR's lines are a file's, not ours.
  expect(first.out).not.toContain("\u001b");
  for (const line of first.out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);

  const second = await run(["chat"], ["limits", "/quit", "never read"], environment);
  expect(second.code).toBe(0);
  expect(second.out).toMatch(/What breaks first, at your peak of 1,800 a second/);
  expect(second.out).not.toMatch(/never read/);
});
