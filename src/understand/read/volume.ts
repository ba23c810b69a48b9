import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord, type Word } from "#src/understand/lex/lexeme.ts";
import { populations, unitNouns } from "#src/understand/nouns.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";
import { activeSeconds } from "./active-seconds.ts";
import { batchRates } from "./batches.ts";
import { type Candidate, chooseRate, collectRates, isPeak } from "./choose-rate.ts";
import { bareMean, onlyMaximum } from "./only-maximum.ts";
import { sharePeaks } from "./peak-shares.ts";
import { findPeaks, type Peak } from "./peaks.ts";
import { findSchedule, type Schedule } from "./schedules.ts";
import { stateOccasion, statePeak } from "./state-peak.ts";
import type { ActiveWindow } from "./windows.ts";

/** What the text says about volume beyond the facts. */
export interface Volume {
  /** The only figure is a maximum ("up to 300 a minute"): units a second. */
  maximum: { perSecond: number; evidence: string } | null;
  noun: string | null;
  /** Lexemes of the rate, for readers that look at what is near it. */
  rate: Rate | null;
}

/** "3 h each", "each feed: 9 minutes": the time of one item. */
function isEach(passage: Passage, at: number): boolean {
  const each = new Set(["each", "per", "every", "one"]);
  return hasLeft(passage, at, each, "bracket", 5) || hasRight(passage, at, each, "bracket", 2);
}

/** Words before a time in which nothing runs. */
const noRun = wordSet("retention kept keep keeps stored timeout visibility window deployment deploy sla rpo rto");

/** A long run ("takes 40 minutes") belongs to the job, not to each of the rows it goes through. */
function isLongJob(passage: Passage): boolean {
  const minute = 60_000;
  return passage.quantities.some(
    ([at, lexeme]) =>
      isQuantity(lexeme, "duration") &&
      lexeme.value >= minute &&
      !isEach(passage, at) &&
      !hasLeft(passage, at, noRun, "phrase", 4) &&
      passage.claims[at] === null &&
      ["s", "min", "h"].includes(lexeme.unit),
  );
}

/** States the rate of the workload, its peak and its unit of work, and returns what a later reader needs. */
export function readVolume(passage: Passage, facts: Facts, window: ActiveWindow): Volume {
  const schedule = findSchedule(passage);
  const all = collectRates(passage);
  const jobOnly =
    schedule !== null &&
    isLongJob(passage) &&
    batchRates(passage, []).length === 0 &&
    all.every(({ rate }) => rate.from <= schedule.to && rate.to >= schedule.from);
  const candidates = jobOnly ? [] : all;
  const mean = chooseRate(candidates, passage);
  const peakRates = candidates.filter((candidate) => isPeak(candidate, mean));
  const peaks = [...findPeaks(passage), ...sharePeaks(passage, window.hoursPerDay ?? 24)].filter(
    (peak) => !candidates.some(({ rate }) => peak.at === rate.at),
  );
  if (mean?.role === "occasion" && bareMean(passage, mean.rate) !== null) {
    return onlyMaximum(passage, facts, mean.rate, peaks);
  }
  if (mean === undefined) return withoutMean(passage, facts, window, schedule, peakRates, peaks);
  stateRate(passage, facts, mean.rate, window);
  statePeak(passage, facts, mean.rate, peakRates, peaks, window);
  noteOthers(passage, facts, mean, candidates);
  if (!facts.byPath.has("peakToMean")) stateOccasion(passage, facts, mean.rate);
  const other = candidates.find(({ rate }) => rate.noun !== null && !populations.has(rate.noun))?.rate.noun ?? null;
  const own = isCountedItself(passage, mean.rate) ? mean.rate.noun : null;
  const noun = own ?? pronounNoun(passage, mean.rate.at) ?? other ?? nounBefore(passage, mean.rate.from);
  return { maximum: null, noun, rate: mean.rate };
}

/** "Upload a 12 KB reading every 10 min": the size between the two parts of a rate is read by others. */
function claimRate(passage: Passage, rate: Rate): void {
  const ofData = isQuantity(passage.lexemes[rate.at], "size", "bandwidth");
  for (let at = rate.from; at <= rate.to; at += 1) {
    if (ofData || !isQuantity(passage.lexemes[at], "size")) claim(passage, at, at, "rate");
  }
}

function stateRate(passage: Passage, facts: Facts, rate: Rate, window: ActiveWindow): void {
  const scale = rate.count === 0 ? 0 : 1 / activeSeconds(rate, window);
  const value = rate.count * scale;
  const factor = rate.perSecond === 0 ? 0 : value / rate.perSecond;
  const range = rate.low === null || rate.high === null ? {} : { low: rate.low * factor, high: rate.high * factor };
  claimRate(passage, rate);
  const said = evidence(passage, rate.from, rate.to);
  addFact(facts, { path: "ratePerSecond", value, origin: "stated", evidence: said, ...range });
}

/** "2,400 customers per day" counts customers; in "800 homes, each sends ..." they are not what is worked on. */
function isCountedItself(passage: Passage, { at, noun }: Rate): boolean {
  return noun === null || !populations.has(noun) || nounAfter(passage.lexemes, at + 1).noun === noun;
}

/** "Applications ... 1,200 of them": the last plural before the pronoun. */
function pronounNoun(passage: Passage, at: number): string | null {
  if (!isWord(passage.lexemes[at + 1], "of") || !isWord(passage.lexemes[at + 2], "them", "these", "those")) return null;
  const word = passage.lexemes
    .slice(Math.max(0, at - 14), at)
    .findLast((lexeme) => lexeme.kind === "word" && isPlural(lexeme));
  return word?.kind === "word" ? word.lemma : null;
}

/** "We get results as messages, a bit over 5 per second": the last unit of work spoken of before the rate. */
function nounBefore(passage: Passage, at: number): string | null {
  const word = passage.lexemes
    .slice(Math.max(0, at - 10), at)
    .findLast((lexeme) => lexeme.kind === "word" && isPlural(lexeme) && unitNouns.has(lexeme.lemma));
  return word?.kind === "word" ? word.lemma : null;
}

function isPlural(word: Word): boolean {
  return /[^su]s$/i.test(word.text) && word.lemma !== word.text.toLowerCase();
}

/** Another rate for the same thing that does not agree is named, never averaged. */
function noteOthers(passage: Passage, facts: Facts, chosen: Candidate, candidates: readonly Candidate[]): void {
  const said = evidence(passage, chosen.rate.from, chosen.rate.to);
  for (const { rate, role } of candidates) {
    if (rate === chosen.rate || isPeak({ rate, role }, chosen)) continue;
    const other = evidence(passage, rate.from, rate.to);
    const agrees = Math.abs(rate.perSecond / chosen.rate.perSecond - 1) < 0.15;
    if (agrees) claim(passage, rate.from, rate.to, "rate");
    else if (role === "old" || role === "low" || role === "future" || role === "limit") {
      addNote(facts, "ignored", `"${other}" is not taken as the load; "${said}" is.`, "ratePerSecond");
      claim(passage, rate.at, rate.at, "rate");
    } else {
      addNote(
        facts,
        "contradiction",
        `Two rates: "${said}" and "${other}". The first named here is used.`,
        "ratePerSecond",
      );
      claim(passage, rate.at, rate.at, "rate");
    }
  }
}

/** No ordinary rate: a schedule's runs, else only a maximum. */
function withoutMean(
  passage: Passage,
  facts: Facts,
  window: ActiveWindow,
  schedule: Schedule | null,
  rates: readonly Candidate[],
  peaks: readonly Peak[],
): Volume {
  const [highest] = [...rates].sort((left, right) => right.rate.perSecond - left.rate.perSecond);
  if (highest !== undefined) return onlyMaximum(passage, facts, highest.rate, peaks);
  if (schedule === null) return { maximum: null, noun: null, rate: null };
  const rate: Rate = {
    perSecond: (schedule.perPeriod * 1000) / schedule.periodMs,
    low: null,
    high: null,
    count: schedule.perPeriod,
    periodMs: schedule.periodMs,
    period: schedule.period,
    noun: "run",
    from: schedule.from,
    to: schedule.to,
    at: schedule.from,
  };
  stateRate(passage, facts, rate, window);
  addFact(facts, {
    path: "entry.kind",
    value: "schedule",
    origin: "inferred",
    evidence: evidence(passage, rate.from, rate.to),
  });
  return { maximum: null, noun: "run", rate };
}
