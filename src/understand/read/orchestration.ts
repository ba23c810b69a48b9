import { addFact, addNote, type Facts, rangeOf } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, isNegated, placesOf, sentenceHas } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

interface Mention {
  from: number;
  to: number;
}

/** Where Step Functions is named: "step functions", "state machine", "Express workflow", "sfn". */
function stepFunctions(passage: Passage): Mention[] {
  const { lexemes } = passage;
  return lexemes.flatMap((lexeme, at): Mention[] => {
    const next = lexemes[at + 1];
    if (isWord(lexeme, "sfn")) return [{ from: at, to: at }];
    // "5-step function chain" counts steps; the product has the two words together without a number before.
    const product = isWord(lexeme, "step") && isWord(next, "function") && !isQuantity(lexemes[at - 1], "number");
    if (product || (isWord(lexeme, "state") && isWord(next, "machine"))) return [{ from: at, to: at + 1 }];
    const keyed =
      isWord(lexeme, "express", "standard") &&
      isMark(lexemes[at - 1], "=", ":") &&
      isWord(lexemes[at - 2], "orchestration", "orch", "workflow", "engine", "type", "kind");
    if (keyed) return [{ from: at, to: at }];
    const turned =
      isWord(lexeme, "workflow") &&
      next?.kind === "word" &&
      isWord(next, "express", "standard") &&
      /^[ES]/.test(next.text);
    if (turned) return [{ from: at, to: at + 1 }];
    const typed = isWord(lexeme, "express", "standard") && isWord(next, "workflow", "state", "execution");
    if (typed) return [{ from: at, to: at + 1 }];
    return isChainedInExpress(passage, at) ? [{ from: at, to: at }] : [];
  });
}

/** "4 Lambdas in Express": the product's name, written large, where functions are spoken of. */
function isChainedInExpress(passage: Passage, at: number): boolean {
  const lexeme = passage.lexemes[at];
  const large = lexeme?.kind === "word" && isWord(lexeme, "express") && lexeme.text.startsWith("E");
  return (
    large &&
    isWord(passage.lexemes[at - 1], "in", "with", "via", "by", "on") &&
    isVariantWord(passage, at) &&
    sentenceHas(passage, at, ["lambda", "function", "step", "state"])
  );
}

const dismissals = wordSet(
  "instead avoid drop dropped replace replaced without considering consider maybe thinking vs versus than from should could",
);

function isDismissed(passage: Passage, mention: Mention): boolean {
  return isNegated(passage, mention.from) || hasLeft(passage, mention.from, dismissals, "bracket", 4);
}

/** Express or Standard, from the words of the mention's sentence and the next. */
function variant(passage: Passage, mention: Mention): { kind: "express" | "standard"; at: number } | null {
  const sentence = passage.sentences[mention.from] ?? 0;
  const near = placesOf(passage, "express", "standard").filter(
    (at) => Math.abs((passage.sentences[at] ?? 0) - sentence) <= 1,
  );
  const [closest] = near
    .filter((at) => !isNegated(passage, at, 2) && isVariantWord(passage, at))
    .sort((left, right) => Math.abs(left - mention.from) - Math.abs(right - mention.from));
  if (closest === undefined) return null;
  return { kind: isWord(passage.lexemes[closest], "express") ? "express" : "standard", at: closest };
}

/** "Express.js", "standard SQS queue", "express shipping" name something else. */
function isVariantWord(passage: Passage, at: number): boolean {
  const next = passage.lexemes[at + 1];
  return (
    !isWord(
      next,
      "js",
      "queue",
      "sqs",
      "shipping",
      "delivery",
      "app",
      "server",
      "template",
      "library",
      "practice",
      "setup",
      "size",
      "order",
    ) && !(isMark(next, ".") && isWord(passage.lexemes[at + 2], "js"))
  );
}

function stateOrchestration(passage: Passage, facts: Facts, mention: Mention): void {
  const said = variant(passage, mention);
  const from = said === null ? mention.from : Math.min(mention.from, said.at);
  const to = said === null ? mention.to : Math.max(mention.to, said.at);
  const words =
    to === 0
      ? "the pasted state machine"
      : to - from > 12
        ? evidence(passage, mention.from, mention.to)
        : evidence(passage, from, to);
  if (said !== null) {
    addFact(facts, {
      path: "orchestration.kind",
      value: `step-functions-${said.kind}`,
      origin: "stated",
      evidence: words,
    });
    return;
  }
  addFact(facts, {
    path: "orchestration.kind",
    value: "step-functions-standard",
    origin: "assumed",
    evidence: `"${words}" does not say Standard or Express; Standard is AWS's default`,
  });
  addNote(
    facts,
    "ambiguous",
    `"${words}" does not say Standard or Express; Standard is assumed.`,
    "orchestration.kind",
  );
}

/** "7 transitions", "12 state transitions", "transitions: 8", "6 states". Transitions win over states. */
function readTransitions(passage: Passage, facts: Facts): void {
  for (const lemma of ["transition", "state"] as const) {
    for (const at of placesOf(passage, lemma)) {
      const number = countFor(passage, at);
      if (number === null) continue;
      const quantity = passage.lexemes[number];
      if (!isQuantity(quantity) || quantity.value < 0) continue;
      claim(passage, Math.min(number, at), Math.max(number, at), "orchestration");
      const path = "orchestration.transitionsPerUnit";
      const said = evidence(passage, Math.min(number, at), Math.max(number, at));
      addFact(facts, { path, value: quantity.value, origin: "stated", evidence: said, ...rangeOf(quantity) });
      return;
    }
  }
}

/** Index of the number that counts the word at `at`: before it, adjectives passed over, or after a colon. */
function countFor(passage: Passage, at: number): number | null {
  const { lexemes } = passage;
  for (let here = at - 1; here >= at - 4; here -= 1) {
    const lexeme = lexemes[here];
    if (isQuantity(lexeme, "number")) return isFree(passage, here) ? here : null;
    if (lexeme?.kind !== "word" || isWord(lexeme, "per", "and", "of", "the", "with")) break;
  }
  let after = at + 1;
  while (
    isWord(lexemes[after], "per", "unit", "count", "number", "order", "execution", "run", "total") ||
    isMark(lexemes[after], "=", ":", "~")
  )
    after += 1;
  const keyed = after > at + 1 && lexemes.slice(at + 1, after).some((lexeme) => isMark(lexeme, "=", ":", "~"));
  return keyed && isQuantity(lexemes[after], "number") && isFree(passage, after) ? after : null;
}

/** A queue that joins the steps: "SQS is between the lambdas", "a queue between each step". */
function queueBetween(passage: Passage): number | null {
  for (const at of placesOf(passage, "sqs", "queue")) {
    const next = passage.lexemes[at + 1];
    const joins =
      hasRight(passage, at, wordSet("between"), "bracket", 5) ||
      hasLeft(passage, at, wordSet("between joined chained connected linked glued decoupled"), "bracket", 5);
    const keyed =
      isMark(passage.lexemes[at - 1], "=", ":") &&
      isWord(passage.lexemes[at - 2], "orchestration", "orch", "workflow", "glue", "kind");
    if (keyed) return at;
    const own =
      isWord(passage.lexemes[at - 1], "own") || (isWord(next, "per") && isWord(passage.lexemes[at + 2], "step"));
    if ((joins || own) && !isNegated(passage, at)) return at;
  }
  return null;
}

/** States what joins the steps; true when that is a queue, which then is no entry. */
export function readOrchestration(passage: Passage, facts: Facts, pasted: boolean): boolean {
  const mentions = stepFunctions(passage);
  const [mention] = mentions.filter((candidate) => !isDismissed(passage, candidate));
  const queue = queueBetween(passage);
  if (pasted) {
    stateOrchestration(passage, facts, mention ?? { from: 0, to: 0 });
    return queue !== null;
  }
  if (mention !== undefined) stateOrchestration(passage, facts, mention);
  else if (queue !== null) {
    const from = Math.max(0, queue - 1);
    addFact(facts, {
      path: "orchestration.kind",
      value: "queue",
      origin: "stated",
      evidence: evidence(passage, queue, queue + 2) || evidence(passage, from, queue),
    });
  } else if (mentions[0] !== undefined && isNegated(passage, mentions[0].from)) {
    const { from, to } = mentions[0];
    addFact(facts, {
      path: "orchestration.kind",
      value: "none",
      origin: "stated",
      evidence: evidence(passage, Math.max(0, from - 1), to),
    });
  }
  if (mention !== undefined) readTransitions(passage, facts);
  return queue !== null;
}
