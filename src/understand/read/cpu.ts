import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, leftOf, rightOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";
import { readCpuWords } from "./cpu-words.ts";

/** Share of a step's time in which it computes, as the words say it. */
export interface CpuHint {
  fraction: number;
  low: number;
  high: number;
  origin: "stated" | "inferred";
  evidence: string;
  at: number;
}

const waits = wordSet(
  "waiting i/o io idle blocked network external database db upstream downstream stripe bank llm provider",
);
const busy = { fraction: 0.9, low: 0.7, high: 1 };
const waiting = { fraction: 0.1, low: 0.02, high: 0.3 };

function hint(passage: Passage, from: number, to: number, value: typeof busy, origin: CpuHint["origin"]): CpuHint {
  return { ...value, origin, evidence: evidence(passage, from, to), at: from };
}

/** "cpu=0.9", "CPU: 40%", "90 % CPU", "80% waiting on the database". */
function numeric(passage: Passage, at: number): CpuHint | null {
  const lexeme = passage.lexemes[at];
  if (!isQuantity(lexeme, "percent", "number") || !isFree(passage, at) || lexeme.value < 0 || lexeme.value > 1)
    return null;
  const percent = lexeme.dimension === "percent";
  const keyed = leftOf(passage, at, "phrase", 4).some((here) => isMark(passage.lexemes[here], "=", ":"));
  const cpu =
    hasLeft(passage, at, wordSet("cpu"), "phrase", 4) ||
    (percent && hasRight(passage, at, wordSet("cpu"), "phrase", 3));
  const wait =
    percent &&
    (hasRight(passage, at, wordSet("waiting idle blocked io i/o"), "bracket", 7) ||
      hasLeft(passage, at, wordSet("waiting idle blocked"), "bracket", 3));
  if (wait && !cpu) {
    claim(passage, at, at, "cpu");
    const fraction = Number((1 - lexeme.value).toFixed(6));
    return { ...hint(passage, at, at + 1, { fraction, low: fraction, high: fraction }, "inferred") };
  }
  if (!cpu || (!percent && !keyed)) return null;
  if (
    hasLeft(
      passage,
      at,
      wordSet("alarm scale fleet autoscaling target utilization utilisation cluster container ecs fargate"),
      "comma",
      8,
    )
  )
    return null;
  claim(passage, at, at, "cpu");
  return hint(passage, at, at, { fraction: lexeme.value, low: lexeme.value, high: lexeme.value }, "stated");
}

/** "pure CPU", "CPU-bound", "number crunching", "mostly waiting on Stripe", "I/O bound". */
function worded(passage: Passage, at: number): CpuHint | null {
  const words = readCpuWords(passage, at);
  if (words === null) return null;
  return hint(passage, words.from, words.to, words.kind === "busy" ? busy : waiting, "inferred");
}

/** "12 ms CPU per bid": the figure is computing time. */
export function isCpuTime(passage: Passage, at: number): boolean {
  const right = rightOf(passage, at, "phrase", 3).map((here) => passage.lexemes[here]);
  if (right.some((word) => isWord(word, "cpu"))) return true;
  return hasLeft(passage, at, wordSet("cpu"), "phrase", 2) && !hasLeft(passage, at, waits, "phrase", 3);
}

/** Every hint in the text, in order; the step reader decides which step each belongs to. */
export function findCpuHints(passage: Passage): CpuHint[] {
  return passage.lexemes.flatMap((_, at) => numeric(passage, at) ?? worded(passage, at) ?? []);
}
