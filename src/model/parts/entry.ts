import { assertNever } from "#src/errors.ts";
import {
  activeSecondsPerMonth,
  appliedQuota,
  constantQuota,
  durationPerUnitMs,
  type Scene,
  unitsPerMonth,
} from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { BYTES_PER_KB, KB_PER_MB, MS_PER_SECOND } from "#src/model/units.ts";
import { unitFactors } from "./factors.ts";
import { loadBalancer, openConnections } from "./load-balancer.ts";

const API = { group: "entry", share: "own", label: "API Gateway requests" } as const;
const MESSAGES = { group: "entry", share: "own", label: "API Gateway WebSocket messages" } as const;
const CONNECTIONS = { group: "entry", share: "own", label: "API Gateway connection minutes" } as const;
const POLLS = { group: "entry", share: "own", label: "empty polls of the Lambda trigger" } as const;
/** API Gateway meters HTTP API requests per 512 KB and WebSocket messages per 32 KB (facts: api-gateway rules). */
const HTTP_API_STEP_KB = 512;
const WEBSOCKET_STEP_KB = 32;
const SECONDS_PER_MINUTE = 60;

/** How work reaches Lambda: what the entry costs and the limits it puts on a call. */
export function serverlessEntry(scene: Scene, meter: Meter): void {
  const { workload } = scene;
  const { kind } = workload.entry;
  switch (kind) {
    case "none":
    case "s3-event":
    case "schedule":
    case "kinesis":
      return;
    case "sns":
    case "eventbridge":
      return refuseLargeRequest(scene, meter, "lambda.payload.async", KB_PER_MB);
    case "api-gateway-http":
      return apiGateway(scene, meter, "http");
    case "api-gateway-rest":
      return apiGateway(scene, meter, "rest");
    case "function-url":
      return refuseLargeRequest(scene, meter, "lambda.payload.sync", KB_PER_MB);
    case "alb":
      refuseLargeRequest(scene, meter, "alb.lambda.body", KB_PER_MB);
      return loadBalancer(scene, meter, "lambda");
    case "sqs":
      meter.buy(POLLS, "sqs/standard-requests", scene.parameters.sqsIdlePollsPerMonth, 1, () => [
        {
          value: scene.parameters.sqsIdlePollsPerMonth,
          what: "empty receives",
          path: 'assumptions["sqs.idlePollsPerMonth"]',
        },
      ]);
      return;
    case "websocket":
      return webSocketApi(scene, meter);
    default:
      return assertNever(kind);
  }
}

function apiGateway(scene: Scene, meter: Meter, kind: "http" | "rest"): void {
  const { workload } = scene;
  const stepsPerRequest = kind === "http" ? Math.max(1, Math.ceil(workload.entry.requestKb / HTTP_API_STEP_KB)) : 1;
  meter.buy(API, `api-gateway/${kind}-requests`, unitsPerMonth(workload) * stepsPerRequest, 1, () => [
    ...unitFactors(scene),
    ...(stepsPerRequest === 1 ? [] : [{ value: stepsPerRequest, what: "units of 512 KB", path: "entry.requestKb" }]),
  ]);
  meter.use("apigw.rps", workload.ratePerSecond, workload.ratePerSecond * workload.peakToMean);
  refuseLargeRequest(scene, meter, "apigw.payload", KB_PER_MB);
  refuseLargeRequest(scene, meter, "lambda.payload.sync", KB_PER_MB);
  refuseSlowAnswer(scene, meter, kind === "http" ? "apigw.http.timeout" : "apigw.rest.timeout");
}

/** A state machine answers at once and works on; without one the caller waits for all the steps. */
function refuseSlowAnswer(scene: Scene, meter: Meter, quota: string): void {
  if (scene.workload.orchestration.kind !== "none") return;
  const limitMs = (appliedQuota(scene, quota) ?? Number.POSITIVE_INFINITY) * MS_PER_SECOND;
  const durationMs = durationPerUnitMs(scene.workload.steps);
  if (durationMs > limitMs) meter.refuse({ code: "entry-times-out", durationMs, limitMs, quota });
}

/** @param kbPerUnit KB in one of the quota's units */
function refuseLargeRequest(scene: Scene, meter: Meter, quota: string, kbPerUnit: number): void {
  const limitKb = constantQuota(scene.books, quota) * kbPerUnit;
  const payloadKb = Math.max(scene.workload.entry.requestKb, scene.workload.entry.responseKb);
  if (payloadKb > limitKb) meter.refuse({ code: "request-too-large", payloadKb, limitKb, quota });
}

/** Messages both ways in steps of 32 KB, and the minutes that connections stay open. */
function webSocketApi(scene: Scene, meter: Meter): void {
  const { workload } = scene;
  const steps = (kb: number) => Math.ceil(kb / WEBSOCKET_STEP_KB);
  const perUnit = Math.max(1, steps(workload.entry.requestKb)) + steps(workload.entry.responseKb);
  meter.buy(MESSAGES, "api-gateway/websocket-messages", unitsPerMonth(workload) * perUnit, 1, () => [
    ...unitFactors(scene),
    { value: perUnit, what: "messages of 32 KB, both ways" },
  ]);
  const connections = openConnections(scene);
  const minutes = activeSecondsPerMonth(workload) / SECONDS_PER_MINUTE;
  meter.buy(CONNECTIONS, "api-gateway/websocket-connection-minutes", connections * minutes, 1, () => [
    { value: connections, what: "connections", path: "entry.connections" },
    { value: minutes, what: "minutes", path: "activeHoursPerMonth" },
  ]);
  meter.note({ code: "connections-held", connections });
  // Every connection is opened anew when its longest duration ends.
  const reconnects = connections / constantQuota(scene.books, "apigw.ws.duration");
  meter.use("apigw.ws.connRate", reconnects, reconnects * workload.peakToMean);
  refuseLargeRequest(scene, meter, "apigw.ws.message", 1);
}

/** How work reaches containers: a load balancer where somebody waits, else the queue, topic or stream itself. */
export function containerEntry(scene: Scene, meter: Meter): void {
  const { kind } = scene.workload.entry;
  switch (kind) {
    case "api-gateway-http":
    case "api-gateway-rest":
    case "function-url":
    case "alb":
    case "websocket":
      return loadBalancer(scene, meter, "other");
    case "none":
    case "sqs":
    case "sns":
    case "eventbridge":
    case "kinesis":
    case "s3-event":
    case "schedule":
      return;
    default:
      return assertNever(kind);
  }
}

/** Largest message of a queue, topic, bus or stream: the same for whoever reads it. */
export function refuseLargeMessage(scene: Scene, meter: Meter): void {
  switch (scene.workload.entry.kind) {
    case "sqs":
      return refuseLargeRequest(scene, meter, "sqs.message", 1 / BYTES_PER_KB);
    case "sns":
      return refuseLargeRequest(scene, meter, "sns.message", 1 / BYTES_PER_KB);
    case "eventbridge":
      return refuseLargeRequest(scene, meter, "eb.size", KB_PER_MB);
    case "kinesis":
      return refuseLargeRequest(scene, meter, "kinesis.record", KB_PER_MB);
    default:
      return;
  }
}
