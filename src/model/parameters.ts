import { UserError } from "#src/errors.ts";
import type { Catalog } from "./catalog.ts";
import { keysOf, recordFrom } from "./typed-record.ts";

/**
 * Assumptions of the model itself, as opposed to fields of the workload: each is a catalog row with low, typical,
 * high, why and source. The model reads every constant that is not arithmetic from here.
 */
export const parameterIds = {
  targetUtilizationSync: "container.targetUtilization.sync",
  targetUtilizationAsync: "container.targetUtilization.async",
  cpuFloorMs: "container.cpuFloorMs",
  inProcessGain: "container.inProcessGain",
  minTasksService: "container.minTasks.service",
  minTasksWorker: "container.minTasks.worker",
  jobThresholdMs: "container.jobThresholdMs",
  jobStartSeconds: "container.jobStartSeconds",
  scaleOutMinutes: "container.scaleOutMinutes",
  scaleInWaste: "container.scaleInWaste",
  peakTasks: "container.peakTasks",
  taskBaseMb: "container.taskBaseMb",
  memoryHeadroom: "container.memoryHeadroom",
  inFlightMbWaiting: "step.memoryPerInFlightMb.io",
  inFlightShareBusy: "step.memoryPerInFlightMb.cpu",
  sharedModelShare: "step.sharedMemory.model",
  ec2Packing: "ec2.packing",
  ec2SystemReserveGb: "ec2.systemReserve",
  ec2EbsGb: "ec2.ebsGb",
  lambdaIdleMinutes: "lambda.idleMinutes",
  lambdaRecycleHours: "lambda.recycleHours",
  lambdaInitMs: "lambda.initMs",
  provisionedUtilization: "lambda.provisionedUtilisation",
  entryOverheadMs: "lambda.warmOverheadMs.http",
  standardTransitionMs: "sfn.standard.transitionMs",
  expressTransitionMs: "sfn.express.transitionMs",
  expressMemoryMb: "sfn.express.memoryMb",
  durableOperationsPerStep: "durable.operationsPerStep",
  durableExtraOperations: "durable.extraOperations",
  sqsRequestsPerMessage: "sqs.requestsPerMessage",
  sqsIdlePollsPerMonth: "sqs.idlePollsPerMonth",
  logsAppKb: "logs.appKb",
  logsPlatformKb: "logs.platformKb",
  logsCapGbPerMonth: "logs.capGbPerMonth",
  albRequestsPerConnection: "alb.requestsPerConnection",
  albAddresses: "alb.public",
  natGateways: "network.nat",
  interfaceEndpoints: "network.endpoints",
  addressesPerTask: "network.taskIpv4PerTask",
  crossAzShare: "network.crossAzShare",
  kinesisRecordsPerPut: "kinesis.recordsPerPut",
  connectionSecondsPerUnit: "entry.connectionSecondsPerUnit",
  p99ToMean: "latency.p99ToMean",
  savingsPlanLambda1y: "sp.lambda.1y",
  savingsPlanLambda3y: "sp.lambda.3y",
  savingsPlanFargate1y: "sp.fargate.1y",
  savingsPlanFargate3y: "sp.fargate.3y",
  savingsPlanEc21y: "sp.ec2.1y",
  savingsPlanEc23y: "sp.ec2.3y",
  spotEc2: "spot.ec2",
  spotFargate: "spot.fargate",
  spotRework: "spot.rework",
  premiumFargateUsd: "verdict.premium.fargate",
  premiumHybridUsd: "verdict.premium.hybrid",
  premiumEc2Usd: "verdict.premium.ec2",
  estimateError: "verdict.estimateError",
} as const;

export type ParameterName = keyof typeof parameterIds | "estimatedPriceFactor";

/** One value for each parameter; at the point every value is the typical one. */
export type Parameters = Record<ParameterName, number>;

export interface ParameterRange {
  name: ParameterName;
  /** Id of the catalog's assumption, or of a rule of the model. */
  id: string;
  /** How drivers and corrections name it: `assumptions["<id>"]`, or the workload field that overrides it. */
  path: string;
  low: number;
  typical: number;
  high: number;
}

/** Prices taken from another region may be 20 % off either way (find-price.ts); at the point they stand as they are. */
const estimatedPriceRange: ParameterRange = {
  name: "estimatedPriceFactor",
  id: "prices.estimated",
  path: 'assumptions["prices.estimated"]',
  low: 0.8,
  typical: 1,
  high: 1.2,
};

/** Every parameter with its range, in a fixed order. @throws UserError when the catalog lacks one. */
export function parameterRanges(catalog: Catalog): ParameterRange[] {
  const ranges = keysOf(parameterIds).map((name): ParameterRange => {
    const id = parameterIds[name];
    const row = catalog.assumptions.get(id);
    if (row === undefined) {
      throw new UserError({ code: "unknown-catalog", message: `The catalog has no assumption "${id}".`, path: id });
    }
    return {
      name,
      id,
      path: workloadFields[name] ?? assumptionPath(id),
      low: row.low,
      typical: row.typical,
      high: row.high,
    };
  });
  return [...ranges, estimatedPriceRange];
}

/** Parameters that people correct through a field of the workload. */
const workloadFields: Partial<Record<ParameterName, string>> = {
  targetUtilizationSync: "container.targetUtilization",
  targetUtilizationAsync: "container.targetUtilization",
  minTasksService: "container.minTasks",
  minTasksWorker: "container.minTasks",
  connectionSecondsPerUnit: "entry.connections",
};

export function assumptionPath(id: string): string {
  return `assumptions["${id}"]`;
}

/** The point: every parameter at its typical value, or at the team's own. @throws UserError for an unknown id */
export function pointParameters(ranges: readonly ParameterRange[], own: Readonly<Record<string, number>>): Parameters {
  for (const id of Object.keys(own)) {
    if (ranges.some((range) => range.id === id)) continue;
    throw new UserError({
      code: "unknown-field",
      message: `There is no assumption "${id}".`,
      nextStep: "See the assumptions of a review for the names.",
      path: assumptionPath(id),
    });
  }
  return recordFrom(ranges.map((range) => [range.name, own[range.id] ?? range.typical]));
}
