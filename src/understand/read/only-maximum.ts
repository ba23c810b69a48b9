import { addFact, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";
import type { Peak } from "./peaks.ts";
import { rateRole } from "./rate-roles.ts";
import type { Volume } from "./volume.ts";

const shares = wordTable<number>({
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
});

/** "40,000 at peak and about half of that on average". */
function shareOfPeak(passage: Passage, peak: Rate): { value: number; to: number } | null {
  for (let at = peak.to + 1; at < peak.to + 14 && passage.sentences[at] === passage.sentences[peak.at]; at += 1) {
    const lexeme = passage.lexemes[at];
    const word = lexeme?.kind === "word" ? shares[lexeme.lemma] : undefined;
    const value = isQuantity(lexeme, "percent") && lexeme.value > 0 && lexeme.value < 1 ? lexeme.value : word;
    if (value === undefined || !isWord(passage.lexemes[at + 1], "of", "that", "as")) continue;
    const ordinary = new Set(["average", "normal", "otherwise", "most", "mean", "baseline"]);
    if (hasRight(passage, at, ordinary, "bracket", 6) || hasLeft(passage, at, ordinary, "bracket", 6))
      return { value, to: at + 2 };
  }
  return null;
}

/** Only a maximum is given as a rate. The mean may still follow: a share of it, a bare number, a multiple. */
export function onlyMaximum(passage: Passage, facts: Facts, rate: Rate, peaks: readonly Peak[]): Volume {
  claim(passage, rate.from, rate.to, "peak");
  const said = evidence(passage, rate.from, rate.to);
  const share = shareOfPeak(passage, rate);
  if (share !== null) {
    const fact = { origin: "stated" as const, evidence: evidence(passage, rate.from, share.to) };
    addFact(facts, { path: "ratePerSecond", value: rate.perSecond * share.value, ...fact });
    addFact(facts, { path: "peakToMean", value: 1 / share.value, ...fact });
    return { maximum: null, noun: rate.noun, rate };
  }
  const mean = bareMean(passage, rate);
  if (mean !== null) {
    claim(passage, mean.at, mean.at, "rate");
    const origin = "stated" as const;
    addFact(facts, { path: "ratePerSecond", value: mean.perSecond, origin, evidence: evidence(passage, mean.at) });
    addFact(facts, { path: "peakToMean", value: rate.perSecond / mean.perSecond, origin, evidence: said });
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

/** "Peak 3k rps, normally 200": a bare number that is called normal, in the unit of the peak. */
export function bareMean(passage: Passage, peak: Rate): { at: number; perSecond: number } | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || passage.claims[at] !== null || lexeme.value <= 0) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const same = noun === null || noun === peak.noun;
    const role = rateRole(passage, at, next - 1);
    const near = Math.abs((passage.sentences[at] ?? 0) - (passage.sentences[peak.at] ?? 0)) <= 1;
    // "80 requests, peak 500 requests/s": the same thing, counted right before its peak.
    const beside = noun !== null && noun === peak.noun && next < peak.at && peak.at - next <= 4;
    if (!near || !same || lexeme.value >= peak.count || (role !== "mean" && role !== "now" && !beside)) continue;
    return { at, perSecond: (lexeme.value * 1000) / peak.periodMs };
  }
  return null;
}
