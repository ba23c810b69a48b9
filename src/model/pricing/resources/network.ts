import { z } from "zod";
import { amount, count, hours } from "#src/model/pricing/amounts.ts";
import {
  ALB_CAPACITY_UNIT,
  type CapacityUnit,
  CROSS_ZONE_SIDES,
  NLB_CAPACITY_UNIT,
} from "#src/model/pricing/billing-rules.ts";
import { type Usage, usageIfAny, usageOf } from "#src/model/pricing/usage.ts";
import { fault, hoursOf, type ResourceContext, someAmount } from "./context.ts";
import { given } from "./storage.ts";

const load = {
  newConnectionsPerSecond: amount.optional(),
  activeConnectionsPerMinute: amount.optional(),
  processedGbPerHour: amount.optional(),
  ruleEvaluationsPerSecond: amount.optional(),
};

const balancer = {
  count: count.default(1),
  hours: hours.optional(),
  /** Capacity units used by each balancer; in its place, the load they follow from. */
  lcu: amount.optional(),
  ...load,
};

export const albSchema = z.strictObject({ type: z.literal("alb"), ...balancer });
export const nlbSchema = z.strictObject({ type: z.literal("nlb"), ...balancer });
type Balancer = z.infer<typeof albSchema> | z.infer<typeof nlbSchema>;

/** Balancer-hours and capacity-unit-hours. */
export function loadBalancerUsage(lb: Balancer, context: ResourceContext): Usage[] {
  const isAlb = lb.type === "alb";
  const units = capacityUnits(lb, isAlb ? ALB_CAPACITY_UNIT : NLB_CAPACITY_UNIT, context);
  const balancerHours = lb.count * hoursOf(lb.hours, context);
  return [
    usageOf(isAlb ? "elb/alb-hour" : "elb/nlb-hour", balancerHours),
    ...usageIfAny(isAlb ? "elb/alb-lcu" : "elb/nlb-nlcu", balancerHours * units),
  ];
}

/** The largest of the shares: AWS bills that one alone. */
function capacityUnits(lb: Balancer, unit: CapacityUnit, context: ResourceContext): number {
  const { newConnectionsPerSecond, activeConnectionsPerMinute, processedGbPerHour, ruleEvaluationsPerSecond } = lb;
  const dimensions = {
    newConnectionsPerSecond,
    activeConnectionsPerMinute,
    processedGbPerHour,
    ruleEvaluationsPerSecond,
  };
  const stated = Object.entries(dimensions).find(([, value]) => (value ?? 0) > 0);
  if (stated === undefined) return lb.lcu ?? 0;
  if (lb.lcu !== undefined) {
    throw fault(context, "lcu", `stands beside ${stated[0]}.`, "Give lcu or the load it follows from, not both.");
  }
  if (unit.ruleEvaluationsPerSecond === null && (ruleEvaluationsPerSecond ?? 0) > 0) {
    throw fault(context, "ruleEvaluationsPerSecond", "does not apply to a network load balancer.", "Leave it out.");
  }
  return Math.max(
    (newConnectionsPerSecond ?? 0) / unit.newConnectionsPerSecond,
    (activeConnectionsPerMinute ?? 0) / unit.activeConnectionsPerMinute,
    (processedGbPerHour ?? 0) / unit.processedGbPerHour,
    (ruleEvaluationsPerSecond ?? 0) / (unit.ruleEvaluationsPerSecond ?? 1),
  );
}

/** True when the capacity units of a network balancer were derived by the rule AWS's page could not be checked for. */
export function usesUnverifiedRule(lb: Balancer): boolean {
  if (lb.type !== "nlb") return false;
  const { newConnectionsPerSecond = 0, activeConnectionsPerMinute = 0, processedGbPerHour = 0 } = lb;
  return newConnectionsPerSecond + activeConnectionsPerMinute + processedGbPerHour > 0;
}

export const natGatewaySchema = z.strictObject({
  type: z.literal("nat-gateway"),
  count: count.default(1),
  hours: hours.optional(),
  /** Through all of them together. */
  processedGb: amount.default(0),
});

export function natGatewayUsage(nat: z.infer<typeof natGatewaySchema>, context: ResourceContext): Usage[] {
  return [
    usageOf("vpc/nat-gateway-hour", nat.count * hoursOf(nat.hours, context)),
    ...usageIfAny("vpc/nat-gateway-data", nat.processedGb),
  ];
}

export const dataTransferSchema = z.strictObject({
  type: z.literal("data-transfer"),
  internetGb: amount.optional(),
  /** GB that cross a zone boundary: charged on both sides. */
  crossAzGb: amount.optional(),
});

export function dataTransferUsage(transfer: z.infer<typeof dataTransferSchema>, context: ResourceContext): Usage[] {
  const { internetGb, crossAzGb } = transfer;
  someAmount({ internetGb, crossAzGb }, context);
  return given([
    ["data-transfer/internet-out", internetGb],
    ["data-transfer/cross-az-each-direction", crossAzGb === undefined ? undefined : crossAzGb * CROSS_ZONE_SIDES],
  ]);
}
