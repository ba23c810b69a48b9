import type { Verdict } from "#src/model/assessment.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

/** A workload with the answer an AWS cost expert would give, written down before the model ran. */
export interface PanelCase {
  name: string;
  workload: WorkloadInput;
  /** Verdicts an expert would accept. */
  accept: readonly Verdict[];
  /** The expert's reason, in one sentence. */
  because: string;
}

const PER_DAY = 1 / 86_400;
const api = { kind: "api-gateway-http" } as const;
const standard = (transitionsPerUnit: number) => ({ kind: "step-functions-standard", transitionsPerUnit }) as const;

export const panel: readonly PanelCase[] = [
  {
    name: "webhook, 3 a minute",
    workload: { ratePerSecond: 0.05, entry: api, steps: [{ name: "webhook", durationMs: 100, memoryMb: 128 }] },
    accept: ["serverless"],
    because: "cents a month against two idle tasks and a load balancer",
  },
  {
    name: "steady API, 2,000 a second",
    workload: { ratePerSecond: 2000, entry: api, steps: [{ name: "api read", durationMs: 50, memoryMb: 256 }] },
    accept: ["monolith"],
    because: "5.3 billion calls: the request prices alone beat a small fleet",
  },
  {
    name: "API that mostly waits, 85 a second",
    workload: {
      ratePerSecond: 85,
      entry: api,
      steps: [{ name: "payment provider", durationMs: 350, memoryMb: 512, cpuBoundFraction: 0.05 }],
    },
    accept: ["monolith"],
    because: "Lambda bills the waiting, a process waits for thirty calls at once",
  },
  {
    name: "nightly batch, a million rows in two hours",
    workload: {
      ratePerSecond: 139,
      activeHoursPerMonth: 60.8,
      entry: { kind: "schedule" },
      steps: [{ name: "transform rows", durationMs: 500, memoryMb: 1024, invocationsPerUnit: 0.1 }],
    },
    accept: ["serverless", "too-close-to-call"],
    because: "tens of dollars either way, and Lambda is less to run",
  },
  {
    name: "20-minute job, 40 a day",
    workload: {
      ratePerSecond: 40 * PER_DAY,
      entry: { kind: "schedule" },
      steps: [{ name: "reconcile", durationMs: 1_200_000, memoryMb: 2048 }],
    },
    accept: ["monolith"],
    because: "Lambda stops at 15 minutes; a Fargate job costs about $23",
  },
  {
    name: "40 MB uploads, 10 a second",
    workload: {
      ratePerSecond: 10,
      entry: { kind: "alb", requestKb: 40 * 1024 },
      steps: [{ name: "store upload", durationMs: 800, memoryMb: 1024 }],
    },
    accept: ["monolith"],
    because: "Lambda takes 1 MB behind a load balancer and 6 MB at most",
  },
  {
    name: "bidding, 15,000 a second within 80 ms",
    workload: {
      ratePerSecond: 15_000,
      entry: api,
      latency: { percentile: 99, targetMs: 80 },
      steps: [{ name: "bid", durationMs: 12, memoryMb: 2048, cpuBoundFraction: 0.9 }],
    },
    accept: ["monolith"],
    because: "39 billion short calls: per-request prices dwarf the CPU",
  },
  {
    name: "websocket, 50,000 open",
    workload: {
      ratePerSecond: 2500,
      entry: { kind: "websocket", connections: 50_000 },
      steps: [{ name: "message", durationMs: 50, memoryMb: 128 }],
    },
    accept: ["monolith"],
    because: "one invocation and two metered messages for every message",
  },
  {
    name: "order saga, 60,000 a day",
    workload: {
      ratePerSecond: 60_000 * PER_DAY,
      unitOfWork: "order",
      entry: api,
      steps: [
        { name: "validate", durationMs: 100, memoryMb: 512 },
        { name: "reserve", durationMs: 250, memoryMb: 512 },
        { name: "charge", durationMs: 1200, memoryMb: 512 },
        { name: "ship", durationMs: 600, memoryMb: 512 },
        { name: "confirm", durationMs: 150, memoryMb: 512 },
      ],
      orchestration: standard(12),
    },
    accept: ["serverless", "too-close-to-call"],
    because: "a durable function keeps the state for $150; containers save less than their operation",
  },
  {
    name: "IoT, 25,000 records a second on Kinesis, batches of 500",
    workload: {
      ratePerSecond: 25_000,
      entry: { kind: "kinesis", requestKb: 0.4 },
      steps: [{ name: "enrich", durationMs: 100, memoryMb: 512, invocationsPerUnit: 0.002 }],
    },
    accept: ["serverless", "too-close-to-call"],
    because: "the stream is nine tenths of both bills",
  },
  {
    name: "inference, 10 GB on 6 cores, 20 a second",
    workload: {
      ratePerSecond: 20,
      entry: api,
      steps: [{ name: "model inference", durationMs: 700, memoryMb: 10_240, maxCores: 6, cpuBoundFraction: 0.9 }],
    },
    accept: ["too-close-to-call", "serverless", "monolith"],
    because: "use and break-even use are both about 40 %: nobody should be sure",
  },
  {
    name: "the same inference, once a minute",
    workload: {
      ratePerSecond: 1 / 60,
      entry: api,
      steps: [{ name: "model inference", durationMs: 700, memoryMb: 10_240, maxCores: 6, cpuBoundFraction: 0.9 }],
    },
    accept: ["serverless"],
    because: "two idle tasks of 8 vCPU cost $500 a month",
  },
  {
    name: "photo resize, 50 a second around the clock",
    workload: {
      ratePerSecond: 50,
      entry: { kind: "s3-event" },
      steps: [{ name: "photo resize", durationMs: 1800, memoryMb: 1769, cpuBoundFraction: 0.9 }],
    },
    accept: ["monolith"],
    because: "steady CPU-bound work: a busy vCPU costs twice as much on Lambda",
  },
  {
    name: "photo resize, 10,000 a day",
    workload: {
      ratePerSecond: 10_000 * PER_DAY,
      entry: { kind: "s3-event" },
      steps: [{ name: "photo resize", durationMs: 1800, memoryMb: 1769, cpuBoundFraction: 0.9 }],
    },
    accept: ["serverless"],
    because: "$16 of Lambda against a task that idles",
  },
  {
    name: "DynamoDB API, 5 a second",
    workload: { ratePerSecond: 5, entry: api, steps: [{ name: "dynamodb api", durationMs: 60, memoryMb: 512 }] },
    accept: ["serverless"],
    because: "under the floor of a load-balanced service",
  },
  {
    name: "DynamoDB API, 500 a second",
    workload: { ratePerSecond: 500, entry: api, steps: [{ name: "dynamodb api", durationMs: 60, memoryMb: 512 }] },
    accept: ["monolith"],
    because: "1.3 billion calls a month through a gateway",
  },
  {
    name: "flash sale, 85 times in one minute",
    workload: {
      ratePerSecond: 3,
      peakToMean: 85,
      rampMinutes: 1,
      entry: api,
      steps: [{ name: "shop api", durationMs: 100, memoryMb: 512 }],
    },
    accept: ["serverless"],
    because: "a fleet must hold the spike ready; Lambda is paid for the three a second",
  },
  {
    name: "back-office tool, 2 a second in office hours",
    workload: {
      ratePerSecond: 2,
      activeHoursPerMonth: 217,
      entry: api,
      steps: [{ name: "form save", durationMs: 150, memoryMb: 512 }],
    },
    accept: ["serverless"],
    because: "containers wait through nights and weekends",
  },
  {
    name: "a quiet API in 21 environments",
    workload: {
      ratePerSecond: 0.5,
      environments: 21,
      entry: api,
      steps: [{ name: "optimise", durationMs: 3000, memoryMb: 4096, cpuBoundFraction: 0.9 }],
    },
    accept: ["serverless"],
    because: "every idle copy costs containers their floor and Lambda nothing",
  },
  {
    name: "image pipeline, 300 a second, Standard with 7 states and S3 between",
    workload: {
      ratePerSecond: 300,
      unitOfWork: "image",
      steps: [1, 2, 3].map((n) => ({ name: `resize ${n}`, durationMs: 200, memoryMb: 1024 })),
      orchestration: standard(7),
      handoff: { store: "s3" },
    },
    accept: ["monolith"],
    because: "five billion transitions; even one Lambda for all three costs more than the containers",
  },
  {
    name: "approval workflow, 1,000 a day, 10 states",
    workload: {
      ratePerSecond: 1000 * PER_DAY,
      unitOfWork: "approval",
      steps: [{ name: "prepare" }, { name: "notify" }].map((step) => ({ ...step, durationMs: 300, memoryMb: 256 })),
      orchestration: standard(10),
    },
    accept: ["serverless"],
    because: "under $10 a month, with a history of every execution",
  },
  {
    name: "log shipper, 1.2 billion events a day, one call each",
    workload: {
      ratePerSecond: 13_889,
      entry: { kind: "kinesis", requestKb: 2 },
      steps: [{ name: "ship log", durationMs: 90, memoryMb: 256 }],
    },
    accept: ["monolith"],
    because: "36 billion invocations of a tenth of a second",
  },
  {
    name: "queue worker, 10 a second, 2 s of CPU at 1 GB",
    workload: {
      ratePerSecond: 10,
      entry: { kind: "sqs" },
      steps: [{ name: "render pdf", durationMs: 2000, memoryMb: 1024, cpuBoundFraction: 0.9 }],
    },
    accept: ["monolith", "too-close-to-call"],
    because: "a busy worker saves a third, a few hundred dollars",
  },
  {
    name: "queue worker, 12 a minute",
    workload: {
      ratePerSecond: 0.2,
      entry: { kind: "sqs" },
      steps: [{ name: "render pdf", durationMs: 2000, memoryMb: 1024, cpuBoundFraction: 0.9 }],
    },
    accept: ["serverless"],
    because: "$18 of Lambda; one idle task costs as much and must be run",
  },
  {
    name: "genomics, 20 jobs a day of 4 hours on 16 threads",
    workload: {
      ratePerSecond: 20 * PER_DAY,
      steps: [{ name: "align genome", durationMs: 14_400_000, memoryMb: 32_768, maxCores: 16, cpuBoundFraction: 0.9 }],
    },
    accept: ["monolith"],
    because: "neither the time nor the memory exists on Lambda",
  },
  {
    name: "cron, every 5 minutes for 45 s",
    workload: {
      ratePerSecond: 1 / 300,
      entry: { kind: "schedule" },
      steps: [{ name: "sync", durationMs: 45_000, memoryMb: 1024 }],
    },
    accept: ["serverless"],
    because: "under $10 either way: the one with less to run",
  },
  {
    name: "public REST API, 100 a second",
    workload: {
      ratePerSecond: 100,
      entry: { kind: "api-gateway-rest" },
      steps: [{ name: "catalog api", durationMs: 120, memoryMb: 512 }],
    },
    accept: ["monolith"],
    because: "$900 of gateway and $300 of Lambda; two or three tasks carry it",
  },
  {
    name: "language-model proxy, 20 a second of 8 s",
    workload: {
      ratePerSecond: 20,
      entry: { kind: "function-url" },
      steps: [{ name: "llm proxy", durationMs: 8000, memoryMb: 256, cpuBoundFraction: 0.02 }],
    },
    accept: ["monolith"],
    because: "160 calls wait at any moment: one small process holds them",
  },
  {
    name: "rare API with a cold-start target",
    workload: {
      ratePerSecond: 0.02,
      entry: api,
      latency: { percentile: 99, targetMs: 300 },
      steps: [{ name: "quote api", durationMs: 80, memoryMb: 512 }],
    },
    accept: ["serverless"],
    because: "one environment kept ready costs $6, two tasks and a load balancer $49",
  },
];
