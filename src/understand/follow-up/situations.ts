import { type Rewriting, readQuantityToken, rule } from "./tokens.ts";

const work = "(?:load|traffic|rate|volume|usage|demand|it's|everything)";

/** Whole phrases that set a field without naming it. */
export const situationRewritings: readonly Rewriting[] = [
  [
    rule("(?:#x|#n)=(9\\d|99\\d)\\S* (?:times )?(?:out )?of (?:every )?#n=(100|1000)"),
    (_, good = "", all = "") => `#ptile=${(Number(good) / Number(all)) * 100}`,
  ],
  [
    rule(
      "(?:read|reads|fetched|gets read|downloaded)(?: (?:only|just|it|\\$\\*|each|every|object|file))* (once|twice|thrice|{q:x})(?! {per})",
    ),
    (_, often = "") =>
      `#n=${{ once: "1", twice: "2", thrice: "3" }[often] ?? readQuantityToken(often)?.value ?? 1} @reads`,
  ],
  [
    rule(
      "(?:call|called|invocation|invoked|run|runs|executed|execution|triggered|fires|fired|needed) (?:about |only |just )?{n:x}(?: (?:perunit|per \\S+(?: of @unit)?|a \\S+))?",
    ),
    (_, count = "") => `#x=${count} @calls`,
  ],
  [
    rule(
      "(?:happens|occurs|runs?|called|invoked|executed|triggered|fires|(\\$\\S+)) (?:only |just |about )?(once|twice|thrice) perunit",
    ),
    (_, step = "", often = "") => `${step} #x=${{ once: 1, twice: 2 }[often] ?? 3} @calls`,
  ],
  [
    rule("perunit (?:is |gets |are |goes through )?(\\$\\S+) (?:only |just |about )?(once|twice|thrice|{q:x})"),
    (_, step = "", often = "") =>
      `${step} #x=${{ once: 1, twice: 2, thrice: 3 }[often] ?? readQuantityToken(often)?.value ?? 1} @calls`,
  ],
  [rule("{n:x} perunit"), (_, count = "") => `#x=${count} @calls`],
  [
    rule(
      "#n=24 (?:/|x|by|hours?) #n=7|#x=24 #n=7|around the clock|about the clock|all day ,? ?every day|all day long|day in ,? ?day out|day and night|always on(?! call)|non ?stop|round the clock|every hour of the day",
    ),
    "#hours=730",
  ],
  [
    rule(
      `(?:no|without|get rid of the|remove the) (?:more )?(?:peak|spike|burst)s?(?: at all)?|${work} (?:is |stays |would be |was |becomes )?(?:now |basically |totally |completely |pretty |really )*constant|(?:completely|totally|perfectly|constant) (?:load|traffic|rate)|constant(?= (?:all day|over|throughout|\\.|,))`,
    ),
    "#x=1 @peak",
  ],
  [
    rule(
      "(?:{n:x}|#n=(\\d+)) (?:the )?(?:average|mean|normal|usual|baseline|ordinary|off peak)(?: load| traffic| rate| day)?",
    ),
    (_, multiple = "", count = "") => `#x=${multiple || count} @peak`,
  ],
  [rule("(?:twice|double) (?:the )?(?:average|mean|normal|usual|baseline)(?: load| traffic| rate)?"), "#x=2 @peak"],
  [
    rule(
      "(?:latency|response time|speed) (?:doesn't|does not|isn't|is not|won't) (?:really )?(?:matter|important|count|a concern)|(?:don't|do not|nobody) (?:really )?cares? (?:about|how) (?:latency|fast|the latency|response time)|no hurry|no (?:latency )?(?:target|slo|sla|deadline|requirement)s?|(?:don't|do not|doesn't|haven't|never) (?:really |actually )?(?:have|need|want|got|had) (?:an? |any |the )?(?:latency |response time )?(?:target|slo|sla|deadline|requirement)s?|(?:drop|remove|forget|skip|ignore|lose|without) (?:the |our |any )?(?:latency |response time |p99 |#ptile=\\S+ )*(?:target|slo|sla|requirement|goal|latency|deadline)",
    ),
    "!target",
  ],
  [
    rule("(?:pure|purely|all|mostly|entirely|fully|#pct=1) (?:the )?(?:cpu|compute)(?: bound| work| heavy| time)?"),
    "#pct=0.95 @busy",
  ],
  [
    rule(
      "(?:mostly|mainly|pure|purely|all|just|only|almost all|nearly all) (?:waiting|waits|wait|idle|i o|io)(?: bound| time)?(?: on| for)?|(?:i o|io) bound|waits (?:on|for) (?:the )?(?:network|database|api|network calls)",
    ),
    "#pct=0.1 @busy",
  ],
  [rule("(?:single|one|#n=1) thread(?:ed)?"), "#cores=1"],
  [
    rule(
      "({q:mb}) (?:memory |task|container|pod)s?(?: (?:and|,|/|with|\\+))? (?:with )?({q:cores})(?: (?:task|container|pod)s?)?",
    ),
    "$1 @taskmemory | $2 @taskvcpu",
  ],
  // A vCPU count beside a size is always the size of a container.
  [
    rule("({q:cores}) (?:and |, |/ |with |\\+ )?({q:mb})(?: (?:memory|task|container)s?)*"),
    "$1 @taskvcpu | $2 @taskmemory",
  ],
  [rule("(?:no|without|ignore|exclude|excluding|not counting|drop|forget) (?:the )?(?:aws )?free tier"), "%free=false"],
  [
    rule(
      "(?:the |our )?(?:aws )?free tier (?:is |was |has been |has |should |shouldn't |doesn't |does |won't |isn't |can't |be |already |long |not |we )*(?:gone|used(?: up)?|exhausted|expired|over|out|excluded|ignored|count|counted|apply|included|matter|relevant)",
    ),
    (whole) =>
      `%free=${/n't| not |gone|used|exhausted|expired|over|out|excluded|ignored/.test(whole) ? "false" : "true"}`,
  ],
  [rule("(?:the |our )?(?:aws )?free tier(?! (?:of|for|on|at|ends?|expires|offer|user|plan))"), "%free=true"],
  [
    rule(
      "(?:must not|mustn't|can't|cannot|can not|never|not allowed to) lose (?:any |an? |the )?(?:state|data|@unit|order|payment|message|executions?)|(?:needs|has|have|must|need) to be durable|must be durable|exactly once|durable",
    ),
    "%durable=true",
  ],
  [
    rule(
      "(?:can|may|ok to|okay to|fine to) lose (?:a few|some|an? |the |state|data)(?: \\S+)?|(?:needn't|doesn't need to|not|no need to) be durable",
    ),
    "%durable=false",
  ],
  [rule("(?:no|zero|without|remove) (?:the )?(?:egress|outbound traffic|internet traffic)"), "#mb=0 @egress"],
  [
    rule("(?:no|without|drop|remove) (?:the |our )?(?:negotiated )?(?:discount|edp|private pricing)"),
    "#pct=0 @discount",
  ],
  [rule("(?:send |serve |push |transfer |ship )?({q:mb}) (?:a|per|/|each|every) month"), "$1 @egress"],
  [rule("{n:pct} off(?! (?:the|our|its|of the|@\\S+|\\$\\S+))"), (_, share = "") => `#pct=${share} @discount`],
  [rule("(?:pass|passing|send|put|sending)(?: \\S+){0,4} in the (?:payload|event|message|state)"), "!s3"],
  [rule("(\\$\\d+) (?:calls?|invokes?|triggers?) (\\$\\d+)(?: (?:directly|straight|itself))+"), "!orch"],
  [
    rule(
      "(?:call|calls|calling|invoke|chain|chaining|chained) (?:(?:each|\\$\\*) other|the next one|one another|them|the lambda|the function|the step|lambda|function|step)(?: directly| straight)?",
    ),
    "!orch",
  ],
];
