import { z } from "zod";
import { amount, hours } from "#src/model/pricing/amounts.ts";
import { GP3_INCLUDED_IOPS, GP3_INCLUDED_MBPS } from "#src/model/pricing/billing-rules.ts";
import { type Usage, usageIfAny, usageOf } from "#src/model/pricing/usage.ts";
import { fault, hoursOf, needed, type ResourceContext } from "./context.ts";

export const ebsVolumeSchema = z.strictObject({
  type: z.literal("ebs-volume"),
  volumeType: z.enum(["gp3", "gp2", "io1", "io2", "st1", "sc1", "standard"]),
  gb: amount,
  iops: amount.optional(),
  throughputMbps: amount.optional(),
  /** Hours the volume exists: GB-months are gb x hours / monthHours. */
  hours: hours.optional(),
});
type EbsVolume = z.infer<typeof ebsVolumeSchema>;

/** GB-months, and the performance that is billed apart. */
export function ebsVolumeUsage(volume: EbsVolume, context: ResourceContext): Usage[] {
  const months = hoursOf(volume.hours, context) / context.monthHours;
  return [
    usageOf(`ebs/${volume.volumeType}-storage`, volume.gb * months),
    ...performanceUsage(volume, months, context),
  ];
}

function performanceUsage(volume: EbsVolume, months: number, context: ResourceContext): Usage[] {
  switch (volume.volumeType) {
    case "gp3":
      return [
        ...usageIfAny("ebs/gp3-iops-over-3000", Math.max(0, (volume.iops ?? 0) - GP3_INCLUDED_IOPS) * months),
        ...usageIfAny(
          "ebs/gp3-throughput-over-125",
          Math.max(0, (volume.throughputMbps ?? 0) - GP3_INCLUDED_MBPS) * months,
        ),
      ];
    case "io1":
    case "io2":
      return provisionedIops(volume, volume.volumeType, months, context);
    case "gp2":
    case "st1":
    case "sc1":
    case "standard":
      takesNo(volume, "iops", context);
      takesNo(volume, "throughputMbps", context);
      return [];
  }
}

/** The tiers of io2 count the IOPS of one volume, so they shrink with the share of the month it ran. */
function provisionedIops(volume: EbsVolume, type: "io1" | "io2", months: number, context: ResourceContext): Usage[] {
  takesNo(volume, "throughputMbps", context);
  const iops = needed(volume.iops, "iops", `${type} volumes are billed by provisioned IOPS`, context);
  return [{ id: `ebs/${type}-iops`, quantity: iops * months, freeTier: true, tierScale: type === "io2" ? months : 1 }];
}

function takesNo(volume: EbsVolume, field: "iops" | "throughputMbps", context: ResourceContext): void {
  if ((volume[field] ?? 0) === 0) return;
  throw fault(context, field, `does not apply: a ${volume.volumeType} volume has no ${field} to buy.`, "Leave it out.");
}
