import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { populations, unitNouns } from "#src/understand/nouns.ts";
import { hasLeft } from "#src/understand/passage/context.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";
import { activeSeconds } from "./active-seconds.ts";
import type { Candidate } from "./choose-rate.ts";
import { neverPeak, type Peak } from "./peaks.ts";
import { rateRole } from "./rate-roles.ts";
import type { ActiveWindow } from "./windows.ts";

const occasion = new Set(["when", "during", "whenever", "if"]);

/** "35 searches a second, more like 140 when schools have their project week": the same unit, on an occasion. */
export function stateOccasion(passage: Passage, facts: Facts, mean: Rate): void {
  for (let at = mean.to + 1; passage.sentences[at] === passage.sentences[mean.at]; at += 1) {
    const lexeme = passage.lexemes[at];
    if (!isQuantity(lexeme, "number") || passage.claims[at] !== null || lexeme.value <= mean.count) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const same = noun === null || noun === mean.noun;
    const role = rateRole(passage, at, next - 1);
    const when = isWord(passage.lexemes[next], ...occasion) || hasLeft(passage, at, occasion, "comma", 12);
    const then = when || role === "occasion" || role === "peak";
    if (!same || !then) continue;
    claim(passage, at, at, "peak");
    addPeak(facts, lexeme.value / mean.count, evidence(passage, at, next));
    return;
  }
}

/** "Up to 3 retries": a number of something else is no peak of the requests. */
function countsOther(passage: Passage, peak: Peak, mean: Rate): boolean {
  if (peak.kind === "times" || mean.noun === null) return false;
  const { noun } = nounAfter(passage.lexemes, peak.at + 1);
  return noun !== null && noun !== mean.noun && (unitNouns.has(noun) || populations.has(noun) || neverPeak.has(noun));
}

/** States the peak as a multiple of the mean: from another rate, a multiple, or a bare number in the same unit. */
export function statePeak(
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
    if (countsOther(passage, peak, mean)) continue;
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
