import { assertNever } from "#src/errors.ts";
import type { QuotaUse } from "#src/model/assessment.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { NO_FIGURE, type Rounding } from "#src/reply/digits.ts";
import { count } from "#src/reply/numbers.ts";
import { duration, memory, sizeOfKb } from "#src/reply/quantities.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { quotaTitle } from "./quota-title.ts";

/** What a quota lets a service do, for those that bind often; `{q}` is the quota. */
const allows: Readonly<Record<string, string>> = {
  "lambda.concurrency": "Lambda runs {q} at once",
  "lambda.scaling.per10s": "Lambda adds {q} environments every 10 seconds",
  "lambda.rps.perEnvironment": "Lambda takes {q} requests a second",
  "lambda.timeout": "Lambda stops a call after {q}",
  "lambda.memory.max": "Lambda gives a function at most {q}",
  "lambda.payload.sync": "Lambda takes requests of at most {q}",
  "lambda.payload.async": "Lambda takes events of at most {q}",
  "lambda.functionUrl.rps": "A function URL takes {q} requests a second",
  "lambda.sqsEsm.concurrency": "One SQS trigger runs {q} Lambdas at once",
  "lambda.sqsEsm.rampPerMin": "One SQS trigger adds {q} Lambdas a minute",
  "lambda.durable.running": "Lambda keeps {q} durable executions open",
  "lambda.durable.startRate": "Lambda starts {q} durable executions a second",
  "lambda.durable.operations": "One durable execution takes {q} operations",
  "lambda.durable.checkpointRate": "Lambda takes {q} durable checkpoints a second",
  "sfn.standard.stateTransition.rate": "Step Functions makes {q} state transitions a second",
  "sfn.standard.stateTransition.bucket": "Step Functions takes a burst of {q} state transitions",
  "sfn.standard.startExecution.rate": "Step Functions starts {q} executions a second",
  "sfn.standard.startExecution.bucket": "Step Functions takes a burst of {q} starts",
  "sfn.standard.openExecutions": "Step Functions keeps {q} executions open",
  "sfn.standard.history": "One execution's history holds {q} events",
  "sfn.express.maxDuration": "An Express execution may take {q}",
  "sfn.express.startExecution.rate": "Step Functions Express starts {q} executions a second",
  "sfn.payload": "Step Functions passes at most {q} between states",
  "s3.prefix.put": "S3 takes {q} writes a second under one prefix",
  "s3.prefix.get": "S3 serves {q} reads a second under one prefix",
  "apigw.rps": "API Gateway takes {q} requests a second",
  "apigw.burst": "API Gateway takes a burst of {q} requests",
  "apigw.rest.timeout": "API Gateway ends a request after {q}",
  "apigw.http.timeout": "API Gateway ends a request after {q}",
  "apigw.payload": "API Gateway takes requests of at most {q}",
  "apigw.ws.connRate": "API Gateway opens {q} WebSocket connections a second",
  "apigw.ws.message": "API Gateway takes WebSocket messages of at most {q}",
  "alb.tg.targets": "One ALB target group holds {q} targets",
  "alb.targets": "One ALB holds {q} targets",
  "alb.lambda.body": "An ALB hands Lambda at most {q}",
  "sqs.message": "SQS takes messages of at most {q}",
  "sqs.standard.inFlight": "SQS keeps {q} messages in flight",
  "sqs.fifo.inFlight": "SQS FIFO keeps {q} messages in flight",
  "sqs.fifo.tps": "SQS FIFO takes {q} calls a second",
  "sqs.fifo.highThroughput": "SQS FIFO takes {q} calls a second",
  "sns.publish.standard": "SNS takes {q} messages a second",
  "sns.publish.fifo": "SNS FIFO takes {q} messages a second",
  "eb.putEvents": "EventBridge takes {q} PutEvents requests a second",
  "eb.invocations": "EventBridge calls targets {q} times a second",
  "kinesis.shards": "Kinesis runs {q} shards",
  "kinesis.ondemand.max": "Kinesis takes {q} MB a second on demand",
  "kinesis.ondemand.initial": "A new Kinesis stream takes {q} MB a second",
  "fargate.vcpu": "Fargate runs {q} vCPU at once",
  "fargate.spot.vcpu": "Fargate spot runs {q} vCPU at once",
  "fargate.launch.rate": "Fargate starts {q} tasks a second",
  "fargate.launch.burst": "Fargate starts a burst of {q} tasks",
  "ecs.tasksPerService": "One ECS service runs {q} tasks",
  "ecs.containerInstances": "One ECS cluster holds {q} instances",
  "ec2.vcpu.standard": "EC2 runs {q} vCPU at once",
  "ec2.vcpu.spot": "EC2 spot runs {q} vCPU at once",
  "downstream.connections": "Your database accepts {q} connections",
};

/** A need or a quota in its unit: "900/s", "540", "256 KB", "15 min". Needs are rounded up, quotas stand as they are. */
export function quotaAmount(value: number, unit: string, rounding: Rounding): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  const perSecond = /(?:\/s|per second)\b/.test(unit);
  if (/\bbytes?\b/.test(unit)) return sizeOfKb(value / 1024) + (perSecond ? "/s" : "");
  if (/^(?:s|seconds?)$/.test(unit)) return duration(value * 1000);
  if (/^(?:ms|milliseconds?)$/.test(unit)) return duration(value);
  if (/^KB|^KiB/.test(unit)) return sizeOfKb(value) + (perSecond ? "/s" : "");
  if (/^MB|^MiB/.test(unit)) return perSecond ? `${count(value, rounding)} MB/s` : memory(value);
  if (/^GB|^GiB/.test(unit)) return `${count(value, rounding)} GB${perSecond ? "/s" : ""}`;
  if (perSecond) return `${count(value, rounding)}/s`;
  // Things are counted whole: a need of 7.6 vCPU is met by 8.
  return count(rounding === "up" && value > 1 ? Math.ceil(value - 1e-9) : value, rounding);
}

/** The amount without "/s", for sentences that say "a second" themselves. */
function bare(value: number, unit: string, rounding: Rounding): string {
  return quotaAmount(value, unit, rounding).replace(/(?: MB)?\/s$/, "");
}

/** What a quota lets a service do, "Lambda takes requests of at most 6 MB"; null for one that nobody worded. */
export function quotaAllows(quota: string, amount: string): string | null {
  return allows[quota]?.replace("{q}", amount) ?? null;
}

/** "Step Functions starts 300 executions a second, you need 900." */
export function quotaNeed(use: QuotaUse): string {
  const template = allows[use.quota];
  if (template === undefined) {
    const need = quotaAmount(use.demandChecked, use.unit, "up");
    return `${quotaTitle(use.quota, use)}: the quota is ${quotaAmount(use.applied, use.unit, "nearest")}, you need ${need}.`;
  }
  return `${template.replace("{q}", bare(use.applied, use.unit, "nearest"))}, you need ${bare(use.demandChecked, use.unit, "up")}.`;
}

/** For brackets: "Lambda, 1,000 running at once", "API Gateway, 10,000 requests a second". */
export function quotaInBrackets(use: QuotaUse): string {
  const [service = "", ...rest] = quotaTitle(use.quota, use).split(", ");
  const amount = quotaAmount(use.applied, use.unit, "nearest");
  if (rest.length === 0) return `${service} ${amount}`;
  const perSecond = / a second$|\/s$/.test(amount) ? " a second" : "";
  return `${service}, ${amount.replace(/\/s$/, "")} ${rest.join(", ")}${perSecond}`;
}

/** How far AWS may be asked to go when it publishes no bound: ten times the default. */
const RAISABLE_TIMES_DEFAULT = 10;

/** Whether and by whom the quota can be moved, as one sentence. */
export function quotaRaise(use: QuotaUse): string {
  switch (use.class) {
    case "hard":
      return "It cannot be raised.";
    case "guideline":
      return use.quota.startsWith("s3.prefix")
        ? "It grows with the number of prefixes."
        : "It is a guideline, not a quota.";
    case "account-age":
      if (use.stated) return "AWS can raise it: ask before you build.";
      return "That is what a new account starts with: check yours.";
    case "raisable": {
      const reach = use.raisableTo ?? use.default * RAISABLE_TIMES_DEFAULT;
      if (use.demandChecked > reach) return "AWS is not known to raise it that far.";
      return "AWS can raise it: ask before you build.";
    }
    default:
      return assertNever(use.class);
  }
}

/** What happens when the quota is passed, as the catalog has it, ended with a full stop. */
export function quotaAtLimit(use: QuotaUse): string {
  const text = oneLine(use.atLimit, 200);
  if (text === "") return "";
  const sentence = capital(text);
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** True when a new account's value is below the need and nobody has said what this account's value is. */
export function needsAccountCheck(use: QuotaUse): boolean {
  return use.class === "account-age" && !use.stated && use.demandChecked > use.applied;
}
