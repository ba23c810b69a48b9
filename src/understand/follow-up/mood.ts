/** Words that may open any sentence. */
const fillers =
  "(?:so|and|ok|okay|hmm+|hm|well|but|then|wait|right|cool|great|yeah|yes|also|now|hey|oh|um|uh|actually|anyway|alright|fine|nice|thanks|btw|just|still)";
/** Subjects of a question about the review. */
const things =
  "(?:lambda|lambdas|fargate|ecs|ec2|serverless|container|containers|step functions?|%(?!merge|drop|add|split)\\S+|\\$\\S+|it|this|that|they)";

/** Three ways to open a question or an order to tell. */
const whQuestion = new RegExp(
  `^(?:${fillers} )*(?:why|how come|who|who's|whose|where|where's|when|which|what|what's|how|how's|whats)\\b`,
);
const yesNoQuestion = new RegExp(
  `^(?:${fillers} )*(?:is|are|was|were|does|do|did|has|have(?! (?:an?|the|our|it)\\b)|isn't|aren't|doesn't|don't you|am i|any idea|anyone|(?:would|will|can|could|should) ${things}|will we|would we|would you (?:say|think|agree|call|recommend))\\b`,
);
const orderToTell = new RegExp(
  `^(?:${fillers} |please |can you |could you )*(?:explain|show|tell|describe|list|justify|walk|remind|elaborate|help)\\b`,
);
/** Words that put a case, order or propose: what comes after may be a change. */
const supposing = new RegExp(
  `^(?:${fillers} )*(?:what if|what about|how about|what would happen if|what happens (?:if|at|with|when)|what changes (?:if|when)|if|suppose|supposing|say|assume|assuming|imagine|let's|lets|let us|let(?= (?:the|it|them|each|all|[$%@]))|make|use|try|set|go|switch|move|change|put|add|run|take|give|drop|bump|raise|lower|increase|decrease|reduce|cut|scale|double|with|without|at|we'd|we would|could we|can we|should we|shall we|could all|can all|consider|model|do it|host|deploy|keep|replace|swap|merge|split|halve|pretend|same but|rerun|re run|again with|try with|instead)\\b`,
);

/** "What would London cost", "what does 512 MB look like": a case, put as a question. */
const pictured = new RegExp(
  `^(?:${fillers} )*(?:(?:what|how|how much) (?:would|will) (?:\\S+ ){0,3}[#%*]\\S+|(?:what|how) (?:does|do) (?:\\S+ ){0,3}[#%*]\\S+ (?:\\S+ ){0,3}look)\\b`,
);

/** True for words that suppose, order or propose something. */
export function supposes(text: string): boolean {
  return supposing.test(text) || pictured.test(text);
}

/** True for words that open a question, or order an explanation. */
export function isQuestion(text: string): boolean {
  return whQuestion.test(text) || orderToTell.test(text) || yesNoQuestion.test(text);
}

/** What names a changed case in a question: "how much at 100 a second?", "does it hold with 2 GB?". */
const caseOfWh = /^(?:if|at|with|assuming|given|using|on|when|for|behind|under|in|without|after)$/;
const caseOfYesNo = /^(?:if|at|with|assuming|given|using|on|when)$/;
const noCase =
  /\b(?:why|how come|who|where|when|come from|get|what time|time is it|weather|temperature|population|capital of)\b/;

/** The words of a question that name a changed case; none where it names none. */
export function changedCase(words: readonly string[]): readonly string[] {
  const text = words.join(" ");
  if (noCase.test(text)) return [];
  const opens = yesNoQuestion.test(text) ? caseOfYesNo : caseOfWh;
  const at = words.findIndex((word, position) => position > 0 && opens.test(word));
  return at === -1 ? [] : words.slice(at + 1);
}
