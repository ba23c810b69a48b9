import { workNouns } from "./quantities.ts";
import { type Rewriting, rule } from "./tokens.ts";

/** Fields a person can name, as tokens: `@memory`. */
export const fields = [
  "rate",
  "peak",
  "ramp",
  "hours",
  "window",
  "growth",
  "environments",
  "duration",
  "memory",
  "busy",
  "cores",
  "inflight",
  "calls",
  "batch",
  "transitions",
  "executions",
  "statepayload",
  "objects",
  "reads",
  "objectsize",
  "retention",
  "request",
  "response",
  "connections",
  "egress",
  "target",
  "quota",
  "discount",
  "freetier",
  "utilization",
  "mintasks",
  "taskvcpu",
  "taskmemory",
  "instances",
  "pervcpu",
  "replication",
  "durable",
] as const;
export type Field = (typeof fields)[number];

/** What is handed over, received or stored. */
const data = "(?:@unit|object|file|files|frame|frames|image|blob|blobs|intermediate|artifact|artifacts|chunk|chunks)";
/** What containers run on. */
const box =
  "(?:task|tasks|container|fleet|box|boxes|host|hosts|pod|pods|instance|server|servers|node|nodes|ecs|fargate|ec2|cluster)";

/** Names of fields, longest and most particular first: "request size" before "request". */
export const fieldRewritings: readonly Rewriting[] = [
  // "The window is 4 hours", "a 4 hour window": the time a batch has, not how long a call takes.
  [
    rule("(?:(?:nightly|daily|batch|time|processing|night|job|whole) )*window(?= (?:\\S+ ){0,3}#ms|$| [.,|?!])"),
    "@window",
  ],
  [rule("({q:ms}) (?:(?:nightly|daily|batch|time|processing|night|job) )*window"), "@window $1"],
  [
    rule(
      `(?:${data}|message|request|record|event|payload|document|upload)s? (?:are|is|get|gets|become|will be|would be|were) (?:much |a bit |now |a lot |somewhat )?(?:bigger|smaller|larger|heavier|lighter)`,
    ),
    "@objectsize",
  ],
  [
    rule(
      "(?:the|our) (?:nightly |daily |weekly |monthly |whole )*batch(?= (?:rises|grows?|doubles?|triples?|halves|shrinks?|gets|becomes) )",
    ),
    "@rate",
  ],
  [
    rule("(?:returns?|respond with|answer with|sends? back|repl(?:y|ies) with|giv(?:e|es) back)(?= (?:\\S+ ){0,2}#mb)"),
    "@response",
  ],
  [rule("({q:pct}) busy"), "$1 @busy"],
  [
    rule("(shrink|shrinks|compress|enlarge|smaller|bigger) {det}(?:object|file|frame|image|payload)s?"),
    "$1 @objectsize",
  ],
  [rule("(\\$\\S+?)(?:'s)? (?:time|times|runtime|latency|speed|part)"), "$1 @duration"],
  [rule("(?:requests?|rps|units?|@unit|#rate=1\\S*|messages?) per (?:vcpu|core|cores)|per (?:vcpu|core)"), "@pervcpu"],
  [
    rule("(?:load test|load tested|loadtest|benchmark|benchmarked|measured)(?: shows?| says?| gave| gives?|ed)?"),
    "measured",
  ],
  [
    rule(
      "(?:state |state machine |step function )?(?:payload|input) between (?:the )?(?:state|step|steps|lambda)|state (?:payload|size|input)",
    ),
    "@statepayload",
  ],
  [rule("(?:state )?transition|transitions|(?:workflow |machine )?state|hops"), "@transitions"],
  [rule("(?:workflow )?executions? perunit"), "@executions"],
  [rule(`(?:${data}|payload|s3) size|size of (?:{det})${data}|size per ${data}`), "@objectsize"],
  [rule(`(?:reads?|gets?|lecture) per ${data}|(?:each )?(?:${data} )?(?:is|are|gets|get) read|read|reads`), "@reads"],
  [rule(`(?:s3 )?(?:object|objects|puts|put requests?|writes)(?: perunit| written| stored)?`), "@objects"],
  [
    rule(
      "(?:retention|lifecycle|expiry|expiration)(?: period| time| rule)?|(?:retained|expire|expires|deleted|delete|thrown away|wiped|purged|cleaned up|cleared|discarded|removed|stored|kept|keep|keeps)(?= (?:[a-z@%$]\\S* ){0,5}(?:for|after|up to|only|at) (?:only |just |about )?#ms)",
    ),
    "@retention",
  ],
  [rule("(?:answers?|repl(?:y|ies))(?= (?:are|is|get|become|of|would|average|around) (?:\\S+ ){0,2}#mb)"), "@response"],
  [
    rule(
      "(?:keep|keeps|kept|keeping|store|retain)(?: (?:them|it|those|everything|@\\S+|these|for|around|about|only|just|all|the|file|object|frame|frames))+(?= #ms)",
    ),
    "@retention",
  ],
  [
    rule("(?:response|output|outgoing|return) (?:payload|body|size|bodies)(?: size)?|response(?! time)|payload out"),
    "@response",
  ],
  [
    rule(
      `(?:request|input|message|incoming|body) (?:payload|body|size|bodies)(?: size)?|(?:payload|body) in|size of (?:{det})(?:request|message)|payload`,
    ),
    "@request",
  ],
  [
    rule(
      "(?:open |concurrent |simultaneous |websocket |concurrency )*connections?|concurrent (?:users|clients|customers)",
    ),
    "@connections",
  ],
  [
    rule(
      "egress|outbound(?: traffic| data| transfer)?|data (?:transfer )?out|(?:traffic|data|bytes) (?:out )?to (?:the )?internet|internet traffic|bandwidth",
    ),
    "@egress",
  ],
  [rule("(?:in flight|inflight) memory|memory (?:per|for each) (?:call|request) in flight"), "@inflight"],
  [
    rule(
      `(?:average |target |mean |our |cpu |${box} )*(?:utili[sz]ation|cpu usage|cpu use|cpu load)(?: target)?(?: of the (?:fleet|cpu))?`,
    ),
    "@utilization",
  ],
  [
    rule(`(?:task|container|pod)s? (?:memory|size)(?= )|memory (?:per|of (?:a|each|every)) (?:task|container)`),
    "@taskmemory",
  ],
  [
    rule("(?:min|minimum|at least|no fewer than)(?: of)?(?= #n=\\S+ (?:running )?(?:task|container|replicas))"),
    "@mintasks",
  ],
  [rule("(?:min|minimum) (?:task|container)(?: count)?"), "@mintasks"],
  [rule("replication(?: factor)?|work replication|duplicated work"), "@replication"],
  [
    rule(
      "(?:negotiated |private |enterprise |edp |aws )*discount(?: of)?(?: program)?|edp|private pricing|enterprise agreement",
    ),
    "@discount",
  ],
  [rule("free tier(?! of)"), "@freetier"],
  [rule("(?:month on month |monthly |yearly |annual |mom |yoy )?growth(?: rate)?|growing|grow|grows|grew"), "@growth"],
  [
    rule(
      "(?:peak to (?:mean|average)(?: ratio| factor)?|peak (?:factor|ratio|traffic|load|rate|hour|hours|time)|peaks?|spikes?|bursts?|burst (?:traffic|load)|surges?|busiest (?:hour|minute|second|time)|rush hours?|max load|black friday)",
    ),
    "@peak",
  ],
  [rule("ramp(?: up)?(?: time)?|ramps(?: up)?|builds? up|warning time"), "@ramp"],
  [
    rule(
      "environment|environments|env|stages|(?:staging|idle|test|more|extra|full) copies|copies of (?:it|the (?:stack|system|app|service))|tenant|tenants|staging copies",
    ),
    "@environments",
  ],
  [
    rule(
      "(?:cold start|tail|response|end to end|e2e) (?:latency|time)(?: target| budget| goal)?|(?:latency|response time) (?:target|slo|sla|budget|goal|requirement|objective)|(?:latency )?(?:slo|sla)(?: target)?|latency|deadline|target",
    ),
    "@target",
  ],
  [
    rule(
      "(?:execution|run|running|processing|wall|billed|average|mean|lambda|call|compute) (?:duration|time)s?|duration|run time|handler time",
    ),
    "@duration",
  ],
  [rule("takes?|taking|took|lasts|lasting|finish|finishes|completes?"), "@takes"],
  [rule("(?:lambda )?(?:memory(?: size| setting)?|lambda size|function size)"), "@memory"],
  [rule("(?:cpu bound|cpu heavy|cpu intensive|compute bound|compute heavy|cpu limited|number crunching)"), "@busy"],
  [rule("cpu (?:share|fraction|time|portion|work)"), "@busy"],
  [
    rule(
      `(?:average |mean |our )*cpu(?= (?:\\S+ ){0,3}(?:at|averages?|around|hovers|sits) )|(?<= (?:at|around|average|averages|only|about) #pct=\\S+ )cpu`,
    ),
    "@utilization",
  ],
  [rule("cpu"), "@busy"],
  [rule("(?:batch (?:size|window)|batches|batch)(?: of)?|batched(?: by| in)?"), "@batch"],
  [
    rule("(?:fan out|fanout|fans out)(?: factor)?(?: of| to| into)?|(?:invocation|call)s? (?:perunit|per request)"),
    "@calls",
  ],
  [rule("(?:active|business|working|opening|office|operating) hours|hours a (?:day|month)|active time"), "@hours"],
  [
    rule(
      `(?:(?:request|arrival|call|message|event|ingest|incoming|average|mean|total|overall) )*(?:traffic|load(?! (?:a|an|the|my|your|up|them) (?!same))|rate|volume|throughput|demand|rps|qps|tps|usage)(?: rate| volume)?|number of (?:${workNouns})|amount of (?:${workNouns}|traffic)`,
    ),
    "@rate",
  ],
];
