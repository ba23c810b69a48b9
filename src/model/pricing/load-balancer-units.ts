/** What an Application Load Balancer handles, as its capacity units measure it. */
export interface AlbTraffic {
  newConnectionsPerSecond: number;
  activeConnectionsPerMinute: number;
  processedGbPerHour: number;
  /** Beyond the first ten rules. */
  ruleEvaluationsPerSecond: number;
}

/** One LCU, by dimension (AWS Elastic Load Balancing pricing; facts: elb rules). */
const PER_LCU = {
  newConnectionsPerSecond: 25,
  activeConnectionsPerMinute: 3000,
  processedGbPerHour: 1,
  processedGbPerHourToLambda: 0.4,
  ruleEvaluationsPerSecond: 1000,
} as const;

/** Load balancer capacity units an hour: the dearest dimension decides. */
export function albLcu(traffic: AlbTraffic, targets: "lambda" | "other" = "other"): number {
  const gbPerLcu = targets === "lambda" ? PER_LCU.processedGbPerHourToLambda : PER_LCU.processedGbPerHour;
  return Math.max(
    traffic.newConnectionsPerSecond / PER_LCU.newConnectionsPerSecond,
    traffic.activeConnectionsPerMinute / PER_LCU.activeConnectionsPerMinute,
    traffic.processedGbPerHour / gbPerLcu,
    traffic.ruleEvaluationsPerSecond / PER_LCU.ruleEvaluationsPerSecond,
  );
}
