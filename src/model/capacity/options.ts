import type { Scene } from "#src/model/design.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "#src/model/units.ts";
import type { CpuArchitecture } from "#src/model/workload.ts";
import { usableMb } from "./cpu.ts";
import type { FleetRequest, UnitOption } from "./fleet.ts";

/** OS, agents and daemons take this share of an instance's memory besides a fixed reserve (assumption ec2.systemReserve). */
const SYSTEM_MEMORY_SHARE = 0.07;

export interface FargateOption extends UnitOption {
  on: "fargate";
}

export interface Ec2Option extends UnitOption {
  on: "ec2";
  priceId: string;
}

export function fargatePriceIds(architecture: CpuArchitecture): { vcpu: string; memory: string } {
  return architecture === "arm64"
    ? { vcpu: "fargate/vcpu-arm", memory: "fargate/memory-arm" }
    : { vcpu: "fargate/vcpu-x86", memory: "fargate/memory-x86" };
}

/** What every running task or instance pays for besides itself: its public addresses, USD an hour. */
export function addressUsdPerHour(scene: Scene): number {
  return addressesPerUnit(scene) * unitPrice(scene, "vpc/public-ipv4-in-use");
}

/** Tasks behind a NAT gateway need no public address. */
export function addressesPerUnit(scene: Scene): number {
  return scene.parameters.natGateways >= 1 ? 0 : scene.parameters.addressesPerTask;
}

function unitPrice(scene: Scene, priceId: string): number {
  return scene.books.prices.get(priceId)?.tiers[0]?.unitPriceUsd ?? 0;
}

/**
 * Valid Fargate sizes for the need: each vCPU size with the smallest memory that holds one call, and with the
 * smallest at which memory no longer decides the count.
 */
export function fargateOptions(scene: Scene, request: FleetRequest): FargateOption[] {
  const { parameters, books, workload } = scene;
  const { need } = request;
  const ids = fargatePriceIds(workload.purchase.lambdaArchitecture);
  const vcpuUsd = unitPrice(scene, ids.vcpu);
  const memoryUsd = unitPrice(scene, ids.memory);
  const addressUsd = addressUsdPerHour(scene);
  const leastMb = (need.largestCallMb + need.baseMb) / parameters.memoryHeadroom;
  const { taskVcpu, taskMemoryMb } = workload.container;
  const sizes = taskVcpu === null ? books.fargateSizes : atLeast(books.fargateSizes, taskVcpu).slice(0, 1);
  const options: FargateOption[] = [];
  for (const size of sizes) {
    const byCpu = need.busyVcpu / request.utilization / size.vcpu;
    const balancedMb = byCpu === 0 ? leastMb : (need.inFlightMb / byCpu + need.baseMb) / parameters.memoryHeadroom;
    const wanted = taskMemoryMb === null ? [leastMb, Math.max(leastMb, balancedMb)] : [taskMemoryMb];
    let previousGb = 0;
    for (const mb of wanted) {
      const memoryGb = size.memoryGb.find((gb) => gb * MB_PER_GB >= mb) ?? size.memoryGb.at(-1) ?? 0;
      if (memoryGb === previousGb) continue;
      previousGb = memoryGb;
      options.push({
        on: "fargate",
        label: `${size.vcpu} vCPU / ${memoryGb} GB`,
        vcpu: size.vcpu,
        memoryGb,
        usableVcpu: size.vcpu,
        usableMb: usableMb(memoryGb, parameters.memoryHeadroom, need.baseMb),
        usdPerHour: size.vcpu * vcpuUsd + memoryGb * memoryUsd,
        besideUsdPerHour: addressUsd,
      });
    }
  }
  return options;
}

function atLeast<Size extends { vcpu: number }>(sizes: readonly Size[], vcpu: number): readonly Size[] {
  const enough = sizes.filter((size) => size.vcpu >= vcpu);
  return enough.length > 0 ? enough : sizes.slice(-1);
}

/**
 * Instance types of the workload's CPU architecture. Burstable types count their baseline only: they cannot sustain
 * more. A stated type is taken as it is, and a stated utilisation is taken as measured on it, so nothing is taken off
 * for packing.
 */
export function ec2Options(scene: Scene, request: FleetRequest): Ec2Option[] {
  const { parameters, books, workload } = scene;
  const { instanceType, targetUtilization } = workload.container;
  const packing = instanceType !== null && targetUtilization !== null ? 1 : parameters.ec2Packing;
  const besideUsdPerHour =
    addressUsdPerHour(scene) + (parameters.ec2EbsGb * unitPrice(scene, "ebs/gp3-storage")) / HOURS_PER_MONTH;
  const options: Ec2Option[] = [];
  for (const { type, priceId, usdPerHour } of books.instances) {
    const wanted =
      instanceType === null
        ? type.architecture === workload.purchase.lambdaArchitecture
        : type.instanceType === instanceType;
    if (!wanted) continue;
    const sustained =
      type.baselineUtilization === null ? 1 : Math.min(1, type.baselineUtilization / request.utilization);
    const freeGb = type.memoryGb * (1 - SYSTEM_MEMORY_SHARE) - parameters.ec2SystemReserveGb;
    options.push({
      on: "ec2",
      priceId,
      label: type.instanceType,
      vcpu: type.vcpu,
      memoryGb: type.memoryGb,
      usableVcpu: type.vcpu * packing * sustained,
      usableMb: usableMb(Math.max(0, freeGb), parameters.memoryHeadroom, request.need.baseMb),
      usdPerHour,
      besideUsdPerHour,
    });
  }
  return options;
}
