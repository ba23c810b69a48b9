import { assertNever } from "#src/errors.ts";
import type { Scene } from "#src/model/design.ts";
import type { EntryKind, Step } from "#src/model/workload.ts";

/**
 * How a container runs: a service behind a load balancer, a worker on a queue, or a job that ends.
 *
 * | mode | when | floor | load balancer |
 * |---|---|---|---|
 * | service | somebody waits for the answer | 2 tasks, all 730 h | yes |
 * | worker | queue, topic, stream, event, nothing named | 1 task, active hours | no |
 * | job | a schedule, or a step of 120 s or more | none: pays per run | no |
 */
export type RunMode = "service" | "worker" | "job";

/** True where the caller waits: limits are then checked at peak. */
export function isSynchronous(entry: EntryKind): boolean {
  switch (entry) {
    case "api-gateway-http":
    case "api-gateway-rest":
    case "function-url":
    case "alb":
    case "websocket":
      return true;
    case "sqs":
    case "sns":
    case "eventbridge":
    case "kinesis":
    case "s3-event":
    case "schedule":
    case "none":
      return false;
    default:
      return assertNever(entry);
  }
}

/**
 * True where a buffer absorbs the peak: limits are then checked at mean load and the delay at peak is reported.
 * A workload that names no entry has no buffer anybody told us of, so its limits are checked at peak.
 */
export function isBuffered(entry: EntryKind): boolean {
  return !isSynchronous(entry) && entry !== "none";
}

export function runModeOf(scene: Scene, steps: readonly Step[]): RunMode {
  const { entry } = scene.workload;
  if (isSynchronous(entry.kind)) return "service";
  const longestMs = Math.max(...steps.map((step) => step.durationMs));
  return entry.kind === "schedule" || longestMs >= scene.parameters.jobThresholdMs ? "job" : "worker";
}
