import { oneLine } from "#src/reply/clean-text.ts";
import { significant } from "#src/reply/digits.ts";
import { money } from "#src/reply/money.ts";
import { multipleGiven, percentGiven } from "#src/reply/numbers.ts";
import { duration, memory, sizeOfKb, volumeOfGb } from "#src/reply/quantities.ts";
import { rate } from "#src/reply/rates.ts";

/** How the values of a field are written. */
export type ValueKind =
  | "share"
  | "times"
  | "number"
  | "ms"
  | "seconds"
  | "minutes"
  | "hours"
  | "mb"
  | "gb-memory"
  | "kb"
  | "gb"
  | "usd"
  | "rate"
  | "percent-points"
  | "percentile"
  | "words";

const written: Readonly<Record<Exclude<ValueKind, "words">, (value: number) => string>> = {
  share: percentGiven,
  times: multipleGiven,
  number: (value) => significant(value, 3),
  ms: (value) => duration(value),
  seconds: (value) => duration(value * 1000),
  minutes: (value) => `${significant(value, 3)} min`,
  hours: (value) => `${significant(value, 3)} h`,
  mb: memory,
  "gb-memory": (value) => memory(value * 1024),
  kb: sizeOfKb,
  gb: volumeOfGb,
  usd: (value) => money(value),
  rate: (value) => rate(value),
  "percent-points": (value) => `${significant(value, 3)}%`,
  percentile: (value) => `p${significant(value, 3)}`,
};

/** Choices of the workload contract in plain words. */
const choices: Readonly<Record<string, string>> = {
  none: "none",
  "step-functions-standard": "Step Functions Standard",
  "step-functions-express": "Step Functions Express",
  queue: "a queue",
  s3: "S3",
  "api-gateway-http": "API Gateway (HTTP API)",
  "api-gateway-rest": "API Gateway (REST API)",
  "function-url": "a function URL",
  alb: "an ALB",
  sqs: "SQS",
  sns: "SNS",
  eventbridge: "EventBridge",
  kinesis: "Kinesis",
  "s3-event": "an S3 event",
  schedule: "a schedule",
  websocket: "WebSocket connections",
  x86_64: "x86",
  arm64: "Graviton (arm64)",
  "compute-savings-plan-1y": "a 1-year Compute Savings Plan",
  "compute-savings-plan-3y": "a 3-year Compute Savings Plan",
  spot: "spot",
};

/** One value of a field as people write it: "65%", "200 ms", "Step Functions Express", "yes". */
export function pathValue(kind: ValueKind, value: unknown): string {
  if (value === null || value === undefined) return "not set";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return kind === "words" ? significant(value, 3) : written[kind](value);
  if (typeof value === "string") return choices[value] ?? oneLine(value, 60);
  return oneLine(JSON.stringify(value), 60);
}

/** "50–100%", "1.5–5×": the unit once where both ends share it. */
export function pathRange(kind: ValueKind, low: unknown, high: unknown): string {
  const from = pathValue(kind, low);
  const to = pathValue(kind, high);
  if (from === to) return to;
  const split = (text: string) => /^(\$?[\d.,]+)(\D*)$/.exec(text);
  const [fromParts, toParts] = [split(from), split(to)];
  if (fromParts === null || toParts === null || fromParts[2] !== toParts[2]) return `${from}–${to}`;
  return `${fromParts[1]}–${toParts[1]?.replace("$", "")}${toParts[2]}`;
}
