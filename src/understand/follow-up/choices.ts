import { type Rewriting, rule } from "./tokens.ts";

/**
 * Words that choose a value from a list become `%orch=…`, `%store=…`, `%entry=…`, `%arch=…`, `%buy=…`; a choice that is
 * named without saying which becomes `%orch`, `%queue`, `%gateway`, `%s3`, `%plan`. Then what is refused becomes `!orch`.
 */
const sfn = "(?:step functions?|sfn|step function workflow|state machine|workflow|step fn)";

/** Verbs that do away with what follows. */
const refuse =
  "(?:no more|no longer|no|without|drop|drops|dropping|dropped|remove|removing|ditch|ditching|kill|skip|skipping|lose|losing|scrap|delete|" +
  "eliminate|avoid|avoiding|get rid of|getting rid of|got rid of|cut out|cut|take out|rip out|leave out|stop using|stopped using|didn't|wouldn't|doesn't|won't|quit|forget|forget about|not|don't|do not|bypass|cancel|strip out|(?:move|moving|get|getting|migrate|migrating|step|go) (?:off|away from))";

/** "Express", "standard workflows", "the state machine". "Express" as a verb and "standard" as an adjective are left. */
const orchestration: readonly Rewriting[] = [
  [
    rule(`(?:${sfn} )?(?:synchronous |async |sync )?express(?: ${sfn}s?| mode| type| one| flavou?r)*(?!ed)`),
    "%orch=step-functions-express",
  ],
  [
    rule(
      `(?:${sfn} )?standard(?: ${sfn}s?| mode| type| one| flavou?r)+|${sfn} (?:standard|std)|standard(?= (?:instead|please|again|\\.|\\?|,|%orch|rather|not|for))|(?<= (?:to|use|using|with|for|of|than|back|go) )standard`,
    ),
    "%orch=step-functions-standard",
  ],
  [
    rule(
      `(?:the |our |a |one )?(?:${sfn}|step functions|orchestrator|orchestration|saga orchestrator)(?: orchestration)?`,
    ),
    "%orch",
  ],
];

/** What stands in front. Kinds of API before "API Gateway" alone, which does not say which. */
const entry: readonly Rewriting[] = [
  [
    rule("http(?: api)? (?:instead of|rather than|over|not|and not) (?:a |the )?rest(?: api)?"),
    "to %entry=api-gateway-http",
  ],
  [
    rule("rest(?: api)? (?:instead of|rather than|over|not|and not) (?:an |the )?http(?: api)?"),
    "to %entry=api-gateway-rest",
  ],
  [rule("(?:from )?rest(?: api)? (?:to|->|into) (?:an? )?http(?: api)?"), "to %entry=api-gateway-http"],
  [rule("(?:from )?http(?: api)? (?:to|->|into) (?:a )?rest(?: api)?"), "to %entry=api-gateway-rest"],
  [
    rule(
      "(?:api gateway |gateway |amazon )?(?:http|v2) (?:api(?: gateway)?|gateway|flavou?r|kind)|api gateway v2|(?:api )?gateway http(?: api)?",
    ),
    "%entry=api-gateway-http",
  ],
  [
    rule(
      "(?:api gateway |gateway )?rest (?:api(?: gateway)?|gateway|flavou?r|kind)|api gateway v1|(?:api )?gateway rest(?: api)?|(?<= (?:to|from|of|than|with|is|it's) )rest(?! of)",
    ),
    "%entry=api-gateway-rest",
  ],
  [rule("(?:websocket|web socket)(?: api(?: gateway)?)?"), "%entry=websocket"],
  [rule("(?:lambda |function )+url"), "%entry=function-url"],
  [rule("(?:application )?load balancer|(?:application )?balancer|alb|elb"), "%entry=alb"],
  [rule("event ?bridge|event bus"), "%entry=eventbridge"],
  [rule("kinesis(?: data)?(?: stream)?"), "%entry=kinesis"],
  [rule("sns(?: topic)?"), "%entry=sns"],
  [
    rule("s3 (?:event|trigger|notification)(?: notification)?|triggered by s3|bucket (?:event|notification|trigger)"),
    "%entry=s3-event",
  ],
  [rule("(?:a |the )?(?:cron|schedule|scheduler|timer)(?: job| trigger| expression)?"), "%entry=schedule"],
  [rule("(?:amazon |api )?(?:api )?gateway"), "%gateway"],
  [rule("(?:an? |the )?(?:sqs(?: queue)?|message queue|queue)s?"), "%queue"],
];

/** S3 between steps, and handing over without it. */
const store: readonly Rewriting[] = [
  [
    rule(
      "(?:pass|keep|hand(?: over| off)?|share|hold|passing|keeping|handing)(?: \\S+){0,4} in (?:memory|process)|in (?:memory|process) (?:hand ?off|hand ?over|instead)",
    ),
    "!s3",
  ],
  [
    rule(
      "(?:the |our )?s3 (?:hop|hand ?off|hand ?over|step|stage|bucket|round trip|detour|transfer|bit|part|layer|thing)s?|s3 (?:in )?between(?: the)?(?: step| lambda| function)?",
    ),
    "%s3",
  ],
  [
    rule(
      "(?:the )?(?:hand ?off|hand ?over|intermediate storage|intermediate bucket)(?: via s3| through s3| store| storage)?",
    ),
    "%s3",
  ],
  [rule("s3|bucket"), "%s3"],
];

/** Processor and commitment. A "spot" of another kind ("parking spot", "spot on") is left. */
const purchase: readonly Rewriting[] = [
  [rule("(?:aws )?(?:graviton|arm)(?: graviton| arm| cpu| processor| instance| based| architecture)*"), "%arch=arm64"],
  [rule("(?:x86|amd64)(?: cpu| architecture| instance)*"), "%arch=x86_64"],
  [
    rule(
      "#ms=94608000000\\S* (?:compute )?(?:savings|plan|commitment|commit|reserved|ri|sp|reservation|term|contract|deal)(?: plan| plans| instance)?|(?:savings plan|commitment|commit|plan|reserved|reserve|sp)(?: capacity| instance| it| them| to it)? (?:for |of |over )?#ms=94608000000\\S*",
    ),
    "%buy=compute-savings-plan-3y",
  ],
  [
    rule(
      "#ms=31536000000\\S* (?:compute )?(?:savings|plan|commitment|commit|reserved|ri|sp|reservation|term|contract|deal)(?: plan| plans| instance)?|(?:savings plan|commitment|commit|plan|reserved|reserve|sp)(?: capacity| instance| it| them| to it)? (?:for |of |over )?#ms=31536000000\\S*",
    ),
    "%buy=compute-savings-plan-1y",
  ],
  [
    rule(
      "(?<!\\b(?:tv|radio|ad|blind|sweet|hot|good|nice|weak|soft|tight|parking|right) )spot(?! (?:on|check|checks|checked))(?: capacity| instance| fleet| price| pricing| market| containers| tasks| container| task)*|fargate spot",
    ),
    "%buy=spot",
  ],
  [rule("on demand(?: price| pricing| capacity| instance)?|list price|pay as you go"), "%buy=none"],
  [
    rule("(?:the |our |a |any )?(?:compute )?(?:savings plan|savings|reserved instance|reservation|commitment|commit)"),
    "%plan",
  ],
];

/** What is refused, once contrasts ("Standard, not Express") are settled: `!orch`. */
export const refusals: readonly Rewriting[] = [
  [
    rule(
      `(?:${refuse}) (?:use |using |have |with |want |need |go through )?(?:{det})(?:whole |entire |extra )?%(orch|store|entry|arch|buy|queue|gateway|s3|plan)(?:=\\S+)?(?: (?:entirely|altogether|completely))?`,
    ),
    "!$1",
  ],
];

/** A queue is either the entry or what joins the steps: what it replaces, or where it stands, says which. */
const queues: readonly Rewriting[] = [
  [
    rule(`(?:${refuse}) (?:the |our |all )?%queue(?: (?:in )?between(?: {det}(?:step|lambda|function|them|\\$\\*))?)?`),
    "!queue",
  ],
  [
    rule(
      "%queue (?:in front|upfront|up front|before|ahead|first)(?: of \\S+| it)?|(?:behind|from|off|reading|trigger(?:ed)? (?:by|from)|fed by|fed from|consume|consuming|ingest (?:from|via|through)|come in (?:via|through|over|on)|enter (?:via|through)|(?:buffer(?:ed)?|decouple|absorb)(?: (?:it|them|that|requests?|traffic|everything|the load))? (?:by|with|in|through|via)) (?:an? )?%queue",
    ),
    "%entry=sqs",
  ],
  [rule("%queue (?:instead of|rather than|replacing|not|in place of) (?:the |using )?%orch(?:=\\S+)?"), "%orch=queue"],
  [
    rule(
      "(?:swap|replace|exchange|trade|switch|change)(?: out)? (?:the |our )?%orch(?:=\\S+)? (?:for|with|by|to|into) %queue",
    ),
    "%orch=queue",
  ],
  [
    rule(
      "(?:drop|ditch|remove|kill|lose|scrap|no|without|skip|forget|forget about|get rid of|not) (?:the |our |using )?%orch(?:=\\S+)? (?:and|,|for|but)?(?: ?and)? ?(?:just |only |simply |rather )?(?:(?:use|go with|chain|connect|put|with|do|try|have|add|place|using|via|through)(?: (?:a|the|some|them|it|steps?|with|by|via|simple|plain|in|using))* )?%queue(?: (?:instead|between \\S+|in between))*",
    ),
    "%orch=queue",
  ],
  [
    rule(
      "(?:\\S+ )?%queue (?:in )?between(?: {det}(?:step|lambda|function|them|each))?|between {det}(?:step|lambda|function|them)(?: \\S+){0,3} %queue|(?:connect|chain|join|link|decouple|glue)(?: \\S+){0,4} (?:with|by|via|through|using) %queue",
    ),
    "%orch=queue",
  ],
  [rule("%queue (?:instead of|rather than|replacing|in place of) (?:the )?(?:%gateway|%entry=\\S+)"), "%entry=sqs"],
  [
    rule(
      "(?:swap|replace|exchange|switch|change)(?: out)? (?:the |our )?(?:%gateway|%entry=\\S+) (?:for|with|by|to) %queue",
    ),
    "%entry=sqs",
  ],
];

export const choiceRewritings: readonly Rewriting[] = [...entry, ...orchestration, ...store, ...purchase, ...queues];
