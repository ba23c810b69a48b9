import { addFact, type Facts } from "#src/understand/facts.ts";
import { isQuantity } from "#src/understand/lex/lexeme.ts";
import { leftOf, rightOf, sentenceHas } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** Quotas people raise, with the words that name them; more words first, so that the closest name wins. */
const names: readonly (readonly [id: string, words: readonly string[]])[] = [
  ["sfn.standard.startExecution.rate", ["startexecution"]],
  ["sfn.standard.startExecution.rate", ["start", "execution"]],
  ["sfn.standard.stateTransition.rate", ["statetransition"]],
  ["sfn.standard.stateTransition.rate", ["state", "transition"]],
  ["sfn.standard.stateTransition.rate", ["transition"]],
  ["fargate.vcpu", ["fargate"]],
  ["ec2.vcpu.standard", ["ec2"]],
  ["ec2.vcpu.standard", ["on", "demand", "cores"]],
  ["apigw.rps", ["gateway"]],
  ["eb.putEvents", ["putevents"]],
  ["eb.invocations", ["eventbridge"]],
  ["sns.publish.standard", ["sns"]],
  ["sqs.fifo.tps", ["fifo"]],
  ["kinesis.shards", ["shard"]],
  ["lambda.sqsEsm.concurrency", ["sqs", "concurrency"]],
  ["lambda.concurrency", ["lambda", "concurrency"]],
  ["lambda.concurrency", ["concurrency"]],
];

const raises = wordSet(
  "quota raised limit lifted granted approved applied bumped increase increased got allowance growth account",
);
const notOurs = wordSet(
  "default provisioned reserved connection stream user session viewer game match player call chat upload websocket websocket client device customer",
);

function unitWords(passage: Passage, at: number, reach: "bracket" | "comma" = "comma"): string[] {
  const around = [...leftOf(passage, at, reach, 9).reverse(), at, ...rightOf(passage, at, "bracket", 6)];
  return around.flatMap((here) => {
    const lexeme = passage.lexemes[here];
    if (lexeme?.kind === "word") return [lexeme.lemma];
    return lexeme?.kind === "quantity" && lexeme.dimension === "cores" ? ["cores"] : [];
  });
}

function quotaNamed(words: readonly string[]): string | undefined {
  return names.find(([, needed]) => needed.every((word) => words.includes(word)))?.[0];
}

/**
 * States raised quotas: "lambda concurrency already raised to 5,000", "our StartExecution limit is 1,200/s". A figure
 * counts only where words say it is the account's own.
 */
export function readQuotas(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number", "rate", "cores") || !isFree(passage, at) || lexeme.value <= 0) continue;
    const words = unitWords(passage, at);
    const id = quotaNamed(words);
    if (id === undefined || !isOwn(passage, at, words)) continue;
    claim(passage, at, at, "quota");
    const from = leftOf(passage, at, "comma", 9).at(-1) ?? at;
    addFact(facts, {
      path: `appliedQuotas["${id}"]`,
      value: lexeme.value,
      origin: "stated",
      evidence: evidence(passage, from, at),
    });
  }
}

const countedNouns = wordSet(
  "request event message step order per record file photo image call transaction job unit item line document",
);

function isOwn(passage: Passage, at: number, words: readonly string[]): boolean {
  if (words.some((word) => notOurs.has(word))) return false;
  const next = passage.lexemes[at + 1];
  if (next?.kind === "word" && countedNouns.has(next.lemma)) {
    // "10,000 requests a second limit" is a quota, "10,000 requests a second" the load.
    const near = unitWords(passage, at, "bracket");
    return near.includes("quota") || (near.includes("limit") && near.includes("raised"));
  }
  if (words.some((word) => raises.has(word))) return true;
  const keyed = words.includes("concurrency") && words.length <= 3 && words.includes("lambda");
  return keyed || (words.includes("concurrency") && words.includes("lambda") && sentenceHas(passage, at, ["raised"]));
}
