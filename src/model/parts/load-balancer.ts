import type { Scene } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { albLcu } from "#src/model/pricing/load-balancer-units.ts";
import { HOURS_PER_MONTH, KB_PER_GB, SECONDS_PER_HOUR } from "#src/model/units.ts";

const HOURS = { group: "entry", share: "own", label: "load balancer" } as const;
const CAPACITY = { group: "entry", share: "own", label: "load balancer capacity" } as const;
const ADDRESSES = { group: "network", share: "own", label: "load balancer addresses" } as const;
const SECONDS_PER_MINUTE = 60;

/** Connections held open at once: stated, or the rate times the seconds between a client's messages. */
export function openConnections(scene: Scene): number {
  const { entry, ratePerSecond } = scene.workload;
  return entry.connections ?? ratePerSecond * scene.parameters.connectionSecondsPerUnit;
}

/** An Application Load Balancer in front of containers or Lambda, one for each running copy. */
export function loadBalancer(scene: Scene, meter: Meter, targets: "lambda" | "other"): void {
  const { workload, parameters } = scene;
  const { entry, environments, activeHoursPerMonth } = workload;
  meter.buy(HOURS, "elb/alb-hour", environments * HOURS_PER_MONTH, 1, () => [
    { value: environments, what: "load balancers", path: "environments" },
    { value: HOURS_PER_MONTH, what: "h" },
  ]);
  const newConnectionsPerSecond = workload.ratePerSecond / parameters.albRequestsPerConnection;
  const held = entry.kind === "websocket" ? openConnections(scene) : newConnectionsPerSecond * SECONDS_PER_MINUTE;
  const lcu = albLcu(
    {
      newConnectionsPerSecond: entry.kind === "websocket" ? 0 : newConnectionsPerSecond,
      activeConnectionsPerMinute: held,
      processedGbPerHour:
        (workload.ratePerSecond * (entry.requestKb + entry.responseKb) * SECONDS_PER_HOUR) / KB_PER_GB,
      ruleEvaluationsPerSecond: 0,
    },
    targets,
  );
  meter.buy(CAPACITY, "elb/alb-lcu", lcu * activeHoursPerMonth, 1, () => [
    { value: lcu, what: "LCU" },
    { value: activeHoursPerMonth, what: "h", path: "activeHoursPerMonth" },
  ]);
  const addresses = parameters.albAddresses * environments;
  meter.buy(ADDRESSES, "vpc/public-ipv4-in-use", addresses * HOURS_PER_MONTH, 1, () => [
    { value: addresses, what: "addresses" },
    { value: HOURS_PER_MONTH, what: "h" },
  ]);
}
