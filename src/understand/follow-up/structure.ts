import { type Rewriting, rule } from "./tokens.ts";

const unit = "(?:lambda function|function|lambda|step|state|stage|task|one|process)";
const ordinals: Readonly<Record<string, number>> = {
  first: 0,
  "1st": 0,
  second: 1,
  "2nd": 1,
  third: 2,
  "3rd": 2,
  fourth: 3,
  "4th": 3,
  fifth: 4,
};
const one = "(?:#n=1|one|a single|single|the same|a)";
/** Verbs that make one of several. */
const join =
  "(?:merge|merging|combine|combining|collapse|collapsing|join|joining|fuse|fold|folding|roll|rolling|squash|pack|bundle|unify|consolidate|lump)";
/** Verbs that make one of several only beside "in one function". */
const put =
  "(?:put|run|do|make|keep|have|stuff|wrap|move|everything in|all in|all of it in|it all in|turn|use|go with|just)";
/** Verbs that do away with a step. */
const refuse =
  "(?:drop|drops|dropping|remove|removing|ditch|kill|skip|skipping|lose|delete|eliminate|kick out|throw out|chuck|bin|axe|nix|omit|exclude|get rid of|without|cut out|cut|take out|leave out|no more|no|forget|don't need|do not need|minus)";

/** Which steps are meant: ordinals, "step 2", lists, "each". Comes before values are bound to steps. */
export const stepReferences: readonly Rewriting[] = [
  [rule("(?:per|each|every|for each|for every|a|an|by) @unit|per (?:unit|item)(?! of)"), "perunit"],
  [
    rule("(?:a|an|another) (?:second|third|fourth|fifth|next|last|final)(?= (?:lambda|function|step|stage))"),
    "another",
  ],
  [
    rule(`(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|fifth) ${unit}`),
    (_, word = "") => `$${ordinals[word] ?? 0}`,
  ],
  [rule(`(?:the )?(?:last|final) ${unit}`), "$last"],
  [rule("(?:step|lambda|function) #n=(\\d{1,2})(?!\\.)"), (_, position = "") => `$${Number(position) - 1}`],
  [rule("(?:the |our )?(\\$\\S+) (?:step|lambda|function|stage|state|task)"), "$1"],
  [
    rule(
      `(?:all|both|every one|each|every|each one)(?: of)?(?: the| our| these)?(?: #n=\\d+| three| two| four)? ${unit}s?`,
    ),
    "$*",
  ],
  [
    rule(
      "(?:both|all) of (?:them|these|those)|everything|everywhere|across the board|each(?! (?:time|day|hour|minute|second|month|week|year))|apiece|all of them",
    ),
    "$*",
  ],
  [rule("the (?:step|lambda|function)(?= (?:to|at|with|has|have|get|use|need|only|run|now|@|#|\\*))"), "thestep"],
];

/** "validate and charge" is one subject. */
export const stepLists: readonly Rewriting[] = [
  // "Drop notify, and index at 2 GB": two things, not a list.
  [
    rule(
      `(${refuse} {det}\\$\\d+) ,? ?(?:and|,)(?= (?:the )?\\$\\d+ (?:at|with|to|takes?|taking|needs?|has|gets?|runs?|goes|down|up|#\\S+) )`,
    ),
    "$1 , but",
  ],
  [rule("\\$(\\d+(?:,\\d+)*) (?:and|,|&|\\+|,? and|with|plus|/|or) (?:the )?\\$(\\d+)(?= )"), "$$$1,$2"],
  [rule("\\$(\\d+(?:,\\d+)*) (?:and|,|&|\\+|,? and|with|plus|/|or) (?:the )?\\$(\\d+)(?= )"), "$$$1,$2"],
  [rule("\\$(\\d+(?:,\\d+)*) (?:and|,|&|\\+|,? and|with|plus|/|or) (?:the )?\\$(\\d+)(?= )"), "$$$1,$2"],
];

/** Steps merged into one function. Before fields: "put" and "state" are words of their own there. */
export const mergeRewritings: readonly Rewriting[] = [
  [
    rule(
      `(?:all(?: of)?(?: the)? #n=\\d+|all|\\$\\*|it all|the lot|the whole thing|all of (?:it|them)) (?:in|into|as|inside) ${one} (?:big |fat |larger )?${unit}s?`,
    ),
    "%merge=*",
  ],
  [
    rule(`${join} (?:together )?{det}\\$(\\*|\\d+(?:,\\d+)+) (?:together )?(?:in|into|to) (?:just )?(?:one|#n=1)`),
    "%merge=$1",
  ],
  [
    rule(`(?:make|turn|have|keep) \\$(\\*|\\d+(?:,\\d+)+) (?:into |be |as )?${one} (?:big |fat |larger )?${unit}s?`),
    "%merge=$1",
  ],
  [
    rule(
      `\\$(\\*|\\d+(?:,\\d+)+) (?:both |together |all |could |should |would )*(?:run |be |go |live |sit |fit |stay )*(?:were|was|are|is|become|became|being|be|in|into|as|inside|within) (?:just |all |only )*${one} (?:big |fat |larger )?(?:${unit}s?|go|piece|shot)`,
    ),
    "%merge=$1",
  ],
  [
    rule(
      "(?<=^ (?:(?:so|ok|just|maybe|and|or|what|about|how|then|as) )*)#n=1 (?:big |fat |large )?(?:lambda|function)(?: please| instead of (?:#n=\\d+|several|many|all|them)(?: step| lambda| function)?| instead| then| only| for everything)*(?= (?:[.?!,]|$))",
    ),
    "%merge=*",
  ],
  [rule(`${one} ${unit} (?:per|for each|for every|each) \\S+`), "perstep"],
  [
    rule(
      `${join} (?:together )?{det}\\$(\\d+(?:,\\d+)+)(?: (?:together|up))?(?: (?:in|into|to|as) (?:${one} )?(?:big |fat |larger |bigger )?${unit})?`,
    ),
    "%merge=$1",
  ],
  [rule(`${join} (?:together )?{det}\\$(\\d+) (?:in|into|to) (?:the )?\\$(\\d+)`), "%merge=$1,$2"],
  [
    rule(
      `(?:${join}|${put}) (?:together )?(?:\\S+ ){0,5}?(?:in|into|to|as|with|inside) ${one} (?:big |fat |larger |bigger |single )?(?:lambda function|lambda|function|handler|step)s?`,
    ),
    "%merge=*",
  ],
  [
    rule(
      `${join} (?:\\$\\*|them|it all|all|these|{det}(?:step|lambda|function|whole thing|pipeline|workflow))(?: together| down| up)?`,
    ),
    "%merge=*",
  ],
  [
    rule(
      `(?:what if (?:it's |it was |we had |it were )?(?:all )?|just |only |make it )(?:#n=1|one|a single|single) (?:big |fat )?(?:lambda function|lambda|function|process)(?: (?:does|do|did|for|handles?) (?:it all|everything|all of it|all|the lot))?`,
    ),
    "%merge=*",
  ],
  [
    rule(
      `(?:#n=1|one|a single) (?:big |fat )?(?:lambda|function) (?:that )?(?:does|do|did|for|handles?|doing) (?:it all|\\$\\*|everything|all of it|the lot|all)`,
    ),
    "%merge=*",
  ],
];

const article = "(?:a |an |another |#n=1 )?";
const more = "(?:more |extra |new |further |additional )*";
/** What may stand before a new step besides "add". */
const withNew =
  "(?:plus|put|stick|place|tack on|chain|with|need|needs|include|put in|there's|there is|there was|there were|we had|we need|we have|and|then)";
const stepNamed =
  "(?:(?:step|lambda|function) (?:called |named |for |to )([a-z][a-z0-9-]*)|((?:[a-z][a-z0-9-]* |\\$\\d+ ){0,3})(?:step|lambda function|lambda|function|stage))";

/** What is added to a figure or in general, not to the flow. */
const noStep =
  "more|some|of|to|the|it|extra|additional|bit|overhead|delay|buffer|jitter|margin|headroom|slack|timeout|padding|another|on|for|with|about|that|this|in|and|or|memory|ram|time|latency|storage|disk";

function addToken(called: string, before: string): string {
  const name = (called || before)
    .trim()
    .replace(/\$\d+ ?/g, "")
    .replaceAll(" ", "-");
  return `%add=${name || "step"}`;
}

/** Steps removed, split, added. */
export const structureRewritings: readonly Rewriting[] = [
  [
    rule(
      "\\$(\\d+(?:,\\d+)*)(?: (?:is|are|gets?|will be|would be|could be|can be|was|were|being))? (?:gone|removed|dropped|deleted|obsolete|redundant|unnecessary|eliminated|retired|scrapped|not needed|no longer (?:needed|necessary|there))(?! (?:to|by|from|in|into|@\\S+|#\\S+))",
    ),
    "%drop=$1",
  ],
  [
    rule(
      "\\$(\\d+(?:,\\d+)*) (?:(?:can|could|should|must|may|will|would) go(?: away)?|goes(?: away)|is going away|disappears|vanishes)(?= (?:[.,;?!]|and|but|$))",
    ),
    "%drop=$1",
  ],
  [
    rule("another (?:step|lambda|function)(?= (?:run|runs|comes?|follows?|after|that|which|of|with|takes?|@takes))"),
    "%add=step",
  ],
  [rule("(?:@takes|take|cut|leave|throw|rip|pull|kick|strip) {det}\\$(\\d+(?:,\\d+)*|last) out"), "%drop=$1"],
  [
    rule(
      `${refuse} {det}(?:idea of |assumed |assumption of )?@(growth|discount|egress|peak|retention|utilization)(?: assumption| target| entirely| altogether)?(?! (?:to|by|from|#\\S+|\\*\\S+))`,
    ),
    "!$1",
  ],
  [
    rule(
      `${refuse} {det}\\$(\\d+(?:,\\d+)*|last)(?! (?:to|by|down|memory|from|time|in|at|for|@\\S+|\\*\\S+|\\+\\S+|#\\S+))`,
    ),
    "%drop=$1",
  ],
  [
    rule(
      `(?:split) {det}\\$(\\d+) (?:in|into|up into) #n=(\\d)(?: (?:equal )?(?:step|lambda|function|parts|halves|pieces))?`,
    ),
    "%split=$1x$2",
  ],
  [
    rule(`(?:add|adding|added|insert|append|introduce|throw in) (?:also )?${article}${more}${stepNamed}`),
    (_, called = "", before = "") => addToken(called, before),
  ],
  // "Add fraud check, 400 ms": what is added is no step by name, its run time or memory says that it is one.
  [
    rule(
      `(?:add|adding|insert|introduce|include|throw in|put in) (?:a |an |another |one more )?((?:(?!(?:${noStep}) )[a-z][a-z-]* ?){1,3}?)(?= (?:[,:(-]|that|which|taking|@takes|needs?|with|at|of|for|run|runs) (?:\\S+ ){0,2}#(?:ms|mb)=)`,
    ),
    (_, named = "") => `${addToken("", named)} `,
  ],
  [
    rule(`(?<=^ (?:and |ok |then |,)*)plus (?:a |an |another |one more )${stepNamed}`),
    (_, called = "", before = "") => addToken(called, before),
  ],
  // "With a lambda" describes what there is; "with another lambda" adds one.
  [
    rule(`${withNew} (?:also )?(?:${article}(?:more|extra|new|further|additional) |another )${more}${stepNamed}`),
    (_, called = "", before = "") => addToken(called, before),
  ],
  [
    rule(
      `(?:there's|there is|there was|we had|we have|we need) (?:also )?(?:a |an |#n=1 )${stepNamed}(?= (?:that|which|of|with|after|before|,|#|@))`,
    ),
    (_, called = "", before = "") => addToken(called, before),
  ],
];
