import type { Factor } from "#src/model/assessment.ts";
import { coresOf } from "#src/model/capacity/cpu.ts";
import { type FleetPlan, fleetRequest, planFleet } from "#src/model/capacity/fleet.ts";
import {
  addressesPerUnit,
  type Ec2Option,
  ec2Options,
  type FargateOption,
  fargateOptions,
  fargatePriceIds,
} from "#src/model/capacity/options.ts";
import type { Scene } from "#src/model/design.ts";
import type { LineAbout, Meter } from "#src/model/meter.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";

const ADDRESSES = { group: "network", share: "own", label: "public addresses of tasks" } as const;
const ROOT_VOLUMES = { group: "compute", share: "own", label: "root volumes" } as const;
const BUSY = { group: "compute", share: "own", label: "containers, busy" } as const;
const IDLE = { group: "compute", share: "own", label: "containers, idle" } as const;

/** Runs the steps in one process on Fargate. @returns the fleet, or undefined when no size fits */
export function fargateFleet(
  scene: Scene,
  meter: Meter,
  steps: readonly Step[],
  handoffDisappears: boolean,
): FleetPlan<FargateOption> | undefined {
  const request = fleetRequest(scene, steps, "fargate", handoffDisappears);
  const plan = planFleet(request, fargateOptions(scene, request));
  if (plan === undefined) {
    refuseSize(scene, meter, request.need.largestCallMb + request.need.baseMb);
    return undefined;
  }
  const ids = fargatePriceIds(scene.workload.purchase.lambdaArchitecture);
  buyHours(plan, meter, ids.vcpu, plan.option.vcpu, "vCPU each");
  buyHours(plan, meter, ids.memory, plan.option.memoryGb, "GB each");
  buyAddresses(scene, plan, meter);
  meter.use("fargate.vcpu", plan.unitsMean * plan.option.vcpu, plan.unitsPeak * plan.option.vcpu);
  const rampSeconds = Math.max(60, scene.workload.rampMinutes * 60);
  const launches = (plan.unitsPeak - plan.unitsMean) / rampSeconds;
  meter.use("fargate.launch.rate", Math.max(0, launches), Math.max(0, launches));
  finish(scene, meter, plan, steps);
  return plan;
}

/** Runs the steps in one process on ECS on EC2. @returns the fleet, or undefined when no type fits */
export function ec2Fleet(
  scene: Scene,
  meter: Meter,
  steps: readonly Step[],
  handoffDisappears: boolean,
): FleetPlan<Ec2Option> | undefined {
  const request = fleetRequest(scene, steps, "ec2", handoffDisappears);
  const options = ec2Options(scene, request);
  const stated = scene.workload.container.instanceType;
  if (options.length === 0 && stated !== null) {
    meter.refuse({ code: "unknown-instance-type", instanceType: stated });
    return undefined;
  }
  const plan = planFleet(request, options);
  if (plan === undefined) {
    refuseSize(scene, meter, request.need.largestCallMb + request.need.baseMb);
    return undefined;
  }
  buyHours(plan, meter, plan.option.priceId, 1, plan.option.label);
  const volumes = plan.unitHours / HOURS_PER_MONTH;
  meter.buy(ROOT_VOLUMES, "ebs/gp3-storage", volumes * scene.parameters.ec2EbsGb, 1, () => [
    { value: volumes, what: "instances, on average" },
    { value: scene.parameters.ec2EbsGb, what: "GB each", path: 'assumptions["ec2.ebsGb"]' },
  ]);
  buyAddresses(scene, plan, meter);
  meter.use("ec2.vcpu.standard", plan.unitsMean * plan.option.vcpu, plan.unitsPeak * plan.option.vcpu);
  finish(scene, meter, plan, steps);
  return plan;
}

/** Hours that do work and hours that wait are two lines of the same price. */
function buyHours(
  plan: FleetPlan<FargateOption | Ec2Option>,
  meter: Meter,
  priceId: string,
  perUnit: number,
  what: string,
): void {
  const keep = plan.unitHours === 0 ? 1 : (plan.paidHours / plan.unitHours) * plan.keep;
  const buy = (about: LineAbout, share: number, shareWhat: string) =>
    meter.buy(about, priceId, plan.unitHours * perUnit * share, keep, (): Factor[] => [
      { value: plan.unitHours, what: plan.option.on === "ec2" ? "instance hours" : "task hours" },
      ...(perUnit === 1 ? [] : [{ value: perUnit, what }]),
      { value: share, what: shareWhat },
    ]);
  buy(BUSY, plan.utilization, "of it busy");
  buy(IDLE, 1 - plan.utilization, "of it idle");
}

function buyAddresses(scene: Scene, plan: FleetPlan<FargateOption | Ec2Option>, meter: Meter): void {
  const perUnit = addressesPerUnit(scene);
  meter.buy(ADDRESSES, "vpc/public-ipv4-in-use", plan.unitHours * perUnit, 1, () => [
    { value: plan.unitHours, what: "hours" },
    { value: perUnit, what: "addresses each", path: 'assumptions["network.taskIpv4PerTask"]' },
  ]);
}

function refuseSize(scene: Scene, meter: Meter, needMemoryMb: number): void {
  const largestGb = Math.max(...scene.books.fargateSizes.map((size) => size.memoryGb.at(-1) ?? 0));
  meter.refuse({ code: "no-size-fits", needMemoryMb, largestMemoryMb: largestGb * MB_PER_GB });
}

/** Quotas of the service around the fleet, and what a reader of the bill should know of it. */
function finish(scene: Scene, meter: Meter, plan: FleetPlan<FargateOption | Ec2Option>, steps: readonly Step[]): void {
  const { unitsMean, unitsPeak, mode, option } = plan;
  meter.note({ code: "runs-as", mode });
  if (mode !== "job") meter.use("ecs.tasksPerService", unitsMean, unitsPeak);
  if (mode === "service") meter.use("alb.targets", unitsMean, unitsPeak);
  if (plan.lacksUnits > 0) {
    meter.note({ code: "stated-fleet-too-small", needUnits: unitsPeak + plan.lacksUnits, statedUnits: unitsPeak });
  }
  const lambdaVcpu = Math.max(...steps.map((step) => coresOf(step, scene.books) * Math.ceil(step.cpuBoundFraction)));
  if (option.vcpu < lambdaVcpu - 1e-9) meter.note({ code: "slower-than-lambda", vcpu: option.vcpu, lambdaVcpu });
}
