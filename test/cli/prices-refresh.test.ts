import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commandTable } from "#src/cli/command-table.ts";
import type { Io } from "#src/cli/io.ts";
import { route } from "#src/cli/route.ts";
import { type PriceListServer, startPriceListServer } from "#test/catalog/refresh/price-list-server.ts";
import { requests, smallCatalog, smallPriceList } from "#test/catalog/refresh/small-catalog.ts";

let server: PriceListServer;
let dataDir: string;

beforeEach(async () => {
  server = await startPriceListServer(smallPriceList());
  dataDir = await smallCatalog();
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Runs `rethink prices refresh` on 24 November 2026. */
async function run(...args: string[]): Promise<{ exitCode: number; out: string; errors: string[] }> {
  let out = "";
  const errors: string[] = [];
  const io: Io = {
    input: null,
    write: async (text) => {
      out += text;
    },
    writeError: (line) => errors.push(line),
    terminal: { interactive: false, width: 80, colour: false },
    clock: { now: () => new Date("2026-11-24T09:00:00Z") },
  };
  const exitCode = await route(
    ["prices", "refresh", "--base-url", server.baseUrl, "--data-dir", dataDir, ...args],
    io,
    commandTable,
  );
  return { exitCode, out, errors };
}

const snapshots = () => readdir(join(dataDir, "prices"));

function raiseRequests(): void {
  server.offers["AWSLambda"]?.regions["eu-west-1"]?.splice(0, 1, requests("EU-Request", "eu-west-1", "0.0000002500"));
}

describe("without --write", () => {
  test("shows the differences and writes nothing", async () => {
    raiseRequests();
    const { exitCode, out, errors } = await run();
    expect(exitCode).toBe(0);
    expect(errors).toEqual([]);
    expect(out).toContain(
      "| lambda/requests | eu-west-1 | 0 | 0.0000002 | 0.00000025 | +25.00 % | 2026-11-01 | Requests |",
    );
    expect(out).toContain("| lambda/snapstart | 1 |");
    expect(out.trimEnd()).toMatch(/Nothing was written\. Add --write to put it in place\.$/);
    expect(await snapshots()).toEqual(["2026-10-01"]);
  });

  test("gives the differences as JSON on request", async () => {
    raiseRequests();
    const { out } = await run("--json", "--offers", "AWSLambda", "--regions", "eu-west-1");
    expect(JSON.parse(out)).toMatchObject({
      oldDate: "2026-10-01",
      changed: true,
      written: false,
      comparison: { outcomes: [{ priceId: "lambda/requests", region: "eu-west-1", kind: "changed" }] },
    });
  });
});

describe("with --write", () => {
  test("puts the snapshot of today in place", async () => {
    raiseRequests();
    const { exitCode, out } = await run("--write");
    expect(exitCode).toBe(0);
    expect(out).toContain("Written: the catalog of 2026-11-24.");
    expect(await snapshots()).toEqual(["2026-10-01", "2026-11-24"]);
  });

  test("says that nothing changed, and writes nothing", async () => {
    const { exitCode, out } = await run("--write");
    expect(exitCode).toBe(0);
    expect(out).toContain("0 changed, 0 new, 0 vanished, 8 unchanged.");
    expect(out.trimEnd()).toMatch(/Nothing changed, and nothing was written\.$/);
    expect(await snapshots()).toEqual(["2026-10-01"]);
  });

  test("writes unchanged prices when they are to be confirmed", async () => {
    await run("--write", "--confirm");
    expect(await snapshots()).toEqual(["2026-10-01", "2026-11-24"]);
  });

  test("is refused a second time that day, before anything is read", async () => {
    raiseRequests();
    await run("--write");
    server.requests.length = 0;
    const { exitCode, errors } = await run("--write");
    expect(exitCode).toBe(2);
    expect(errors).toEqual([expect.stringContaining("The newest catalog is of 2026-11-24")]);
    expect(server.requests).toEqual([]);
  });
});

describe("says in one line what is wrong, with exit 2", () => {
  test.each([
    [["--regions", "moon-1"], 'The catalog has no region "moon-1".'],
    [["--regions", ","], "--regions is empty."],
    [["--timeout-seconds", "soon"], '--timeout-seconds is "soon". Give seconds from 1 to 3600.'],
    [["--timeout-seconds", "0"], '--timeout-seconds is "0".'],
    [["file.json"], '"file.json" is not understood.'],
    [["--rewrite"], "is not understood. Flags:"],
  ])("%j", async (args, sentence) => {
    const { exitCode, out, errors } = await run(...args);
    expect(exitCode).toBe(2);
    expect(out).toBe("");
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(sentence);
  });

  test("when the server fails on the way", async () => {
    server.instead.set("/offers/v1.0/aws/AmazonEC2/current/region_index.json", (_request, response) => {
      response.writeHead(502).end();
    });
    const { exitCode, errors } = await run("--write");
    expect(exitCode).toBe(2);
    expect(errors).toEqual([
      "/offers/v1.0/aws/AmazonEC2/current/region_index.json: the server answered 502. The catalog is unchanged. Try again later, or check --base-url.",
    ]);
    expect(await snapshots()).toEqual(["2026-10-01"]);
  });
});

test("explains itself", async () => {
  const { exitCode, out } = await run("--help");
  expect(exitCode).toBe(0);
  expect(out).toContain("--write");
  expect(server.requests).toEqual([]);
});
