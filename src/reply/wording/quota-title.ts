import { oneLine } from "#src/reply/clean-text.ts";
import { midSentence } from "#src/reply/sentence-case.ts";

/** Quotas that bind often, as rows of a table: service first, then what is counted. */
const titles: Readonly<Record<string, string>> = {
  "lambda.concurrency": "Lambda, running at once",
  "lambda.concurrency.newAccount": "Lambda, running at once (new account)",
  "lambda.scaling.per10s": "Lambda, new environments in 10 s",
  "lambda.rps.perEnvironment": "Lambda, requests",
  "lambda.timeout": "Lambda, time of one call",
  "lambda.memory.max": "Lambda, memory",
  "lambda.payload.sync": "Lambda, request size",
  "lambda.payload.async": "Lambda, event size",
  "lambda.payload.streamed": "Lambda, streamed response size",
  "lambda.functionUrl.rps": "Lambda function URL, requests",
  "lambda.sqsEsm.concurrency": "Lambda, running at once on one SQS trigger",
  "lambda.sqsEsm.rampPerMin": "Lambda, ramp of one SQS trigger",
  "lambda.durable.running": "Lambda durable, executions open",
  "lambda.durable.startRate": "Lambda durable, starts",
  "lambda.durable.operations": "Lambda durable, operations of one execution",
  "lambda.durable.checkpointRate": "Lambda durable, checkpoints",
  "lambda.durable.maxDuration": "Lambda durable, time of one execution",
  "sfn.standard.stateTransition.rate": "Step Functions, transitions",
  "sfn.standard.stateTransition.bucket": "Step Functions, burst of transitions",
  "sfn.standard.startExecution.rate": "Step Functions, starts",
  "sfn.standard.startExecution.bucket": "Step Functions, burst of starts",
  "sfn.standard.openExecutions": "Step Functions, executions open",
  "sfn.standard.history": "Step Functions, events of one execution",
  "sfn.standard.maxDuration": "Step Functions, time of one execution",
  "sfn.express.maxDuration": "Step Functions Express, time of one execution",
  "sfn.express.startExecution.rate": "Step Functions Express, starts",
  "sfn.payload": "Step Functions, data between states",
  "sfn.callback.rate": "Step Functions, callbacks",
  "s3.prefix.put": "S3, writes per prefix",
  "s3.prefix.get": "S3, reads per prefix",
  "apigw.rps": "API Gateway, requests",
  "apigw.burst": "API Gateway, burst of requests",
  "apigw.rest.timeout": "API Gateway REST, time of one request",
  "apigw.http.timeout": "API Gateway HTTP, time of one request",
  "apigw.payload": "API Gateway, request size",
  "apigw.ws.connRate": "API Gateway, new WebSocket connections",
  "apigw.ws.message": "API Gateway, WebSocket message size",
  "alb.tg.targets": "ALB, targets of one group",
  "alb.targets": "ALB, targets",
  "alb.lambda.body": "ALB to Lambda, body size",
  "sqs.message": "SQS, message size",
  "sqs.standard.inFlight": "SQS, messages in flight",
  "sqs.fifo.inFlight": "SQS FIFO, messages in flight",
  "sqs.fifo.tps": "SQS FIFO, calls",
  "sqs.fifo.highThroughput": "SQS FIFO, calls (high throughput)",
  "sns.message": "SNS, message size",
  "sns.publish.standard": "SNS, messages",
  "sns.publish.fifo": "SNS FIFO, messages",
  "eb.putEvents": "EventBridge, events in",
  "eb.invocations": "EventBridge, calls of targets",
  "eb.size": "EventBridge, event size",
  "kinesis.record": "Kinesis, record size",
  "kinesis.shards": "Kinesis, shards",
  "kinesis.ondemand.initial": "Kinesis on demand, first capacity",
  "kinesis.ondemand.max": "Kinesis on demand, writes",
  "ddb.table.write": "DynamoDB, writes to one table",
  "ddb.table.read": "DynamoDB, reads of one table",
  "ddb.partition.write": "DynamoDB, writes to one key",
  "fargate.vcpu": "Fargate, vCPU",
  "fargate.spot.vcpu": "Fargate spot, vCPU",
  "fargate.launch.rate": "Fargate, tasks started",
  "fargate.launch.burst": "Fargate, burst of starts",
  "fargate.task.maxVcpu": "Fargate, vCPU of one task",
  "ecs.tasksPerService": "ECS, tasks of one service",
  "ecs.containerInstances": "ECS, instances of one cluster",
  "ecs.serviceLaunch.fargate": "ECS, tasks started by one service",
  "ec2.vcpu.standard": "EC2, vCPU",
  "ec2.vcpu.spot": "EC2 spot, vCPU",
  "downstream.connections": "Your database, connections",
};

/** What a quota is called in a table. Without a title of its own: service and the catalog's name for it. */
export function quotaTitle(id: string, named?: { service: string; name: string }): string {
  const known = titles[id];
  if (known !== undefined) return known;
  if (named === undefined) return oneLine(id, 60).replace(/[._]/g, " ");
  const service = oneLine(named.service, 40);
  const name = oneLine(named.name, 60);
  if (service === "" || name.toLowerCase().startsWith(service.toLowerCase())) return name;
  return `${service}, ${midSentence(name)}`;
}
