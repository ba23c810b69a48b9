import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";
import { activeSeconds } from "./active-seconds.ts";
import { directRates, spreadRates } from "./collect-rates.ts";
import { dataRates } from "./data-rates.ts";
import { concurrentRates, nestedRates } from "./nested-rates.ts";
import { findPeaks, type Peak } from "./peaks.ts";
import { populationRates } from "./populations.ts";
import { type RateRole, rateRole } from "./rate-roles.ts";
import { findSchedule, type Schedule } from "./schedules.ts";
import type { ActiveWindow } from "./windows.ts";

/** What the text says about volume beyond the facts. */
export interface Volume {
  /** The only figure is a maximum ("up to 300 a minute"): units a second. */
  maximum: { perSecond: number; evidence: string } | null;
  noun: string | null;
  /** Lexemes of the rate, for readers that look at what is near it. */
  rate: Rate | null;
}

interface Candidate {
  rate: Rate;
  role: RateRole;
}

/** Rates in order of how well they say "this is the load". */
const order: readonly RateRole[] = ["now", "mean", "plain", "future", "occasion", "low", "old"];

function collect(passage: Passage): Candidate[] {
  const direct = directRates(passage);
  const groups = populationRates(passage, direct);
  const used = new Set(groups.flatMap((group) => group.uses));
  const alone = direct.filter((rate) => !used.has(rate.at));
  const found = [...groups.map((group) => group.rate), ...alone, ...concurrentRates(passage)];
  if (found.length === 0) found.push(...nestedRates(passage));
  if (found.length === 0) found.push(...dataRates(passage));
  const spread = spreadRates(passage, found).filter((rate) => !used.has(rate.at));
  return [...found, ...spread]
    .sort((left, right) => left.at - right.at)
    .map((rate) => ({ rate, role: rateRole(passage, rate.at, rate.to) }));
}

function choose(candidates: readonly Candidate[], passage: Passage): Candidate | undefined {
  for (const role of order) {
    const fitting = candidates.filter((candidate) => candidate.role === role && candidate.rate.perSecond !== 0);
    const corrected = fitting.find((candidate) => isCorrection(passage, candidate.rate.at));
    if (fitting.length > 0) return corrected ?? fitting[0];
  }
  return candidates.find((candidate) => candidate.role !== "peak" && candidate.role !== "limit");
}

const corrections = new Set(["actually", "sorry", "scratch", "correction", "rather", "wait", "oops"]);

function isCorrection(passage: Passage, at: number): boolean {
  return hasLeft(passage, at, corrections, "sentence", 8);
}

/** "3 h each", "each feed: 9 minutes": the time of one item. */
function isEach(passage: Passage, at: number): boolean {
  const each = new Set(["each", "per", "every", "one"]);
  return hasLeft(passage, at, each, "bracket", 5) || hasRight(passage, at, each, "bracket", 2);
}

/** A long run ("takes 40 minutes") belongs to the job, not to each of the rows it goes through. */
function isLongJob(passage: Passage): boolean {
  const minute = 60_000;
  return passage.lexemes.some(
    (lexeme, at) =>
      isQuantity(lexeme, "duration") &&
      lexeme.value >= minute &&
      !isEach(passage, at) &&
      passage.claims[at] === null &&
      ["s", "min", "h"].includes(lexeme.unit),
  );
}

/** States the rate of the workload, its peak and its unit of work, and returns what a later reader needs. */
export function readVolume(passage: Passage, facts: Facts, window: ActiveWindow): Volume {
  const schedule = findSchedule(passage);
  const all = collect(passage);
  const jobOnly =
    schedule !== null &&
    isLongJob(passage) &&
    all.every(({ rate }) => rate.from <= schedule.to && rate.to >= schedule.from);
  const candidates = jobOnly ? [] : all;
  const mean = choose(candidates, passage);
  const peakRates = candidates.filter((candidate) => isPeak(candidate, mean));
  const peaks = findPeaks(passage).filter((peak) => !candidates.some(({ rate }) => peak.at === rate.at));
  if (mean === undefined) return withoutMean(passage, facts, window, schedule, peakRates, peaks);
  stateRate(passage, facts, mean.rate, window);
  statePeak(passage, facts, mean.rate, peakRates, peaks, window);
  noteOthers(passage, facts, mean, candidates);
  if (!facts.byPath.has("peakToMean")) stateOccasion(passage, facts, mean.rate);
  const noun = mean.rate.noun ?? candidates.find(({ rate }) => rate.noun !== null)?.rate.noun ?? null;
  return { maximum: null, noun, rate: mean.rate };
}

function isPeak(candidate: Candidate, mean: Candidate | undefined): boolean {
  if (candidate.role === "peak") return true;
  return candidate.role === "occasion" ? candidate !== mean : isUnlabelledPeak(candidate, mean);
}

/** Where one rate is called normal, a higher one for the same thing is what happens at other times. */
function isUnlabelledPeak(candidate: Candidate, mean: Candidate | undefined): boolean {
  if (mean === undefined || mean.role !== "mean" || candidate.role !== "plain") return false;
  const { rate } = candidate;
  const same = rate.noun === null || mean.rate.noun === null || rate.noun === mean.rate.noun;
  return same && rate.perSecond > mean.rate.perSecond * 1.15;
}

const occasion = new Set(["when", "during", "whenever", "if"]);

/** "35 searches a second, more like 140 when schools have their project week": the same unit, on an occasion. */
function stateOccasion(passage: Passage, facts: Facts, mean: Rate): void {
  for (let at = mean.to + 1; passage.sentences[at] === passage.sentences[mean.at]; at += 1) {
    const lexeme = passage.lexemes[at];
    if (!isQuantity(lexeme, "number") || passage.claims[at] !== null || lexeme.value <= mean.count) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const same = noun === null || noun === mean.noun;
    const role = rateRole(passage, at, next - 1);
    const then = isWord(passage.lexemes[next], ...occasion) || role === "occasion" || role === "peak";
    if (!same || !then) continue;
    claim(passage, at, at, "peak");
    addPeak(facts, lexeme.value / mean.count, evidence(passage, at, next));
    return;
  }
}

function stateRate(passage: Passage, facts: Facts, rate: Rate, window: ActiveWindow): void {
  const scale = rate.count === 0 ? 0 : 1 / activeSeconds(rate, window);
  const value = rate.count * scale;
  const factor = rate.perSecond === 0 ? 0 : value / rate.perSecond;
  const range = rate.low === null || rate.high === null ? {} : { low: rate.low * factor, high: rate.high * factor };
  claim(passage, rate.from, rate.to, "rate");
  const said = evidence(passage, rate.from, rate.to);
  addFact(facts, { path: "ratePerSecond", value, origin: "stated", evidence: said, ...range });
}

function statePeak(
  passage: Passage,
  facts: Facts,
  mean: Rate,
  rates: readonly Candidate[],
  peaks: readonly Peak[],
  window: ActiveWindow,
): void {
  for (const { rate } of rates) {
    const same = rate.periodMs === mean.periodMs;
    const ratio = same ? rate.count / mean.count : rate.perSecond / (mean.count / activeSeconds(mean, window));
    claim(passage, rate.from, rate.to, "peak");
    addPeak(facts, ratio, evidence(passage, rate.from, rate.to));
  }
  for (const peak of peaks) {
    const ratio = peak.kind === "times" || peak.value <= mean.count ? peak.value : peak.value / mean.count;
    claim(passage, peak.from, peak.to, "peak");
    addPeak(facts, ratio, evidence(passage, peak.from, peak.to));
  }
}

function addPeak(facts: Facts, ratio: number, said: string): void {
  if (!(ratio >= 1) || !Number.isFinite(ratio)) {
    addNote(
      facts,
      "contradiction",
      `"${said}" is below the ordinary load, so it is not taken as the peak.`,
      "peakToMean",
    );
    return;
  }
  addFact(facts, { path: "peakToMean", value: ratio, origin: "stated", evidence: said });
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

const shares: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
};

/** "40,000 at peak and about half of that on average". */
function shareOfPeak(passage: Passage, peak: Rate): { value: number; to: number } | null {
  for (let at = peak.to + 1; at < peak.to + 14 && passage.sentences[at] === passage.sentences[peak.at]; at += 1) {
    const lexeme = passage.lexemes[at];
    const word = lexeme?.kind === "word" ? shares[lexeme.lemma] : undefined;
    const value = isQuantity(lexeme, "percent") && lexeme.value > 0 && lexeme.value < 1 ? lexeme.value : word;
    if (value === undefined || !isWord(passage.lexemes[at + 1], "of", "that", "as")) continue;
    if (hasRight(passage, at, new Set(["average", "normal", "otherwise", "most"]), "bracket", 6))
      return { value, to: at + 2 };
  }
  return null;
}

function onlyMaximum(passage: Passage, facts: Facts, rate: Rate, peaks: readonly Peak[]): Volume {
  claim(passage, rate.from, rate.to, "peak");
  const said = evidence(passage, rate.from, rate.to);
  const share = shareOfPeak(passage, rate);
  if (share !== null) {
    const fact = { origin: "stated" as const, evidence: evidence(passage, rate.from, share.to) };
    addFact(facts, { path: "ratePerSecond", value: rate.perSecond * share.value, ...fact });
    addFact(facts, { path: "peakToMean", value: 1 / share.value, ...fact });
    return { maximum: null, noun: rate.noun, rate };
  }
  const times = peaks.find((peak) => peak.kind === "times");
  if (times === undefined) return { maximum: { perSecond: rate.perSecond, evidence: said }, noun: rate.noun, rate };
  claim(passage, times.from, times.to, "peak");
  addFact(facts, {
    path: "peakToMean",
    value: times.value,
    origin: "stated",
    evidence: evidence(passage, times.from, times.to),
  });
  addFact(facts, { path: "ratePerSecond", value: rate.perSecond / times.value, origin: "inferred", evidence: said });
  return { maximum: null, noun: rate.noun, rate };
}
