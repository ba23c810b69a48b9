import { describe, expect, test } from "vitest";
import { priceCommand } from "#src/cli/price.ts";
import { route } from "#src/cli/route.ts";
import { runCli } from "#test/support/run-cli.ts";

const table = [{ name: "price", summary: "", load: async () => priceCommand }];

async function cli(args: readonly string[], input: string | null, now?: string) {
  return runCli((io) => route(["price", ...args], io, table), input, now);
}

/** A request with one item, changed. */
function request(changes: Record<string, unknown>): string {
  return JSON.stringify({
    region: "us-east-1",
    usage: [{ service: "sqs", dimension: "standard-requests", quantity: 1_000_000 }],
    ...changes,
  });
}

describe("rethink price", () => {
  test("prices one request and prints JSON alone", async () => {
    const { code, stdout, stderr } = await cli([], request({}));
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      lineItems: [
        {
          service: "sqs",
          dimension: "standard-requests",
          quantity: 1_000_000,
          unit: "request (64 KB chunk)",
          tiers: [{ quantity: 1_000_000, unitPriceUsd: 4e-7, costUsd: 0.39999999999999997 }],
          costUsd: 0.39999999999999997,
          effectiveDate: "2026",
        },
      ],
      totalUsd: 0.39999999999999997,
      warnings: [],
      catalog: { pricesAsOf: "2026-11-23" },
    });
  });

  test("gives the same bytes twice", async () => {
    const one = await cli([], request({ freeTier: true }));
    const two = await cli([], request({ freeTier: true }));
    expect(two.stdout).toBe(one.stdout);
  });

  test("says which prices are estimated, and by how much they may be off", async () => {
    const { stdout } = await cli([], request({ region: "eu-west-2" }));
    const { warnings } = JSON.parse(stdout);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ code: "estimated-price", id: "sqs/standard-requests", region: "eu-west-2" });
    expect(warnings[0].message).toContain("20 %");
  });

  test("says which prices rest on one secondary source", async () => {
    const usage = [{ service: "elasticache", dimension: "serverless-valkey-ecpu", quantity: 1 }];
    const { stdout } = await cli([], request({ usage }));
    expect(JSON.parse(stdout).warnings).toMatchObject([{ code: "unverified-price" }]);
  });

  test("warns when the prices are older than 90 days", async () => {
    const fresh = await cli([], request({}), "2027-02-21T00:00:00Z"); // 90 days after 2026-11-23
    const old = await cli([], request({}), "2027-02-22T00:00:00Z");
    expect(JSON.parse(fresh.stdout).warnings).toEqual([]);
    expect(JSON.parse(old.stdout).warnings).toMatchObject([{ code: "old-catalog", ageDays: 91 }]);
  });

  test("says when prices are asked for from before the oldest catalog", async () => {
    const { stdout } = await cli([], request({ catalog: { pricesAsOf: "2020-01-01" } }));
    expect(JSON.parse(stdout).warnings).toMatchObject([{ code: "before-oldest-catalog", asked: "2020-01-01" }]);
  });
});

describe("with --ndjson", () => {
  test("a bad line fails alone and the order stays", async () => {
    const lines = [
      request({}),
      "{",
      request({ region: "nowhere" }),
      "",
      request({ usage: [] }),
      request({ freeTier: true }),
    ];
    const { code, stdout, stderr } = await cli(["--ndjson"], `${lines.join("\n")}\n`);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.error?.code ?? "priced")).toEqual([
      "priced",
      "bad-json",
      "unknown-region",
      "bad-json",
      "bad-input",
      "priced",
    ]);
    expect(answers[2].error.path).toBe("region");
    expect(answers[5].totalUsd).toBe(0);
  });

  test("a last line without a line feed counts, and line separators inside strings do not split", async () => {
    const { stdout } = await cli(["--ndjson"], `${request({})}\r\n${request({ region: "a\u2028b" })}`);
    const answers = stdout.trimEnd().split("\n");
    expect(answers).toHaveLength(2);
    expect(JSON.parse(answers[1] ?? "").error.code).toBe("unknown-region");
  });

  test("a thousand lines give a thousand answers", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      request({ usage: [{ service: "sqs", dimension: "standard-requests", quantity: index * 1e6 }] }),
    );
    const { stdout } = await cli(["--ndjson"], lines.join("\n"));
    const totals = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).totalUsd);
    expect(totals).toHaveLength(1000);
    expect(totals[999]).toBeCloseTo(999 * 0.4, 6);
  });
});
