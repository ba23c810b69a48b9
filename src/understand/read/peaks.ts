import { isMark, isQuantity, isWord, type Quantity } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, leftOf, rightOf } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";
import { occasionWords, rateRole } from "./rate-roles.ts";

/** A maximum said as a multiple of the mean, or as a number in the unit of the mean. */
export type Peak = { kind: "times" | "bare"; quantity: Quantity; value: number; at: number; from: number; to: number };

const peakWords = wordSet("peak spike burst surge max rush storm busiest busy");
const occasions = wordSet(
  "friday monday tuesday wednesday thursday saturday sunday christmas xmas holiday holidays sale sales promo promotion weekend weekday evening morning night afternoon lunch dinner launch campaign season event events day month quarter year payday election match kickoff release end noon",
);
const rises = wordSet(
  "up become becomes spike jump jumps peak triples climb climbs multiply multiplies rise rises surge goes go see sees times burst shoot shoots hit hits",
);
const baselines = wordSet("average normal baseline base usual mean steady");
const growthWords = wordSet("growth year yearly month monthly annually");
const otherTimes = wordSet(
  "retry retries cheaper faster slower expensive less cost costs read bigger larger smaller better quicker more instance boxes savings bill",
);

/** Of these, those that are said of no load even where a peak is spoken of. */
export const neverPeak = wordSet(
  "retry retries attempt attempts cheaper less cost costs read instance boxes savings bill",
);

function isPeakTimes(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const next = lexemes[at + 1];
  if (next?.kind === "instance-type" || isQuantity(next, "duration", "size", "number")) return false;
  if (isWord(next, "a", "per", "each", "every", "daily") || isMark(next, "/")) {
    // "3 times a day" is a rate; "4x a normal day" compares.
    return isWord(lexemes[at + 2], "normal", "average", "typical", "usual") || isWord(lexemes[at + 2], "normal");
  }
  const told = hasLeft(passage, at, peakWords, "bracket", 6) || hasLeft(passage, at, occasions, "bracket", 4);
  if (hasRight(passage, at, told ? neverPeak : otherTimes, "bracket", 4)) return false;
  const grows =
    hasLeft(passage, at, wordSet("growth"), "bracket", 5) || hasRight(passage, at, wordSet("growth"), "bracket", 4);
  if (grows && !hasRight(passage, at, peakWords, "bracket", 4)) return false;
  if (isGrowthOverTime(passage, at)) return false;
  const near = [...leftOf(passage, at, "comma", 9), ...rightOf(passage, at, "bracket", 8)];
  return near.some((here) => {
    const lexeme = lexemes[here];
    const lemma = lexeme?.kind === "word" ? lexeme.lemma : "";
    return (
      peakWords.has(lemma) ||
      occasions.has(lemma) ||
      occasionWords.has(lemma) ||
      rises.has(lemma) ||
      baselines.has(lemma)
    );
  });
}

/** "10x in two years", "5x by next year", "3x a year". */
function isGrowthOverTime(passage: Passage, at: number): boolean {
  const after = passage.lexemes[at + 1];
  if (!isWord(after, "in", "within", "over", "by")) return false;
  const next = passage.lexemes[at + 2];
  const long = isQuantity(next, "duration") && ["week", "month", "year"].includes(next.unit);
  return long || isWord(next, "next") || hasRight(passage, at + 1, growthWords, "phrase", 3);
}

/** "double on weekends", "triples at lunch": a multiple in one word. */
function wordTimes(passage: Passage, at: number): number | null {
  const lexeme = passage.lexemes[at];
  const multiple = isWord(lexeme, "double")
    ? 2
    : isWord(lexeme, "triple")
      ? 3
      : isWord(lexeme, "quadruple", "quadruples")
        ? 4
        : isWord(lexeme, "twice")
          ? 2
          : null;
  if (multiple === null) return null;
  if (isWord(lexeme, "twice") && !isWord(passage.lexemes[at + 1], "the", "that", "as", "normal")) return null;
  if (isGrowthOverTime(passage, at) || isWord(passage.lexemes[at + 1], "every", "each", "yearly", "in")) return null;
  const near = [...leftOf(passage, at, "comma", 6), ...rightOf(passage, at, "bracket", 6)];
  const peaked = near.some((here) => {
    const word = passage.lexemes[here];
    const lemma = word?.kind === "word" ? word.lemma : "";
    return peakWords.has(lemma) || occasions.has(lemma) || baselines.has(lemma);
  });
  return peaked ? multiple : null;
}

const plain: Omit<Quantity, "value" | "start" | "end"> = {
  kind: "quantity",
  dimension: "times",
  low: null,
  high: null,
  range: false,
  hedged: false,
  unit: "x",
  noun: null,
  magnitude: false,
  european: false,
  glued: false,
};

/** Peaks that are not rates themselves: "peak 10x", "40x on Black Friday", "peak 3k", "when is storm can be 2000". */
export function findPeaks(passage: Passage): Peak[] {
  return passage.lexemes.flatMap((lexeme, at): Peak[] => {
    if (!isFree(passage, at)) return [];
    const word = wordTimes(passage, at);
    if (word !== null) {
      const quantity = { ...plain, value: word, start: lexeme.start, end: lexeme.end };
      return [{ kind: "times", quantity, value: word, at, from: at, to: at }];
    }
    if (isQuantity(lexeme, "times") && lexeme.value >= 1 && isPeakTimes(passage, at)) {
      return [{ kind: "times", quantity: lexeme, value: lexeme.value, at, from: nearestCue(passage, at), to: at }];
    }
    const bare = isQuantity(lexeme, "number") && lexeme.value > 0 && !namesOther(passage, at);
    if (bare && rateRole(passage, at, at) === "peak" && hasCueBeside(passage, at)) {
      return [{ kind: "bare", quantity: lexeme, value: lexeme.value, at, from: nearestCue(passage, at), to: at }];
    }
    return [];
  });
}

/** A bare number is the peak only when its cue stands right beside it. */
function hasCueBeside(passage: Passage, at: number): boolean {
  const left = hasLeft(
    passage,
    at,
    wordSet("peak spike burst max surge to be reach hit busy busiest time"),
    "bracket",
    3,
  );
  return left || hasRight(passage, at, peakWords, "phrase", 4);
}

const workless = wordSet(
  "connection step lambda function user people device core task instance percent item shard mb gb day hour state transition",
);

function namesOther(passage: Passage, at: number): boolean {
  return nounAfter(passage.lexemes, at + 1).words.some((word) => workless.has(word));
}

function nearestCue(passage: Passage, at: number): number {
  const left = leftOf(passage, at, "bracket", 4).find((here) => {
    const lexeme = passage.lexemes[here];
    return lexeme?.kind === "word" && (peakWords.has(lexeme.lemma) || occasions.has(lexeme.lemma));
  });
  return left ?? at;
}
