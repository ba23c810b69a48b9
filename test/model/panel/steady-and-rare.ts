import { api, type PanelCase, PER_DAY, standard } from "./panel-case.ts";

/** The same kinds of work, busy and idle. */
export const steadyAndRare: readonly PanelCase[] = [
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
