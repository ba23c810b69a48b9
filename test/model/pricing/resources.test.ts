import { describe, expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { price } from "#src/model/pricing/price.ts";
import { priceRequestSchema } from "#src/model/pricing/price-request.ts";

const catalog = loadCatalog();

function quantities(resource: Record<string, unknown>, request: Record<string, unknown> = {}) {
  const parsed = priceRequestSchema.parse({ region: "us-east-1", ...request, resources: [resource] });
  return Object.fromEntries(
    price(parsed, catalog).lineItems.map((line) => [`${line.service}/${line.dimension}`, line.quantity]),
  );
}

describe("what a resource uses", () => {
  test.each([
    [
      "Lambda bills each started millisecond: 100.4 ms count as 101",
      // 1,000 x 0.101 s x 1 GB
      { type: "lambda-function", architecture: "x86_64", requests: 1000, durationMs: 100.4, memoryMb: 1024 },
      { "lambda/requests-x86": 1000, "lambda/duration-x86": 101 },
    ],
    [
      "gbSeconds stand for duration x memory",
      { type: "lambda-function", architecture: "arm64", requests: 10, gbSeconds: 77 },
      { "lambda/requests-arm": 10, "lambda/duration-arm": 77 },
    ],
    [
      "/tmp above 512 MB is billed for the time calls run",
      // 100 x 2 s x (1,536 - 512) / 1,024 GB
      {
        type: "lambda-function",
        architecture: "x86_64",
        requests: 100,
        durationMs: 2000,
        memoryMb: 1024,
        ephemeralStorageMb: 1536,
      },
      { "lambda/requests-x86": 100, "lambda/duration-x86": 200, "lambda/ephemeral-storage-x86": 200 },
    ],
    [
      "provisioned concurrency is held by started five minutes",
      // 2 x 0.5 GB x 10 min, since 6 min count as 10
      {
        type: "lambda-function",
        architecture: "x86_64",
        memoryMb: 512,
        provisionedConcurrency: 2,
        provisionedHours: 0.1,
      },
      { "lambda/provisioned-concurrency-x86": 600 },
    ],
    [
      "Express rounds up to 100 ms and 64 MB",
      // 1,000 x 0.9 s x 1,216 / 1,024 GB
      { type: "step-functions-express", requests: 1000, durationMs: 801, memoryMb: 1200 },
      { "step-functions/express-request": 1000, "step-functions/express-duration": 1068.75 },
    ],
    [
      "Express leaves exact steps alone",
      // 1,000 x 0.1 s x 64 / 1,024 GB
      { type: "step-functions-express", requests: 1000, durationMs: 100, memoryMb: 64 },
      { "step-functions/express-request": 1000, "step-functions/express-duration": 6.25 },
    ],
    [
      "Fargate bills ephemeral storage above 20 GB",
      // 2 tasks x 10 h x 10 GB
      {
        type: "fargate-task",
        architecture: "arm64",
        tasks: 2,
        vcpu: 1,
        memoryGb: 2,
        ephemeralStorageGb: 30,
        hours: 10,
      },
      { "fargate/vcpu-arm": 20, "fargate/memory-arm": 40, "fargate/ephemeral-storage": 200 },
    ],
    [
      "gp3 bills what goes over 3,000 IOPS and 125 MB/s, for the part of the month it exists",
      // half a month: 100 GB, 1,000 IOPS and 75 MB/s over
      { type: "ebs-volume", volumeType: "gp3", gb: 100, iops: 4000, throughputMbps: 200, hours: 365 },
      { "ebs/gp3-storage": 50, "ebs/gp3-iops-over-3000": 500, "ebs/gp3-throughput-over-125": 37.5 },
    ],
    [
      "gp3 within what is included bills storage alone",
      { type: "ebs-volume", volumeType: "gp3", gb: 100, iops: 3000, throughputMbps: 125, hours: 730 },
      { "ebs/gp3-storage": 100 },
    ],
    [
      "SQS counts 64 KB chunks: 65 KB are two requests",
      { type: "sqs", requests: 10, requestKb: 65 },
      { "sqs/standard-requests": 20 },
    ],
    [
      "SQS counts an empty message as one",
      { type: "sqs", fifo: true, requests: 10, requestKb: 0 },
      { "sqs/fifo-requests": 10 },
    ],
    ["SNS counts 64 KB chunks", { type: "sns", publishes: 10, requestKb: 128 }, { "sns/publish-requests": 20 }],
    [
      "EventBridge counts 64 KB chunks",
      { type: "eventbridge", customEvents: 10, eventKb: 200 },
      { "eventbridge/custom-events": 40 },
    ],
    [
      "HTTP APIs count 512 KB chunks",
      { type: "api-gateway", kind: "http", requests: 10, requestKb: 513 },
      { "api-gateway/http-requests": 20 },
    ],
    [
      "REST APIs count calls, whatever their size",
      { type: "api-gateway", kind: "rest", requests: 10, requestKb: 5000 },
      { "api-gateway/rest-requests": 10 },
    ],
    [
      "websocket APIs count 32 KB messages and minutes",
      { type: "api-gateway", kind: "websocket", requests: 10, requestKb: 33, connectionMinutes: 7 },
      { "api-gateway/websocket-messages": 20, "api-gateway/websocket-connection-minutes": 7 },
    ],
    [
      "an ALB bills its largest capacity share: 18,000 active connections a minute are 6 units",
      {
        type: "alb",
        hours: 720,
        newConnectionsPerSecond: 100, // 4
        activeConnectionsPerMinute: 18_000, // 6
        processedGbPerHour: 3.6, // 3.6
        ruleEvaluationsPerSecond: 4000, // 4
      },
      { "elb/alb-hour": 720, "elb/alb-lcu": 4320 },
    ],
    [
      "extras that are zero are no contradiction",
      { type: "ebs-volume", volumeType: "gp2", gb: 10, iops: 0, throughputMbps: 0, hours: 730 },
      { "ebs/gp2-storage": 10 },
    ],
    ["an idle ALB bills its hours alone", { type: "alb", count: 2, hours: 100 }, { "elb/alb-hour": 200 }],
    [
      "stated capacity units count for each balancer",
      { type: "nlb", count: 2, hours: 100, lcu: 1.5 },
      { "elb/nlb-hour": 200, "elb/nlb-nlcu": 300 },
    ],
    [
      "traffic between zones is charged on both sides",
      { type: "data-transfer", crossAzGb: 1000 },
      { "data-transfer/cross-az-each-direction": 2000 },
    ],
    [
      "logs of Lambda functions fall under their own tiers",
      { type: "cloudwatch-logs", ingestedGb: 3, lambda: true },
      { "cloudwatch/logs-lambda-vended-ingest-standard": 3 },
    ],
    [
      "instances multiply by count and hours",
      { type: "ec2-instance", instanceType: "m5.large", count: 3, hours: 10 },
      { "ec2/m5.large": 30 },
    ],
  ])("%s", (_name, resource, expected) => {
    expect(quantities(resource)).toEqual(expected);
  });

  test("hours that are left out are the whole month, and the answer says so", () => {
    const request = priceRequestSchema.parse({
      region: "us-east-1",
      monthHours: 720,
      resources: [{ type: "eks-cluster", count: 1 }],
    });
    const result = price(request, catalog);
    expect(result.totalUsd).toBeCloseTo(72, 9); // 720 h x 0.10
    expect(result.warnings).toContainEqual({ code: "assumed", path: "resources.0.hours", value: 720 });
  });
});

test("io2 tiers count the IOPS of one volume, not of the account", () => {
  // Each: 32,000 x 0.065 + 8,000 x 0.0455 = 2,080 + 364. Together they would reach the third tier.
  const volume = { type: "ebs-volume", volumeType: "io2", gb: 0, iops: 40_000, hours: 730 };
  const result = price(priceRequestSchema.parse({ region: "us-east-1", resources: [volume, volume] }), catalog);
  expect(result.totalUsd).toBeCloseTo(2 * (2080 + 364), 6);
});

test("io2 tiers keep their place when the volume runs part of the month", () => {
  const volume = { type: "ebs-volume", volumeType: "io2", gb: 0, iops: 40_000, hours: 73 };
  const result = price(priceRequestSchema.parse({ region: "us-east-1", resources: [volume] }), catalog);
  expect(result.totalUsd).toBeCloseTo((2080 + 364) / 10, 6);
});

test("functions of one architecture share the duration tiers", () => {
  // 4 bn + 4 bn GB-seconds: 6 bn at 0.0000166667, 2 bn at 0.000015.
  const lambda = { type: "lambda-function", architecture: "x86_64", requests: 0, gbSeconds: 4e9 };
  const result = price(priceRequestSchema.parse({ region: "us-east-1", resources: [lambda, lambda] }), catalog);
  expect(result.totalUsd).toBeCloseTo(6e9 * 0.0000166667 + 2e9 * 0.000015, 4);
});
