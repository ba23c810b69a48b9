import type { Scene } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { HOURS_PER_MONTH } from "#src/model/units.ts";

const EGRESS = { group: "network", share: "shared", label: "traffic to the internet" } as const;
const NAT = { group: "network", share: "own", label: "NAT gateways" } as const;
const ENDPOINTS = { group: "network", share: "own", label: "interface endpoints" } as const;
const CROSS_ZONE = { group: "network", share: "own", label: "traffic between zones" } as const;
/** Charged on both sides of a zone's edge. */
const DIRECTIONS = 2;

/** Traffic to the internet: the same bytes whoever sends them. */
export function egress(scene: Scene, meter: Meter): void {
  const { egressGbPerMonth } = scene.workload;
  meter.buy(EGRESS, "data-transfer/internet-out", egressGbPerMonth, 1, () => [
    { value: egressGbPerMonth, what: "GB", path: "egressGbPerMonth" },
  ]);
}

/**
 * What a container's network may cost besides: NAT gateways and interface endpoints bought for this workload, and
 * traffic between zones. All zero at the point: public subnets and free gateway endpoints do; all in the range.
 */
export function containerNetwork(scene: Scene, meter: Meter): void {
  const { parameters, workload } = scene;
  const { natGateways, interfaceEndpoints, crossAzShare } = parameters;
  meter.buy(NAT, "vpc/nat-gateway-hour", natGateways * HOURS_PER_MONTH, 1, () => [
    { value: natGateways, what: "gateways", path: 'assumptions["network.nat"]' },
    { value: HOURS_PER_MONTH, what: "h" },
  ]);
  meter.buy(ENDPOINTS, "vpc/interface-endpoint-hour", interfaceEndpoints * HOURS_PER_MONTH, 1, () => [
    { value: interfaceEndpoints, what: "endpoint zones", path: 'assumptions["network.endpoints"]' },
    { value: HOURS_PER_MONTH, what: "h" },
  ]);
  const crossGb = workload.egressGbPerMonth * crossAzShare * DIRECTIONS;
  meter.buy(CROSS_ZONE, "data-transfer/cross-az-each-direction", crossGb, 1, () => [
    { value: workload.egressGbPerMonth, what: "GB served", path: "egressGbPerMonth" },
    { value: crossAzShare * DIRECTIONS, what: "of it between zones, both directions" },
  ]);
}
