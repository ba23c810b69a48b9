import { z } from "zod";

/**
 * The workload contract, version 1: what people run, as every part of Rethink reads it.
 *
 * Field names are fixed (other programs send them). Only `ratePerSecond` has no default: a volume is never assumed.
 * A GB of memory is 1,024 MB; a month is 730 hours.
 */

/** The largest count a double holds exactly: above it, sums of line items would silently lose units. */
const LARGEST_COUNT = 1e15;

const count = z.number().nonnegative().max(LARGEST_COUNT);
const positive = z.number().positive().max(LARGEST_COUNT);
const fraction = z.number().min(0).max(1);

export const orchestrationKinds = ["none", "step-functions-standard", "step-functions-express", "queue"] as const;
export type OrchestrationKind = (typeof orchestrationKinds)[number];

export const handoffStores = ["none", "s3"] as const;

export const entryKinds = [
  "none",
  "api-gateway-http",
  "api-gateway-rest",
  "function-url",
  "alb",
  "sqs",
  "sns",
  "eventbridge",
  "kinesis",
  "s3-event",
  "schedule",
  "websocket",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export const cpuArchitectures = ["x86_64", "arm64"] as const;
export type CpuArchitecture = (typeof cpuArchitectures)[number];

export const commitments = ["none", "compute-savings-plan-1y", "compute-savings-plan-3y", "spot"] as const;
export type Commitment = (typeof commitments)[number];

export const stepSchema = z.strictObject({
  name: z.string().max(200),
  /** Calls of this step for one unit of work; 1/N for a batch of N, N for a fan-out. */
  invocationsPerUnit: z.number().nonnegative().max(1e6),
  /** Mean billed duration of one call, milliseconds. */
  durationMs: z.number().nonnegative().max(1e10),
  /** Lambda memory, MB. Above 10,240 the step is infeasible on Lambda, not invalid. */
  memoryMb: z.number().positive().max(1e7),
  /** Share of the billed time in which the step uses all the CPU it was given. */
  cpuBoundFraction: fraction,
  /** Cores one call can use; most handlers have one thread. */
  maxCores: z.number().positive().max(1024),
  /** Memory one call in flight holds in a container, MB; null: derived from the kind of work. */
  memoryPerInFlightMb: z.number().nonnegative().max(1e7).nullable(),
});
export type Step = z.infer<typeof stepSchema>;

export const orchestrationSchema = z.strictObject({
  kind: z.enum(orchestrationKinds),
  transitionsPerUnit: z.number().nonnegative().max(1e9),
  executionsPerUnit: z.number().nonnegative().max(1e6),
  payloadKb: z.number().nonnegative().max(1e9),
  /** True where losing the state of an execution is not acceptable: orders, payments, approvals. */
  durable: z.boolean(),
});
export type Orchestration = z.infer<typeof orchestrationSchema>;

export const handoffSchema = z.strictObject({
  store: z.enum(handoffStores),
  objectsPerUnit: z.number().nonnegative().max(1e6),
  readsPerObject: z.number().nonnegative().max(1e6),
  objectKb: z.number().nonnegative().max(1e12),
  retentionHours: z.number().nonnegative().max(1e6),
});
export type Handoff = z.infer<typeof handoffSchema>;

export const entrySchema = z.strictObject({
  kind: z.enum(entryKinds),
  requestKb: z.number().nonnegative().max(1e9),
  responseKb: z.number().nonnegative().max(1e9),
  /** Open connections (websocket); null: derived from the rate. */
  connections: count.nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

export const latencySchema = z.strictObject({
  percentile: z.number().positive().max(100),
  targetMs: positive,
});
export type LatencyTarget = z.infer<typeof latencySchema>;

export const purchaseSchema = z.strictObject({
  /** One CPU architecture for every architecture of the comparison, containers included. */
  lambdaArchitecture: z.enum(cpuArchitectures),
  commitment: z.enum(commitments),
  discountPercent: z.number().min(0).max(100),
  freeTier: z.boolean(),
});
export type Purchase = z.infer<typeof purchaseSchema>;

export const containerSchema = z.strictObject({
  /** Average CPU use the fleet is scaled to; null: the default of its run mode. */
  targetUtilization: z.number().positive().max(1).nullable(),
  minTasks: z.number().int().nonnegative().max(1e6).nullable(),
  taskVcpu: z.number().positive().max(1024).nullable(),
  taskMemoryMb: z.number().positive().max(1e7).nullable(),
  instanceType: z.string().max(40).nullable(),
  instanceCount: z.number().int().nonnegative().max(1e6).nullable(),
  /** Measured by a load test; replaces CPU derived from durations. */
  unitsPerSecondPerVcpu: positive.nullable(),
  /** How often shared work is repeated because the service is cloned (Prime Video: 2). */
  workReplication: z.number().min(1).max(1000),
});
export type Container = z.infer<typeof containerSchema>;

export const workloadSchema = z.strictObject({
  name: z.string().max(200),
  region: z.string().max(40),
  unitOfWork: z.string().max(100),
  /** Mean units of work a second during active hours. */
  ratePerSecond: z.number().nonnegative().max(1e12),
  peakToMean: z.number().min(1).max(1e6),
  /** Minutes from ordinary load to peak. */
  rampMinutes: z.number().nonnegative().max(1e6),
  activeHoursPerMonth: z.number().min(1).max(730),
  /** 0.05 = 5 % a month, compounding. */
  growthPerMonth: z.number().min(-1).max(100),
  /** Running copies including production. */
  environments: z.number().min(1).max(1e5),
  steps: z.array(stepSchema).min(1).max(100),
  orchestration: orchestrationSchema,
  handoff: handoffSchema,
  entry: entrySchema,
  /** GB a month to the internet. */
  egressGbPerMonth: z.number().nonnegative().max(1e12),
  latency: latencySchema.nullable(),
  appliedQuotas: z.record(z.string().max(100), z.number().nonnegative()),
  purchase: purchaseSchema,
  container: containerSchema,
  /** Corrected assumptions of the model itself, by id of the catalog: `container.cpuFloorMs`, `verdict.premium.ec2`. */
  assumptions: z.record(z.string().max(100), z.number()),
});

/** A complete workload: every leaf has a value. */
export type Workload = z.infer<typeof workloadSchema>;

/** What callers may send: any part of a workload; `assume` fills the rest and says so. */
export const workloadInputSchema = z.strictObject({
  name: workloadSchema.shape.name.optional(),
  region: workloadSchema.shape.region.optional(),
  unitOfWork: workloadSchema.shape.unitOfWork.optional(),
  ratePerSecond: workloadSchema.shape.ratePerSecond.optional(),
  peakToMean: workloadSchema.shape.peakToMean.optional(),
  rampMinutes: workloadSchema.shape.rampMinutes.optional(),
  activeHoursPerMonth: workloadSchema.shape.activeHoursPerMonth.optional(),
  growthPerMonth: workloadSchema.shape.growthPerMonth.optional(),
  environments: workloadSchema.shape.environments.optional(),
  steps: z.array(stepSchema.partial()).max(100).optional(),
  orchestration: orchestrationSchema.partial().optional(),
  handoff: handoffSchema.partial().optional(),
  entry: entrySchema.partial().optional(),
  egressGbPerMonth: workloadSchema.shape.egressGbPerMonth.optional(),
  latency: latencySchema.partial().nullable().optional(),
  appliedQuotas: workloadSchema.shape.appliedQuotas.optional(),
  purchase: purchaseSchema.partial().optional(),
  container: containerSchema.partial().optional(),
  assumptions: workloadSchema.shape.assumptions.optional(),
});
export type WorkloadInput = z.infer<typeof workloadInputSchema>;

export const originKinds = ["stated", "inferred", "assumed", "corrected"] as const;
export type OriginKind = (typeof originKinds)[number];

/** Where the value of one leaf came from. An assumed number has a low and a high. */
export const originSchema = z.strictObject({
  origin: z.enum(originKinds),
  /** The words it came from, or the reason it was assumed. */
  evidence: z.string().max(500).optional(),
  low: z.union([z.number(), z.string(), z.boolean()]).optional(),
  high: z.union([z.number(), z.string(), z.boolean()]).optional(),
  /** Who corrected it. */
  by: z.string().max(200).optional(),
});
export type Origin = z.infer<typeof originSchema>;

/** Keyed by dotted path: `steps.0.memoryMb`, `appliedQuotas["lambda.concurrency"]`. */
export type Origins = Record<string, Origin>;

/** A workload with the origin of each of its leaves. */
export interface UnderstoodWorkload {
  workload: Workload;
  origins: Origins;
}
