import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, leftOf, rightOf, sentenceHas } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

const objectives = wordSet(
  "slo sla target objective budget goal deadline must need needs require requires required requirement should want wants ought promise promised guarantee guaranteed contract contractual has have acceptable allowed",
);
const answers = wordSet(
  "latency respond responds response answer answers answered return returns reply back deliver delivered end-to-end e2e end complete completed done finish finished feel page load perceived available visible",
);
const measures = wordSet(
  "take takes took taking run runs ran process processes processing average normal currently measured observed see seeing spend spends today",
);

interface Bound {
  /** First lexeme of the words that say it is a bound. */
  from: number;
}

/** "<", "under", "below", "within", "less than", "at most", "no more than", "max" right before a duration. */
function boundBefore(passage: Passage, at: number): Bound | null {
  const { lexemes } = passage;
  const before = lexemes[at - 1];
  if (isMark(before, "<", "<=")) return { from: at - 1 };
  if (isWord(before, "under", "below", "within", "sub", "unter", "max", "inside", "upto")) return { from: at - 1 };
  if (isWord(before, "than") && isWord(lexemes[at - 2], "less", "more", "longer", "faster", "slower"))
    return { from: at - 2 };
  if (isWord(before, "most") && isWord(lexemes[at - 2], "at")) return { from: at - 2 };
  return isWord(before, "about", "a") ? boundBefore(passage, at - 1) : null;
}

/** The percentile that goes with a duration: "p99 < 80 ms", "99th percentile of 2 s", "99% under 30 seconds". */
function percentileFor(passage: Passage, at: number): number | null {
  if (isMean(passage, at)) return null;
  const behind = rightOf(passage, at, "bracket", 5);
  const and = behind.findIndex((here) => isWord(passage.lexemes[here], "and", "but"));
  const places = [...leftOf(passage, at, "comma", 9), ...(and < 0 ? behind : behind.slice(0, and))];
  let others = false;
  for (const here of places) {
    if (others && here < at) continue;
    const lexeme = passage.lexemes[here];
    // Another duration in between owns the percentile.
    if (here !== at && isQuantity(lexeme, "duration")) {
      if (here > at) break;
      others = true;
      continue;
    }
    // "100 ms p99, our code needs 4 ms": it stands behind the duration it belongs to.
    const owner = passage.lexemes[here - 1];
    const owned = here < at && isQuantity(owner, "duration") && partsFigures(passage, here, at);
    others ||= isQuantity(lexeme, "percentile") && owned;
    if (others && here < at) continue;
    if (isQuantity(lexeme, "percentile") || isShare(passage, here, at)) return here;
    if (isWord(lexeme, "median")) return here;
  }
  return null;
}

/** "22 ms avg (p95 80 ms)", "mean of 40 ms": what is called the mean is no percentile, whatever stands beside it. */
export function isMean(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const before = [at - 1, at - 2, at - 3].map((here) => lexemes[here]);
  const word = before.find((lexeme) => !isWord(lexeme, "about", "of", "is", "around"));
  return isWord(lexemes[at + 1], "average", "mean") || isWord(word, "average", "mean");
}

/** True where a comma stands between a percentile and a later duration. */
function partsFigures(passage: Passage, percentile: number, at: number): boolean {
  return passage.boundaries.slice(percentile + 1, at + 1).some((strength) => strength >= 2);
}

/** "99% of requests under 30 s": a share of at least half with a bound behind it. */
function isShare(passage: Passage, here: number, at: number): boolean {
  const lexeme = passage.lexemes[here];
  // "95% of the 2.2 s is idle" is a share of the time itself.
  if (isWord(passage.lexemes[at - 1], "the", "of")) return false;
  if (hasRight(passage, here, wordSet("availability available uptime durability sla"), "phrase", 2)) return false;
  return isQuantity(lexeme, "percent") && lexeme.value >= 0.5 && lexeme.value < 1 && here < at && isFree(passage, here);
}

function percentileValue(passage: Passage, at: number): number {
  const lexeme = passage.lexemes[at];
  if (lexeme?.kind !== "quantity") return 50;
  return lexeme.dimension === "percent" ? Number((lexeme.value * 100).toFixed(6)) : lexeme.value;
}

function isObjective(passage: Passage, at: number): boolean {
  return (
    hasLeft(passage, at, objectives, "comma", 9) ||
    hasRight(passage, at, wordSet("slo sla target budget deadline max"), "bracket", 4)
  );
}

/** "latency_p99=400ms", "p99: 200 ms": a key with a percentile names a target. */
function isKeyed(passage: Passage, at: number): boolean {
  return leftOf(passage, at, "phrase", 3).some((here) => isMark(passage.lexemes[here], "=", ":"));
}

const helpDesk = ["ticket", "helpdesk", "support", "incident", "rpo", "rto"];

/** "SLA 4h", "SLA 2 days": hours are what a help desk promises, unless something answers or delivers. */
function isTicketTerm(passage: Passage, at: number): boolean {
  const lexeme = passage.lexemes[at];
  if (!isQuantity(lexeme) || lexeme.value < 3_600_000) return false;
  if (sentenceHas(passage, at, helpDesk)) return true;
  return !hasLeft(passage, at, answers, "sentence", 12) && !hasRight(passage, at, answers, "sentence", 8);
}

type Judgement = "target" | "observed" | "promise" | "none";

const processing = new Set(["processing", "compute", "computing", "cpu", "execution", "work", "runtime"]);

/** "Not more than 30 ms of processing" bounds the work, not the answer. */
function isOfProcessing(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const word = isWord(lexemes[at + 1], "of") ? lexemes[at + 2] : lexemes[at + 1];
  return word?.kind === "word" && processing.has(word.lemma);
}

function judge(passage: Passage, at: number, percentile: number | null): Judgement {
  if (percentile === null && isOfProcessing(passage, at)) return "none";
  if (percentile === null && sentenceHas(passage, at, helpDesk) && isTicketTerm(passage, at)) return "promise";
  const bound = boundBefore(passage, at);
  const objective = isObjective(passage, at);
  if (percentile !== null) {
    if (bound !== null || objective) return "target";
    if (percentileValue(passage, percentile) <= 60) return "observed";
    return isKeyed(passage, at) && percentile < at ? "target" : "observed";
  }
  const named =
    hasLeft(passage, at, wordSet("slo sla"), "comma", 6) || hasRight(passage, at, wordSet("slo sla"), "bracket", 3);
  if (named) return isTicketTerm(passage, at) ? "promise" : "target";
  const answering = hasLeft(passage, at, answers, "comma", 8) || hasRight(passage, at, answers, "bracket", 4);
  const measured = hasLeft(passage, at, measures, "bracket", 5) && !objective;
  if (bound !== null && (objective || answering) && !measured) return "target";
  const goal = hasLeft(passage, at, wordSet("target budget goal objective deadline"), "bracket", 5);
  const timed = hasLeft(passage, at, wordSet("latency response answer respond time"), "bracket", 8);
  if (goal && timed && !measured) return "target";
  const must = hasLeft(passage, at, wordSet("must need needs should has have"), "bracket", 8);
  return must && answering && hasLeft(passage, at, wordSet("in within under"), "bracket", 3) ? "target" : "none";
}

const notLatency = wordSet(
  "timeout times-out retention kept keep stored ttl visibility batch window every interval cold init startup warm past last ago",
);

/**
 * States the latency target and tells it from measured times: "p99 < 80 ms" and "SLO 1 s" are targets, "p50 120 ms"
 * is how long a step takes, and a bare "p99 80 ms" is neither until someone says which.
 */
export function readLatency(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "duration") || !isFree(passage, at) || lexeme.value <= 0 || lexeme.value > 86_400_000)
      continue;
    if (hasLeft(passage, at, notLatency, "bracket", 4)) continue;
    const percentile = percentileFor(passage, at);
    const judgement = judge(passage, at, percentile);
    if (judgement === "promise") claim(passage, at, at, "latency");
    if (judgement === "target") stateTarget(passage, facts, at, percentile);
    else if (judgement === "observed" && percentile !== null) noteObserved(passage, facts, at, percentile);
  }
}

function stateTarget(passage: Passage, facts: Facts, at: number, percentile: number | null): void {
  const lexeme = passage.lexemes[at];
  if (!isQuantity(lexeme)) return;
  const from = percentile === null ? (boundBefore(passage, at)?.from ?? at) : Math.min(percentile, at);
  const to = percentile === null ? at : Math.max(percentile, at);
  const said = evidence(passage, from, to);
  claim(passage, at, at, "latency");
  addFact(facts, { path: "latency.targetMs", value: lexeme.value, origin: "stated", evidence: said });
  if (percentile === null) return;
  claim(passage, percentile, percentile, "latency");
  addFact(facts, {
    path: "latency.percentile",
    value: percentileValue(passage, percentile),
    origin: "stated",
    evidence: said,
  });
}

/** A median stands for the ordinary duration and is left for the steps; a high percentile is neither mean nor target. */
function noteObserved(passage: Passage, facts: Facts, at: number, percentile: number): void {
  const value = percentileValue(passage, percentile);
  claim(passage, percentile, percentile, "latency");
  if (value <= 60) return;
  claim(passage, at, at, "latency");
  const said = evidence(passage, Math.min(percentile, at), Math.max(percentile, at));
  addNote(
    facts,
    "ambiguous",
    `"${said}" may be a measurement or a target; it is not used. Say "p${value} target" if it is one.`,
    "latency",
  );
}
