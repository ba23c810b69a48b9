import { type Rewriting, rule } from "./tokens.ts";

const limit = "(?:quota|limit|throttle|cap|ceiling|allowance)";

/** Quotas people name, as `@quota=<id>`. Ids are those of the catalog. */
export const quotaRewritings: readonly Rewriting[] = [
  [rule(`#rate=([^ /^~]+)\\S*/(?:transition|state) ${limit}`), "@quota=sfn.standard.stateTransition.rate #n=$1"],
  [rule(`#rate=([^ /^~]+)\\S*/(?:execution|start) ${limit}`), "@quota=sfn.standard.startExecution.rate #n=$1"],
  [
    rule(
      `(?:(?:sfn|step function|standard|%orch(?:=step-functions-standard)?) )?(?:start executions?|startexecution|execution starts?|execution start)(?: rate)?(?: ${limit})?`,
    ),
    "@quota=sfn.standard.startExecution.rate",
  ],
  [
    rule(
      `(?:(?:sfn|step function|%orch(?:=\\S+)?) )?(?:state transition|statetransition|transition)s?(?: rate)? ${limit}`,
    ),
    "@quota=sfn.standard.stateTransition.rate",
  ],
  [
    rule(
      `(?:(?:our|the|account) )?(?:(?:lambda|account|function|regional|reserved|unreserved) )*(?:concurrency|concurrent executions?|concurrency execution|concurrency invocation|concurrent lambda|concurrency lambda)(?: ${limit})?(?! (?:connection|user|customer|client|stream|session))`,
    ),
    "@quota=lambda.concurrency",
  ],
  [rule(`lambda ${limit}`), "@quota=lambda.concurrency"],
  [rule(`(?:%gateway|%entry=api-gateway-\\w+|api) (?:rate |request |account )*${limit}(?: rate)?`), "@quota=apigw.rps"],
  [rule(`fargate (?:vcpu |#cores=\\S+ |cpu )?${limit}`), "@quota=fargate.vcpu"],
  [rule(`ec2 (?:vcpu |on demand |cpu |instance )*${limit}`), "@quota=ec2.vcpu.standard"],
  [rule(`%entry=kinesis (?:shard |shards )${limit}?|shard ${limit}`), "@quota=kinesis.shards"],
  [rule(`%entry=eventbridge (?:putevents |put event )?(?:rate )?${limit}`), "@quota=eb.putEvents"],
  [
    rule("(?:database|db|postgres|mysql|rds|downstream) (?:max |connection |connections )+(?:limit|pool|cap)?"),
    "@quota=downstream.connections",
  ],
];
