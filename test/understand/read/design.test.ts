import { describe, expect, it } from "vitest";
import { readDescription } from "#src/understand/read-description.ts";
import { leafOf, notesOf, readValue } from "#test/understand/support/read.ts";

const rest = "50 rps, 100 ms, 256 MB";

describe("entries", () => {
  it.each([
    ["behind an HTTP API", "api-gateway-http"],
    ["API Gateway REST", "api-gateway-rest"],
    ["gateway=rest", "api-gateway-rest"],
    ["via a function URL", "function-url"],
    ["behind an application load balancer", "alb"],
    ["sits on SQS", "sqs"],
    ["SNS triggered", "sns"],
    ["events from EventBridge", "eventbridge"],
    ["off kinsis", "kinesis"],
    ["S3 event triggers it", "s3-event"],
    ["uploads land in S3", "s3-event"],
    ["over websockets", "websocket"],
  ])("reads %s", (words, kind) => {
    expect(leafOf(`${rest}, ${words}`, "entry.kind")).toMatchObject({ value: kind, origin: "stated" });
  });

  it("leaves HTTP or REST open when only API Gateway is named", () => {
    expect(leafOf(`${rest}, behind api gatway`, "entry.kind")).toMatchObject({
      value: "api-gateway-http",
      origin: "assumed",
    });
  });

  it.each([
    "publishes results to SNS",
    "no API Gateway",
    "writes the output to Kinesis",
    "our payment gateway is slow",
  ])("takes %s for no entry", (words) => {
    expect(readValue(`${rest}, ${words}`, "entry.kind")).toBeUndefined();
  });
});

describe("orchestration and hand-off", () => {
  it("reads kind and transitions", () => {
    const text = `${rest}, step funtcions standrd w/ 7 transitons`;
    expect(leafOf(text, "orchestration.kind")).toMatchObject({ value: "step-functions-standard", origin: "stated" });
    expect(readValue(text, "orchestration.transitionsPerUnit")).toBe(7);
  });

  it("assumes Standard when the type is not said, and says so", () => {
    expect(leafOf(`${rest}, a state machine with 5 states`, "orchestration.kind")).toMatchObject({ origin: "assumed" });
    expect(notesOf(`${rest}, a state machine with 5 states`).join(" ")).toContain("Standard or Express");
  });

  it("takes a queue between steps for the orchestration, not the entry", () => {
    const text = "3 lambdas of 200 ms at 512 MB, 50 rps, SQS is between the lambda";
    expect(readValue(text, "orchestration.kind")).toBe("queue");
    expect(readValue(text, "entry.kind")).toBeUndefined();
  });

  it("takes refused Step Functions for none", () => {
    expect(readValue(`${rest}. No Step Functions.`, "orchestration.kind")).toBe("none");
  });

  it("reads objects, reads, size and retention of an S3 hand-off", () => {
    const text = `${rest}. Frames go through S3: 6 objects per order, about 100 KB each, read twice, kept for an hour.`;
    expect(readValue(text, "handoff.store")).toBe("s3");
    expect(readValue(text, "handoff.objectsPerUnit")).toBe(6);
    expect(readValue(text, "handoff.objectKb")).toBe(100);
    expect(readValue(text, "handoff.readsPerObject")).toBe(2);
    expect(readValue(text, "handoff.retentionHours")).toBe(1);
  });

  it("takes a result kept in S3 for no hand-off", () => {
    expect(readValue(`${rest}. The result is stored in S3.`, "handoff.store")).toBeUndefined();
  });
});

describe("regions", () => {
  it("prefers where the account is to where backups are", () => {
    expect(
      readValue(`${rest}. Our account is in Ireland, the Frankfurt one is only for backups so ignore that.`, "region"),
    ).toBe("eu-west-1");
  });

  it("takes the place moved to", () => {
    expect(readValue(`${rest}. It used to be in Oregon and we moved it to Ohio.`, "region")).toBe("us-east-2");
  });

  it("takes no region from where customers or colleagues are", () => {
    expect(readValue(`${rest}. Our customers in Germany like it.`, "region")).toBeUndefined();
  });

  it("assumes a region for an area and says so", () => {
    expect(leafOf(`${rest} in eu`, "region")).toMatchObject({ value: "eu-west-1", origin: "assumed" });
    expect(notesOf(`${rest} in eu`).join(" ")).toContain("no single region");
  });

  it("names two regions that contradict each other", () => {
    expect(notesOf(`${rest}, runs in eu-west-1, runs in us-east-1`).join(" ")).toContain("Two regions");
  });
});

describe("latency", () => {
  it.each([
    ["p99 < 80ms, 12ms each", 99, 80],
    ["12 ms each. SLO: 99% under 30 seconds.", 99, 30_000],
    ["12 ms each, p95 must stay below 300 ms", 95, 300],
    ["latency_p99=400ms duration=12ms", 99, 400],
  ])("reads a target in %s", (words, percentile, targetMs) => {
    expect(readValue(`50 rps, 256 MB, ${words}`, "latency.percentile")).toBe(percentile);
    expect(readValue(`50 rps, 256 MB, ${words}`, "latency.targetMs")).toBe(targetMs);
  });

  it("leaves the percentile open when only a target is said", () => {
    expect(readValue("rate=50/s duration=120ms slo=1s", "latency.targetMs")).toBe(1000);
    expect(readValue("rate=50/s duration=120ms slo=1s", "latency.percentile")).toBeUndefined();
  });

  it("takes a median for the duration and a bare high percentile for neither", () => {
    const text = "50 rps, p50 120ms, p99 900ms, 256 MB";
    expect(readValue(text, "steps.0.durationMs")).toBe(120);
    expect(readValue(text, "latency")).toBeUndefined();
    expect(notesOf(text).join(" ")).toContain("p99 900ms");
  });
});

describe("purchase, quotas, containers", () => {
  it.each([
    ["arm64", "purchase.lambdaArchitecture", "arm64"],
    ["on Graviton", "purchase.lambdaArchitecture", "arm64"],
    ["3-year compute savings plan", "purchase.commitment", "compute-savings-plan-3y"],
    ["1y savings plan", "purchase.commitment", "compute-savings-plan-1y"],
    ["would use spot", "purchase.commitment", "spot"],
    ["15% EDP discount", "purchase.discountPercent", 15],
    ["free tier applies", "purchase.freeTier", true],
    ["lambda concurrency already raised to 5,000", 'appliedQuotas["lambda.concurrency"]', 5000],
    ["our StartExecution limit is 1,200/s", 'appliedQuotas["sfn.standard.startExecution.rate"]', 1200],
    ["300 GB/month egress", "egressGbPerMonth", 300],
    ["2 KB in, 18 KB out", "entry.responseKb", 18],
    ["dev, staging and prod", "environments", 3],
    ["6 m5.large boxes", "container.instanceCount", 6],
    ["our ECS fleet runs at 30 % CPU", "container.targetUtilization", 0.3],
    ["a load test did 120 rps per vCPU", "container.unitsPerSecondPerVcpu", 120],
    ["ramps up over 10 minutes", "rampMinutes", 10],
  ])("reads %s", (words, path, value) => {
    expect(readValue(`${rest}, ${words}`, path)).toBe(value);
  });

  it("takes concurrent users for no quota", () => {
    expect(readValue(`${rest}, 5,000 concurrent users`, 'appliedQuotas["lambda.concurrency"]')).toBeUndefined();
  });
});

describe("what AWS cannot do is said, not passed over", () => {
  it("asks where a region has the form of one and is none", () => {
    expect(readDescription("50 rps, 200 ms, mars-north-1")).toMatchObject({ kind: "ask", code: "unknown-region" });
  });

  it("keeps more memory than Lambda can give", () => {
    // 50 GB are 51,200 MB.
    const { input } = readDescription("5 jobs an hour, 20 minutes each at 50 GB on Lambda");
    expect(input.steps?.[0]).toMatchObject({ durationMs: 1_200_000, memoryMb: 51_200 });
  });
});
