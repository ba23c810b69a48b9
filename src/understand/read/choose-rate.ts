import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import type { Rate } from "#src/understand/phrases/rate.ts";
import { batchRates } from "./batches.ts";
import { burstRates } from "./bursts.ts";
import { carriedRates } from "./carried-rate.ts";
import { arrivingRates, directRates, spreadRates } from "./collect-rates.ts";
import { dataRates } from "./data-rates.ts";
import { concurrentRates, nestedRates } from "./nested-rates.ts";
import { populationRates } from "./populations.ts";
import { type RateRole, rateRole } from "./rate-roles.ts";
import { sumOfParts } from "./rates-of-parts.ts";
import { timedNoun } from "./timed-noun.ts";

/** A rate in the text and what the words around it make of it. */
export interface Candidate {
  rate: Rate;
  role: RateRole;
}

/** Rates in order of how well they say "this is the load". */
const order: readonly RateRole[] = ["now", "mean", "plain", "future", "occasion", "low", "old"];

/** Every rate in the text with its role, in order; rates that need arithmetic only where no plain one is. */
export function collectRates(passage: Passage): Candidate[] {
  const direct = directRates(passage);
  const groups = populationRates(passage, direct);
  const used = new Set(groups.flatMap((group) => group.uses));
  const alone = direct.filter((rate) => !used.has(rate.at));
  const onlyRuns = groups.length === 0 && alone.every((rate) => isQuantity(passage.lexemes[rate.at], "times"));
  const batches = onlyRuns ? batchRates(passage, alone) : [];
  const found = batches.length > 0 ? [...batches] : [...groups.map((group) => group.rate), ...alone];
  found.push(...concurrentRates(passage), ...arrivingRates(passage, direct));
  if (found.length === 0) found.push(...nestedRates(passage));
  if (found.length === 0) found.push(...dataRates(passage));
  const spread = spreadRates(passage, found).filter((rate) => !used.has(rate.at));
  const ordinary = [...found, ...spread];
  const limits = ordinary.filter((rate) => rateRole(passage, rate.at, rate.to) === "limit");
  if (limits.length === ordinary.length) ordinary.push(...carriedRates(passage, limits));
  const whole = sumOfParts(passage, ordinary);
  if (whole !== null) return [{ rate: whole, role: "plain" }];
  const plain = ordinary.map((rate) => ({ rate, role: rateRole(passage, rate.at, rate.to) }));
  const bursts = burstRates(passage, ordinary).map((rate) => ({ rate, role: "peak" as const }));
  return [...plain, ...bursts].sort((left, right) => left.rate.at - right.rate.at);
}

/** The rate that is the load: what arrives at the function, else by role; a later correction wins. */
export function chooseRate(candidates: readonly Candidate[], passage: Passage): Candidate | undefined {
  const arriving = candidates.find(({ rate, role }) => role !== "peak" && reachesFunction(passage, rate));
  // What arrives is no ordinary day of the whole: the whole is not its peak.
  if (arriving !== undefined && candidates.length > 1) return { rate: arriving.rate, role: "plain" };
  const total = candidates.find(({ rate, role }) => role !== "peak" && isTotal(passage, rate));
  if (total !== undefined) return total;
  const timed = nounThatTakesTime(candidates, passage);
  if (timed !== undefined) return timed;
  for (const role of order) {
    const fitting = candidates.filter((candidate) => candidate.role === role && candidate.rate.perSecond !== 0);
    const corrected = fitting.find((candidate) => isCorrection(passage, candidate.rate.at));
    if (fitting.length > 0) return corrected ?? fitting[0];
  }
  return candidates.find((candidate) => candidate.role !== "peak" && candidate.role !== "limit");
}

const totals = new Set(["total", "altogether", "overall", "combined", "together", "sum"]);

/** "Team A 20 rps, team B 35 rps: 55 rps in total". */
function isTotal(passage: Passage, rate: Rate): boolean {
  return hasRight(passage, rate.to, totals, "phrase", 2) || hasLeft(passage, rate.at, totals, "phrase", 3);
}

/** "310 flights a day ... 42,000 check-ins daily. A check-in takes 650 ms": the rate of what the time is said for. */
function nounThatTakesTime(candidates: readonly Candidate[], passage: Passage): Candidate | undefined {
  const told = candidates.some(({ rate, role }) => rate.noun === null || role === "mean" || role === "now");
  const ordinary = candidates.filter(({ role }) => role === "plain");
  const nouns = new Set(ordinary.map(({ rate }) => rate.noun));
  const noun = nouns.size > 1 && !told ? timedNoun(passage) : null;
  const timed = ordinary.filter(({ rate }) => noun !== null && rate.noun === noun);
  return timed.length === 1 ? timed[0] : undefined;
}

/** "So 160/s reach the Lambda": what is left after a cache or a filter. */
function reachesFunction(passage: Passage, rate: Rate): boolean {
  const { lexemes } = passage;
  if (
    isWord(lexemes[rate.at - 1], "see", "sees", "get", "gets", "receive", "receives") &&
    isWord(lexemes[rate.at - 2], "lambda", "function")
  )
    return true;
  const verb = new Set(["reach", "reaches", "hit", "hits", "arrive", "left"]);
  return (
    hasRight(passage, rate.to, verb, "phrase", 2) &&
    hasRight(passage, rate.to, new Set(["lambda", "function"]), "phrase", 6)
  );
}

const corrections = new Set(["actually", "sorry", "scratch", "correction", "rather", "wait", "oops"]);

/** "So about 42,000 a day", "which makes 12 a second": the figure that the others lead to. */
const conclusions = new Set(["so", "makes", "meaning", "giving", "equals", "therefore", "hence", "i.e"]);

function isCorrection(passage: Passage, at: number): boolean {
  return hasLeft(passage, at, corrections, "sentence", 8) || hasLeft(passage, at, conclusions, "phrase", 3);
}

/** True for a rate that is the peak of the chosen one. */
export function isPeak(candidate: Candidate, mean: Candidate | undefined): boolean {
  if (candidate.role === "peak") return true;
  // "On the night: 9,000/s": more than the ordinary rate is no quiet time.
  if (candidate.role === "low" && mean !== undefined && candidate !== mean)
    return candidate.rate.perSecond > mean.rate.perSecond * 1.15;
  return candidate.role === "occasion" ? candidate !== mean : isUnlabelledPeak(candidate, mean);
}

/** Where one rate is called normal, a higher one for the same thing is what happens at other times. */
function isUnlabelledPeak(candidate: Candidate, mean: Candidate | undefined): boolean {
  if (mean === undefined || mean.role !== "mean" || candidate.role !== "plain") return false;
  const { rate } = candidate;
  const same = rate.noun === null || mean.rate.noun === null || rate.noun === mean.rate.noun;
  return same && rate.perSecond > mean.rate.perSecond * 1.15;
}
