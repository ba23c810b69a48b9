/**
 * How AWS rounds and meters before it prices. Rules of billing, not prices or quotas: those come from the catalog.
 * Sources stand in the catalog's billing-rules.json.
 */

/** A GB of memory is 1,024 MB. */
export const MB_PER_GB = 1024;
export const MS_PER_SECOND = 1000;
export const SECONDS_PER_HOUR = 3600;

/** Lambda bills each started millisecond. */
export const LAMBDA_BILLED_MS = 1;
/** Lambda includes this much of /tmp, MB. */
export const LAMBDA_INCLUDED_STORAGE_MB = 512;
/** Provisioned concurrency is billed by started five minutes, in hours. */
export const PROVISIONED_BILLED_HOURS = 1 / 12;

/** Express workflows bill each started 100 ms and each started 64 MB. */
export const EXPRESS_BILLED_MS = 100;
export const EXPRESS_BILLED_MB = 64;

/** Messages are counted in started chunks of this many KB. */
export const MESSAGE_CHUNK_KB = 64;
export const HTTP_API_CHUNK_KB = 512;
export const WEBSOCKET_CHUNK_KB = 32;

/** Fargate tasks include this much ephemeral storage, GB. */
export const FARGATE_INCLUDED_STORAGE_GB = 20;

/** gp3 volumes include this much performance. */
export const GP3_INCLUDED_IOPS = 3000;
export const GP3_INCLUDED_MBPS = 125;

/** Traffic between zones is charged once on each side. */
export const CROSS_ZONE_SIDES = 2;

/** What one capacity unit of a load balancer carries; the largest share is billed. */
export interface CapacityUnit {
  newConnectionsPerSecond: number;
  activeConnectionsPerMinute: number;
  processedGbPerHour: number;
  /** Null: not a dimension of this balancer. */
  ruleEvaluationsPerSecond: number | null;
}

export const ALB_CAPACITY_UNIT: CapacityUnit = {
  newConnectionsPerSecond: 25,
  activeConnectionsPerMinute: 3000,
  processedGbPerHour: 1,
  ruleEvaluationsPerSecond: 1000,
};

export const NLB_CAPACITY_UNIT: CapacityUnit = {
  newConnectionsPerSecond: 800,
  activeConnectionsPerMinute: 100_000,
  processedGbPerHour: 1,
  ruleEvaluationsPerSecond: null,
};

/** Slack for figures that are whole in decimal but a hair above in binary. */
const ROUNDING_SLACK = 1e-9;

/** Rounds an amount up to whole steps: 801 ms in steps of 100 is 900. */
export function roundUpTo(step: number, amount: number): number {
  return Math.ceil(amount / step - ROUNDING_SLACK) * step;
}

/** Started chunks of a payload; at least one, however small it is. */
export function startedChunks(chunkKb: number, payloadKb: number): number {
  return Math.max(1, Math.ceil(payloadKb / chunkKb - ROUNDING_SLACK));
}
