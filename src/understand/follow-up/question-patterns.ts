import type { QuestionIntent } from "./follow-up.ts";

const side =
  "(?:ecs|ec2|fargate|container|containers|monolith|serverless|hybrid|lambda|lambdas|step function|one process)";
const money = "(?:money|budget|cost|costs|bill|cash|spend|dollars|expense|expenses)";
const part =
  "(?:part|parts|step|steps|service|services|line|lines|piece|bit|component|components|thing|item|items|bits|pieces)";

/**
 * Ways to ask for each part of a review. The first list that matches wins, so the particular stands before the general:
 * "how do I use this" before "how did you", "when would it win" before "which one wins". A pattern is matched as whole
 * words, anywhere in a sentence that asks (or that is very short); figures are tokens (`#ms=200`), punctuation is gone.
 */
export const questionPatterns: readonly (readonly [QuestionIntent, readonly string[]])[] = [
  // "How do I use this bot" asks for help, not for an explanation of figures.
  [
    "help",
    [
      "how (?:do|can|does|should) (?:i|we|(?:this|the|that) (?:bot|thing|tool)|you) (?:\\S+ )?(?:use|work|talk|start|interact)",
    ],
  ],
  // The reference case by its name.
  [
    "case",
    [
      "prime video|primevideo|amazon prime|prime case",
      "reference case|case study|(?:the|that) (?:amazon|famous|well known) (?:case|story|thing|post|article|example)",
      "(?:like|as) (?:amazon|prime) (?:did|had)|amazon\\b.*\\bvideo|video\\b.*\\bamazon",
    ],
  ],
  // Said rather than asked: a choice that is made, or an order to write it down.
  [
    "decide",
    [
      `(?:let's|lets|we'll|we will|we|we're|i'd|i say|i vote|team|ok|fine|decision) ?:? (?:\\S+ ){0,4}?(?:go|going|went|stick|sticking|stay|staying|settle|settled|settling|choose|chose|pick|picked|picking|take|taking|decide|decided|agreed|vote) (?:\\S+ ){0,4}?${side}`,
      `${side} it is|(?:the |our |final )?(?:verdict|decision|choice|pick)(?: is|:| =)? (?:\\S+ ){0,3}?${side}`,
      "(?:note|write|jot|put|log|record|mark|capture|save) (?:it|that|this|the decision|our decision|the choice)(?: down| on record| as decided| as agreed| up)?(?: please)?$",
      "(?:note|write|jot) (?:it|that|this) down",
      `(?:note|record|log|write)(?: down)?(?: that| it)? (?:\\S+ )?${side}$`,
      "decision (?:made|is|taken|time)|(?:we've|we have|it's|that's|we are|we're|that is) (?:been )?(?:decided|settled|agreed)",
      "(?:record|log|note|document|save|register) (?:the |our |a |that |this |my )?(?:decision|choice|verdict|outcome)",
      "^decid(?:e|ed|ing)|make it official|final answer|(?:write|draft|create|generate|make|want|need|get|have|do|give) (?:me |us |up )*(?:an |the |our )?adr|adr please|mark (?:it |this )?as decided|call it decided|(?:please|can you) record (?:that|this|it)|sign (?:it )?off",
    ],
  ],
  // What was taken without being said.
  [
    "assumptions",
    [
      "assum(?:e|ed|es|ing|ption|ptions)|presum(?:e|ed|ing|ption)",
      "guesswork|(?:your|you|are|a|were|was) guess(?:es|ed|work|ing)?|guesses|guessed|did you guess",
      "made up|make up|making up|(?:did )?you invent(?:ed)?|for granted|taken as given|filled? in|fill in the (?:gaps?|blanks?)|placeholders?|educated guess",
      `(?:which|what) (?:inputs?|values?|defaults?|numbers?|figures?|parameters?|settings?|data) (?:did|are|do|were|have) (?:you|we|it)`,
      "what did you (?:take|use|read|understand|pick up|get from)",
      "need to know|(?:would|could) make you (?:more )?(?:sure|certain|confident)|(?:be|feel) (?:more )?(?:sure|certain)|defaults?(?: did| are| values| you)?|based on what|what(?:'s| is| are| were) (?:your|the) (?:inputs?|premises?|givens?)|not (?:from|given by) (?:me|us)",
    ],
  ],
  // The load at which the answer changes: "when", "from where on", "how much until" with a word for winning or losing.
  [
    "break-even",
    [
      "break ?even|breaking even|cross ?over|crossing point|tipping point|point of indifference|flip point|flips? (?:over|to|the verdict)|inflection",
      `(?:when|where|at (?:what|which)|from (?:what|which)|from when|how (?:much|many|low|high|big|far|small|large)|until (?:when|what|which)|under (?:what|which)|above (?:what|which)|below (?:what|which)|beyond (?:what|which)|what (?:would|does|will) it take|any chance|is there (?:a|any)|does|do|would|will|could|can)\\b.*\\b(?:win|wins|won|pays? off|paid off|flips?|tips?|tilts?|switch(?:es)?|cheaper|cheapest|worth it|worthwhile|mak(?:e|es|ing) sense|worth|better(?: off)?|beats?|overtakes?|cross|tie|equal|same price|loses?|takes? over|pays? for itself|viable|economical|competitive|too expensive|get ahead|come out ahead|switch over|catch up|catches up|leave|leaving|move (?:off|away)|abandon|get rid of)`,
      `(?:what|which) (?:load|rate|volume|traffic|scale|point|size|rate)\\b.*\\b(?:win|pay|cheaper|worth|flip|switch|sense|better|beat)`,
      "what would (?:have to|need to|must) (?:be true|change|happen)|what (?:has|needs) to (?:be true|change|happen)|what (?:would|could|might|will) (?:change|flip|tip|alter|turn) (?:the (?:verdict|answer|result|recommendation|outcome)|it|that|your mind)",
      `stops? (?:being|making sense|paying)|(?:who|which(?: one| side| option)?) (?:wins|would win|is ahead|comes out ahead) (?:at|above|below|with|under|when|if)`,
      `would ${side} ever|${side} ever (?:be|win|pay)|(?:ever|still) (?:be )?cheaper`,
    ],
  ],
  // Where the money goes: lines, parts, what is dear.
  [
    "breakdown",
    [
      `where(?:'s| is| does| do| did|s)?\\b.*\\b${money}(?: (?:go|going|goes|come|coming|from))?`,
      "(?:what|which|how big a) (?:part|share|fraction|portion|slice|chunk|percentage) (?:of (?:that|it|this|the (?:bill|cost|total)) )?(?:is|are|goes|comes)|costs? (?:per|by|for each|of each) \\S+|(?:total|bill|cost|costs|price|number|figure|it|that|this)\\b.*\\b(?:made (?:up )?of|consists? of|composed)|break ?down|broken down|break (?:\\S+ ){1,3}(?:down|up)|break (?:it|that|this|the (?:cost|bill|total)) (?:down|up)|itemi[sz]e\\w*|line items?|line by line|piece by piece|item by item",
      `${money} (?:split|structure|drivers?|per service|items|distribution|breakdown|by service|table)|split (?:of|up) (?:the |by )?\\S+|what'?s in (?:the|that|this) (?:bill|total|number|price)|what (?:is|makes up) (?:in )?(?:the|that) (?:bill|total|price)`,
      "(?:is|are|was) .*\\b(?:the )?(?:expensive|costly|priciest|dearest|main cost|cost driver|biggest cost)",
      "what(?:'s| is| are| makes| drives| costs?)?\\b.*\\b(?:expensive|priciest|dearest|costly|costs? (?:so much|the most|most)|pricey|driving the (?:cost|bill|price)|most of (?:the |our |this |that )?(?:cost|bill|money|spend)|(?:biggest|largest|main|top) (?:cost|line|item|chunk|part|share|driver|expense|spend|contributor)s?|paying for|pay for|drives (?:the )?(?:cost|bill|costs)|adds? up)",
      "what (?:do|are|would|will|am) (?:we|i) (?:be )?(?:pay|paying|spend|spending)(?: for| on)?",
      `(?:who|what|which)(?:'s| is)?(?: \\S+)? (?:eats|eating|burns|burning|drives|driving|using up|consumes|consuming|swallows|dominates|dominating|makes up|contributes?) (?:\\S+ )?(?:\\S+ )?(?:the |our |all |up |most |of )*${money}|dominates`,
      `which (?:\\S+ )?${part}\\b.*\\b(?:expensive|costs?|dearest|priciest|money|bill|most)|what (?:does|do|would|did) (?:each|every|all|the) ?(?:\\S+ )?(?:\\S+ )?costs?|how much (?:does|do|is|are|would) (?:each|every|the|\\$\\S+|s3|lambda|step function|orchestration|api|logs|logging|compute|storage|%\\S+)`,
      "how much (?:do|does|are|would|will|am) (?:we|i|it|this) (?:be )?(?:pay|paying|spend|spending|cost)|how much (?:of (?:that|this|it|the (?:bill|cost|total)) (?:is|goes|do we pay)|(?:is|was) (?:it|that|this|all|everything)|goes|for)|per service|by service|in detail|details? (?:of|on|behind) (?:the |that )?(?:cost|bill|costs|total|figure)|numbers behind|the full (?:bill|list|table)|detailed (?:cost|costs|bill|view)|cost (?:me|us) (?:so|the) m\\S+",
    ],
  ],
  // What breaks, when, and how far it is to there.
  [
    "limits",
    [
      "bottlenecks?|headroom|weak (?:spot|point|link)|weakest|breaking point|choke ?point|pain point|single point|achilles|cliff|cliffs|constraint|constraints|ceiling|capacity left|safety margin|slack left",
      "first (?:thing |one |part |bit )?(?:to|that) (?:break|fail|fall|give|go|choke|throttle|crack|hit|snap|die|crash|blow)s?",
      "(?:first|next|tightest|nearest|closest|worst|hard|lowest) (?:\\S+ )?(?:limit|wall|quota|ceiling|constraint)|limits|quotas?|what(?:'s| is) (?:the |our )?limit|limit",
      "(?:what|which|where|when|how soon|how long|does|will|would|do|did|can|could|how|are|is)\\b.*\\b(?:breaks?|breaking|broken|fails?|failing|falls? (?:over|apart|down)|gives?(?: (?:way|out|up|first))?|chokes?|throttl\\w+|limit(?:s|ed|ing)?|quotas?|max(?:es|ed)? out|run out|runs out|hit (?:a|the) (?:wall|limit|ceiling)|walls?|blows? up|explodes?|saturat\\w+|collapses?|copes?|survives?|holds? up|withstand|tips? over|capacity|snaps?|bursts?|goes? (?:first|down|boom|pop)|trouble|problems?|melts?|dies?|crash(?:es)?|stuck|buckles?|out of (?:room|space|capacity)|bites?)",
      "max(?:imum)? (?:rps|qps|tps|load|traffic|rate|throughput|volume)|how far (?:can|could|does|do|will|would|are)|how close (?:are we|to|is)|how (?:high|big|much further|much higher) (?:can|could)",
      "how (?:much|many)\\b.*\\b(?:can|could) (?:it|we|this|that|lambda|they)(?: (?:even|really|actually|still))?(?: (?:take|handle|do|sustain|process|serve|grow|absorb|support|push|add|cope|manage))?|how much (?:more |room|load|growth|slack|space|margin)",
      "(?:stop|stops|block|blocks|hold|holds) (?:us|it|this|me) (?:first|back)?|(?:will|would) (?:it|this|that|we|lambda|fargate|ecs|ec2) (?:even |really |still |actually )?(?:hold|scale|work|cope|survive)|(?:will|would|does|can|could) (?:it|this|that|lambda|fargate|ecs|ec2|step functions?|express|sqs) (?:really |even |actually )?(?:scale|hold|cope|handle|take|sustain|keep up|manage)|can (?:we|it|this) (?:even )?(?:handle|take|do|sustain)|biggest (?:risk|limit)|scales? (?:to|that far|enough)",
    ],
  ],
  // This revision against another.
  [
    "compare",
    [
      "(?:differs?|differed|different) (?:from|to|than)|compar(?:e|ed|es|ing|ison)|side by side|versus|vs|next to each other",
      "before (?:and |vs |versus |or )?after|old (?:and|vs|against|versus|or) new|(?:difference|diff|delta) (?:to|between|from|with|against)|how (?:does|do|did|would) (?:it|this|that|they|these|\\S+) (?:\\S+ )?(?:stack up|measure up|hold up against)|before and after|against (?:the )?(?:last|previous|old|original|first)",
      "what(?:'s| is| was) (?:so )?(?:different|new|changed)|what (?:did|was|were|had)\\b.*\\b(?:before|previously|earlier)",
      "what(?:'s| has| is| was| did| just)? (?:the )?(?:changed|difference|delta|diff|change)|(?:than|from) before|before the (?:last )?change",
    ],
  ],
  // The reason, the sums, doubts about them. Broad, so almost last.
  [
    "explain",
    [
      "who (?:wins|won|is winning|would win)(?: here| overall| now| then| and why)?$|(?:which(?: one| option| design)?|what) (?:wins|won|(?:is|was) (?:the )?(?:cheaper|cheapest|best|better|verdict|winner|recommendation|recommended))|recommend\\w*|verdict|bottom line",
      "what makes \\S+ (?:so |such )?(?:a )?(?:cheap\\w*|win\\w*|better|best|worse|los\\w*|slow\\w*|fast\\w*)|where(?:'s| is| does| did)? (?:\\S+ ){1,4}from$",
      "why|how come|how so|explain\\w*|explanation|justif\\w+|reasons?|reasoning|rationale|elaborate|what (?:makes|made) you|basis|grounds",
      `how (?:did|do|does|was|is|were|are|can|could) (?:you|that|this|it|the|your|those|these)\\b.*\\b(?:get|got|calculat\\w*|comput\\w*|come|came|arrive\\w*|work\\w*|know|figur\\w*|deriv\\w*|number\\w*|figures?|values?|result|total|verdict|sum|add up|so|that|be|conclude\\w*|reach\\w*|determin\\w*)`,
      "how (?:you|they|it|that|these|those) (?:came|got|arrived|calculated|computed|worked|figured|derived|landed)",
      "where (?:does|do|did|is|are|you) (?:the |that |this |those |these |you )?(?:\\S+ ){0,5}(?:come|comes|from|get|got)",
      "show (?:me |us )?(?:your|the) (?:math|maths|work|working|workings|calculation|sums|formula|reasoning|logic)|walk (?:me|us) through|talk (?:me|us) through|what (?:does|do) (?:that|this|it|these|those) (?:\\S+ )?mean|meaning of",
      "how (?:sure|certain|confident|reliable|accurate|precise|solid)|are you (?:sure|certain|serious|kidding)|sources?|what(?:'s| is) (?:that|this|the) (?:number|figure|based)|says who|really|(?:can't|cannot|can not) be (?:right|true|correct)|prove it|doesn't (?:add up|make sense)|makes no sense|(?:don't|do not|didn't|can't) (?:get|understand|follow|believe|see why|see how|trust)|sounds? (?:wrong|off|high|low|too (?:high|low|good))|what(?:'s| is) behind|formula",
    ],
  ],
  // What the bot can do: the rest of what is asked of it.
  [
    "help",
    [
      "(?:list|show|tell)\\b.*\\b(?:i|we) (?:could|can|may|might) (?:ask|say|type|do|try|change|use)|help|what (?:kind|sort|type)s? of (?:questions?|things?|changes?).*(?:can|could|may) (?:i|we|you)|what (?:else )?(?:can|could|do) (?:you|this (?:bot|thing)|i|we)\\b.*\\b(?:do|ask|say|type|try|use|offer|know|tell|change)",
      "how (?:do|can|does|should|would) (?:i|we|this|it|you|the bot|one) (?:\\S+ )?(?:use|work|ask|talk|start|undo|correct|change|interact)",
      "what (?:commands|verbs|options|else|features)|(?:list|show)(?: me)?(?: the| your| all)* (?:commands|options|verbs)|commands|usage|instructions|manual|cheat ?sheet|what are you|who are you|what is this (?:bot|thing)|your capabilities|what are (?:my|the|our) options",
    ],
  ],
];
