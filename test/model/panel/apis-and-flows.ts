import { api, type PanelCase, PER_DAY, standard } from "./panel-case.ts";

/** APIs, jobs and flows of one kind of load. */
export const apisAndFlows: readonly PanelCase[] = [
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
    accept: ["too-close-to-call", "serverless"],
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
];
