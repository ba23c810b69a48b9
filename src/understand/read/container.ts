import { addFact, type Facts, rangeOf } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, sentenceHas, sentenceOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

const fleetWords = [
  "fleet",
  "container",
  "fargate",
  "ecs",
  "ec2",
  "instance",
  "cluster",
  "box",
  "boxes",
  "vm",
  "vms",
  "node",
  "task",
  "pod",
  "host",
  "server",
  "machine",
];
const use = wordSet(
  "utilization utilisation utilized utilised busy used use usage cpu idle load runs run running sits sit hovers average at target",
);

/** "6 m5.large", "two c6i.xlarge boxes": the fleet people have or think of. */
function readInstances(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (lexeme.kind !== "instance-type") continue;
    addFact(facts, {
      path: "container.instanceType",
      value: lexeme.name,
      origin: "stated",
      evidence: evidence(passage, at),
    });
    for (const here of [at - 1, at - 2, at + 1, at + 2]) {
      const count = passage.lexemes[here];
      const times = isQuantity(count, "times") || isQuantity(count, "number");
      if (
        !times ||
        !isFree(passage, here) ||
        count?.kind !== "quantity" ||
        count.value < 1 ||
        !Number.isInteger(count.value)
      )
        continue;
      claim(passage, here, here, "container");
      addFact(facts, {
        path: "container.instanceCount",
        value: count.value,
        origin: "stated",
        evidence: evidence(passage, Math.min(here, at), Math.max(here, at)),
      });
      break;
    }
    return;
  }
}

/** "Our fleet runs at 30 % CPU": how busy containers are, or are scaled to be. */
function readUtilization(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "percent") || !isFree(passage, at) || lexeme.value <= 0 || lexeme.value > 1) continue;
    const typed = sentenceOf(passage, at).some((here) => passage.lexemes[here]?.kind === "instance-type");
    const fleet = typed || (sentenceHas(passage, at, fleetWords) && !sentenceHas(passage, at, ["lambda"]));
    const keyed = hasLeft(passage, at, wordSet("utilization utilisation"), "bracket", 3);
    const named = hasLeft(passage, at, use, "bracket", 5) || hasRight(passage, at, use, "bracket", 4);
    if (!(keyed || (fleet && named))) continue;
    const idle = hasRight(passage, at, wordSet("idle"), "bracket", 3);
    claim(passage, at, at, "container");
    const value = idle ? 1 - lexeme.value : lexeme.value;
    const range = idle ? {} : rangeOf(lexeme);
    addFact(facts, {
      path: "container.targetUtilization",
      value,
      origin: "stated",
      evidence: evidence(passage, at, at + 1),
      ...range,
    });
    return;
  }
}

const taskWords = ["task", "container", "fargate", "ecs", "pod", "service"];

/** "Fargate tasks with 2 vCPU and 4 GB", "0.5 vCPU / 1 GB tasks". */
function readTaskSize(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "cores") || !isFree(passage, at) || lexeme.unit !== "cores") continue;
    if (
      !sentenceHas(passage, at, taskWords) ||
      hasLeft(passage, at, wordSet("per quota limit raised thread"), "bracket", 2)
    )
      continue;
    claim(passage, at, at, "container");
    addFact(facts, {
      path: "container.taskVcpu",
      value: lexeme.value,
      origin: "stated",
      evidence: evidence(passage, at),
    });
    for (let here = at + 1; here <= at + 4; here += 1) {
      const size = passage.lexemes[here];
      if (isQuantity(size, "size") && isFree(passage, here)) {
        claim(passage, here, here, "container");
        addFact(facts, {
          path: "container.taskMemoryMb",
          value: size.value,
          origin: "stated",
          evidence: evidence(passage, here),
        });
        return;
      }
      if (!isMark(size, "/", ",", "+", "&", "-") && !isWord(size, "and", "with", "x", "of", "a")) return;
    }
  }
}

/** "At least 3 tasks", "min tasks = 2", "minimum of 4 containers". */
function readMinTasks(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || !Number.isInteger(lexeme.value)) continue;
    const noun = hasRight(passage, at, wordSet("task container replica instance pod"), "phrase", 2);
    const keyed =
      hasLeft(passage, at, wordSet("task"), "phrase", 3) && hasLeft(passage, at, wordSet("min minimum"), "phrase", 4);
    const least = hasLeft(passage, at, wordSet("min minimum least"), "phrase", 3);
    if (!(keyed || (noun && least))) continue;
    claim(passage, at, at, "container");
    addFact(facts, {
      path: "container.minTasks",
      value: lexeme.value,
      origin: "stated",
      evidence: evidence(passage, at),
    });
    return;
  }
}

/** "A load test did 120 rps per vCPU", "one core handles 300 requests a second". */
function readLoadTest(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "rate", "number") || !isFree(passage, at)) continue;
    const perCore = findPerCore(passage, at);
    if (perCore === null) continue;
    claim(passage, at, perCore, "container");
    addFact(facts, {
      path: "container.unitsPerSecondPerVcpu",
      value: lexeme.value,
      origin: "stated",
      evidence: evidence(passage, at, perCore),
      ...rangeOf(lexeme),
    });
    return;
  }
}

function findPerCore(passage: Passage, at: number): number | null {
  for (let here = at + 1; here <= at + 7; here += 1) {
    const word = passage.lexemes[here];
    const next = passage.lexemes[here + 1];
    const core = isWord(next, "vcpu", "core", "cpu");
    if ((isWord(word, "per", "a", "each") || isMark(word, "/")) && core) return here + 1;
    if (word?.kind === "break" || isMark(word, ",", ";", ".")) return null;
  }
  return null;
}

/** States what people say of the containers they run or would run. */
export function readContainer(passage: Passage, facts: Facts): void {
  readLoadTest(passage, facts);
  readInstances(passage, facts);
  readUtilization(passage, facts);
  readTaskSize(passage, facts);
  readMinTasks(passage, facts);
}
