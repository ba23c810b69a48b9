import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "rethink-cli-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const request = JSON.stringify({
  region: "us-east-1",
  usage: [{ service: "sqs", dimension: "standard-requests", quantity: 1_000_000 }],
});

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real executable in a process of its own. */
function rethink(args: readonly string[], input: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["src/cli.ts", ...args]);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

describe("the executable in a process of its own", () => {
  test("reads standard input and prints JSON alone", async () => {
    const { code, stdout, stderr } = await rethink(["price"], request);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).totalUsd).toBeCloseTo(0.4, 9);
  });

  test("reads a file", async () => {
    const file = join(scratch, "request.json");
    writeFileSync(file, request);
    const { code, stdout } = await rethink(["price", file], "");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).totalUsd).toBeCloseTo(0.4, 9);
  });

  test("bad input leaves standard output empty and exits with 2", async () => {
    const { code, stdout, stderr } = await rethink(["price"], "{");
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
