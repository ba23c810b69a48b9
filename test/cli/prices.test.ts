import { describe, expect, test } from "vitest";
import { commandTable } from "#src/cli/command-table.ts";
import { route } from "#src/cli/route.ts";
import { runCli } from "#test/support/run-cli.ts";

const person = { interactive: true, width: 80, colour: false };

function cli(argv: readonly string[], now?: string, terminal?: typeof person) {
  return runCli((io) => route(argv, io, commandTable), null, now, terminal);
}

describe("rethink prices", () => {
  test("tells a program what the catalog holds", async () => {
    const { code, stdout } = await cli(["prices"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      pricesAsOf: "2026-11-23",
      quotasAsOf: "2026-11-23",
      ageDays: 1,
      catalogs: ["2026-11-23"],
      warnings: [],
    });
  });

  test("takes no word it does not know for granted", async () => {
    const { code, stderr } = await cli(["prices", "refersh"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/"refersh" is not understood.*rethink prices --help/);
  });

  test("names the flag that is unknown, not the first one", async () => {
    const { code, stderr } = await cli(["review", "--ndjson", "-h", "--frobnicate=1"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--frobnicate is not understood/);
  });

  test("tells a person dates, coverage, gaps and sources in 80 columns", async () => {
    const { stdout } = await cli(["prices"], undefined, person);
    for (const said of ["Prices of 23 Nov 2026", "step-functions", "No price", "s3-express/storage", "Sources"]) {
      expect(stdout).toContain(said);
    }
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("gives a person JSON when asked", async () => {
    const { stdout } = await cli(["prices", "--json"], undefined, person);
    expect(JSON.parse(stdout)).toHaveProperty("services");
  });

  test("warns of old prices, in both forms", async () => {
    const later = "2027-06-01T00:00:00Z";
    expect(JSON.parse((await cli(["prices"], later)).stdout).warnings).toMatchObject([{ code: "old-catalog" }]);
    expect((await cli(["prices", "--format", "text"], later)).stdout).toContain("190 days old");
  });

  test("names a flag it does not know", async () => {
    expect(await cli(["prices", "--format", "xml"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("xml"),
    });
  });
});

describe("the table of rethink price for a person", () => {
  const request = JSON.stringify({
    region: "eu-west-2",
    freeTier: true,
    usage: [
      { service: "lambda", dimension: "requests-x86", quantity: 3_000_000 },
      { service: "sqs", dimension: "standard-requests", quantity: 2_000_000 },
    ],
  });

  test("shows quantity, unit price, cost and source of every band, a total and what to know", async () => {
    const { stdout } = await runCli((io) => route(["price"], io, commandTable), request, undefined, person);
    expect(stdout).toContain("lambda/requests-x86");
    expect(stdout).toMatch(/1,000,000\s+free\s+\$0\.00/);
    expect(stdout).toMatch(/2,000,000\s+\$0\.20 per million\s+\$0\.40/);
    expect(stdout).toContain("(estimated)");
    expect(stdout).toMatch(/Total.*\$0\.86/); // 0.40 + 0.40 x 0.04656 / 0.04048 = 0.86
    expect(stdout).toContain("To know");
    expect(stdout).toContain("Sources");
  });

  test("is JSON with --json", async () => {
    const { stdout } = await runCli((io) => route(["price", "--json"], io, commandTable), request, undefined, person);
    expect(JSON.parse(stdout).lineItems).toHaveLength(2);
  });
});
