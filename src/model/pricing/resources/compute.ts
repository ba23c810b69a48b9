import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { amount, count, hours, size } from "#src/model/pricing/amounts.ts";
import { FARGATE_INCLUDED_STORAGE_GB } from "#src/model/pricing/billing-rules.ts";
import { nearestNames } from "#src/model/pricing/nearest-names.ts";
import { type Usage, usageIfAny, usageOf } from "#src/model/pricing/usage.ts";
import { architectureOf, hoursOf, type ResourceContext, withinQuota } from "./context.ts";

export const fargateTaskSchema = z.strictObject({
  type: z.literal("fargate-task"),
  architecture: z.enum(["x86_64", "arm64"]).optional(),
  tasks: amount.default(1),
  vcpu: size,
  memoryGb: size,
  ephemeralStorageGb: amount.default(FARGATE_INCLUDED_STORAGE_GB),
  /** Hours each task runs. */
  hours: hours.optional(),
});

/** vCPU-hours, GB-hours, and storage above the included part. */
export function fargateTaskUsage(task: z.infer<typeof fargateTaskSchema>, context: ResourceContext): Usage[] {
  withinQuota(task.ephemeralStorageGb, "ephemeralStorageGb", { most: "fargate.ephemeral.max" }, context);
  withinQuota(task.vcpu, "vcpu", { most: "fargate.task.maxVcpu" }, context);
  const architecture = architectureOf(task.architecture, context);
  const taskHours = task.tasks * hoursOf(task.hours, context);
  const storageGb = Math.max(0, task.ephemeralStorageGb - FARGATE_INCLUDED_STORAGE_GB);
  return [
    usageOf(`fargate/vcpu-${architecture}`, taskHours * task.vcpu),
    usageOf(`fargate/memory-${architecture}`, taskHours * task.memoryGb),
    ...usageIfAny("fargate/ephemeral-storage", taskHours * storageGb),
  ];
}

export const ec2InstanceSchema = z.strictObject({
  type: z.literal("ec2-instance"),
  instanceType: z.string(),
  count: count.default(1),
  hours: hours.optional(),
});

/** Instance-hours of a Linux on-demand instance. */
export function ec2InstanceUsage(instance: z.infer<typeof ec2InstanceSchema>, context: ResourceContext): Usage[] {
  const id = `ec2/${instance.instanceType}`;
  if (!context.catalog.prices.has(id)) throw unknownInstanceType(instance.instanceType, context);
  return [usageOf(id, instance.count * hoursOf(instance.hours, context))];
}

function unknownInstanceType(instanceType: string, context: ResourceContext): UserError {
  const known = context.catalog.ec2Types.map((type) => type.instanceType);
  const close = nearestNames(instanceType, known, 3);
  const path = `${context.path}.instanceType`;
  return new UserError({
    code: "unknown-price",
    path,
    message: `${path} is ${JSON.stringify(instanceType)}, an EC2 type without a price here.`,
    nextStep: close.length > 0 ? `Nearest: ${close.join(", ")}.` : `It has ${known.length} types, m6i.large for one.`,
  });
}

export const eksClusterSchema = z.strictObject({
  type: z.literal("eks-cluster"),
  count: count.default(1),
  hours: hours.optional(),
});

export function eksClusterUsage(cluster: z.infer<typeof eksClusterSchema>, context: ResourceContext): Usage[] {
  return [usageOf("eks/cluster", cluster.count * hoursOf(cluster.hours, context))];
}
