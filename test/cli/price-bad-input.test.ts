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

function resource(fields: Record<string, unknown>): string {
  return request({ usage: [], resources: [fields] });
}

describe("bad input is one sentence that names the field, and exit 2", () => {
  test.each([
    [
      "a negative quantity",
      request({ usage: [{ service: "sqs", dimension: "standard-requests", quantity: -1 }] }),
      "usage.0.quantity",
      "0 or more",
    ],
    ["NaN", '{"region":"us-east-1","usage":[{"service":"sqs","dimension":"x","quantity":NaN}]}', "JSON", "NaN"],
    [
      "1e999",
      '{"region":"us-east-1","usage":[{"service":"sqs","dimension":"x","quantity":1e999}]}',
      "usage.0.quantity",
      "finite number",
    ],
    [
      "1e308",
      '{"region":"us-east-1","usage":[{"service":"sqs","dimension":"x","quantity":1e308}]}',
      "usage.0.quantity",
      "or less",
    ],
    [
      "a quantity in words",
      request({ usage: [{ service: "sqs", dimension: "x", quantity: "many" }] }),
      "usage.0.quantity",
      "finite number",
    ],
    [
      "a missing quantity",
      request({ usage: [{ service: "sqs", dimension: "standard-requests" }] }),
      "usage.0.quantity",
      "missing",
    ],
    [
      "an unknown id",
      request({ usage: [{ service: "s3", dimension: "standard-put", quantity: 1 }] }),
      "usage.0.dimension",
      "s3/standard-put-copy-post-list",
    ],
    [
      "an unknown service",
      request({ usage: [{ service: "sqss", dimension: "standard-requests", quantity: 1 }] }),
      "usage.0.dimension",
      "sqs/standard-requests",
    ],
    ["an unknown region", request({ region: "eu-west-9" }), "region", "eu-west-1"],
    ["a region that is missing", JSON.stringify({ usage: [] }), "region", "missing"],
    [
      "a price the region lacks",
      request({ region: "eu-west-1", usage: [{ service: "dynamodb", dimension: "restore", quantity: 1 }] }),
      "dynamodb/restore",
      "unitPriceOverrides",
    ],
    [
      "a service AWS does not sell there",
      request({ region: "eu-central-1", usage: [{ service: "s3-express", dimension: "storage", quantity: 1 }] }),
      "s3-express/storage",
      "does not sell",
    ],
    ["a misspelt field", request({ freetier: true }), "freetier", "Leave it out"],
    ["a wrong type", request({ freeTier: "yes" }), "freeTier", "true or false"],
    ["no month", request({ monthHours: 0 }), "monthHours", "more than 0"],
    [
      "a negative override",
      request({ unitPriceOverrides: { "sqs/standard-requests": -1 } }),
      'unitPriceOverrides["sqs/standard-requests"]',
      "0 or more",
    ],
    [
      "an override of an unknown id",
      request({ unitPriceOverrides: { "fargate/vcpu": 1 } }),
      "fargate/vcpu",
      "fargate/vcpu-x86",
    ],
    [
      "override tiers without an open end",
      request({ unitPriceOverrides: { "eks/cluster": [{ upTo: 5, unitPriceUsd: 1 }] } }),
      "eks/cluster",
      "upTo null",
    ],
    ["nothing to price", request({ usage: [] }), "nothing to price", "usage"],
    ["an unknown resource type", resource({ type: "lambda" }), "resources.0.type", "lambda-function"],
    [
      "a 50 GB Lambda",
      resource({ type: "lambda-function", requests: 1, durationMs: 1, memoryMb: 51_200 }),
      "resources.0.memoryMb",
      "10240 or less",
    ],
    [
      "a 20-minute Lambda call",
      resource({ type: "lambda-function", requests: 1, durationMs: 1.2e6, memoryMb: 128 }),
      "resources.0.durationMs",
      "900000 or less",
    ],
    [
      "a Lambda without a duration",
      resource({ type: "lambda-function", requests: 1, memoryMb: 128 }),
      "resources.0.durationMs",
      "missing",
    ],
    [
      "gbSeconds that contradict duration and memory",
      resource({ type: "lambda-function", requests: 10, durationMs: 1000, memoryMb: 1024, gbSeconds: 20 }),
      "resources.0.gbSeconds",
      "one of the two",
    ],
    [
      "an unknown instance type",
      resource({ type: "ec2-instance", instanceType: "m5.larg", hours: 1 }),
      "resources.0.instanceType",
      "m5.large",
    ],
    [
      "capacity units beside the load they follow from",
      resource({ type: "alb", hours: 1, lcu: 1, processedGbPerHour: 1 }),
      "resources.0.lcu",
      "not both",
    ],
    [
      "rules on a network load balancer",
      resource({ type: "nlb", hours: 1, ruleEvaluationsPerSecond: 1 }),
      "ruleEvaluationsPerSecond",
      "Leave it out",
    ],
    [
      "IOPS on a gp2 volume",
      resource({ type: "ebs-volume", volumeType: "gp2", gb: 1, iops: 10, hours: 1 }),
      "resources.0.iops",
      "Leave it out",
    ],
    [
      "an io1 volume without IOPS",
      resource({ type: "ebs-volume", volumeType: "io1", gb: 1, hours: 1 }),
      "resources.0.iops",
      "missing",
    ],
    ["a resource without any amount", resource({ type: "s3-standard" }), "resources.0", "storageGb"],
    ["a date that is none", request({ catalog: { pricesAsOf: "2026-02-30" } }), "catalog.pricesAsOf", "YYYY-MM-DD"],
    ["a list", "[]", "The input", "an object"],
    ["a broken line", '{"region":', "JSON", "too early"],
    ["nothing", "", "empty", "JSON object"],
  ])("%s", async (_name, input, names, says) => {
    const { code, stdout, stderr } = await cli([], input);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(names);
    expect(stderr).toContain(says);
    expect(stderr.trimEnd()).not.toContain("\n");
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+/);
  });

  test("no input at all is said rather than waited for", async () => {
    expect(await cli([], null)).toMatchObject({ code: 2, stderr: expect.stringContaining("no input") });
  });

  test("a file that is not there", async () => {
    expect(await cli(["no-such-file.json"], null)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no-such-file.json"),
    });
  });

  test("a flag that is not known", async () => {
    expect(await cli(["--jsn"], "{}")).toMatchObject({ code: 2, stderr: expect.stringContaining("--jsn") });
  });
});
