import { workloadInputSchema } from "#src/model/workload.ts";
import { redact, type SecretKind } from "#src/redact.ts";
import { askFor, type Gap } from "./asks.ts";
import { buildInput, type Impossible } from "./build-input.ts";
import { addNote, type Facts, newFacts } from "./facts.ts";
import { cleanText } from "./lex/clean-text.ts";
import { lex } from "./lex/lex.ts";
import { isQuantity } from "./lex/lexeme.ts";
import { placesOf } from "./passage/context.ts";
import { withKeyedUnits } from "./passage/keyed-units.ts";
import { openPassage, type Passage } from "./passage/passage.ts";
import { takePasted } from "./pasted/take-pasted.ts";
import { readContainer } from "./read/container.ts";
import { claimDates } from "./read/dates.ts";
import { readEntry } from "./read/entries.ts";
import { readEnvironments } from "./read/environments.ts";
import { readGrowth } from "./read/growth.ts";
import { readHandoff } from "./read/handoff.ts";
import { readLatency } from "./read/latency.ts";
import { readNames } from "./read/names.ts";
import { readOrchestration } from "./read/orchestration.ts";
import { claimOthersFigures } from "./read/others-figures.ts";
import { readConnections, readPayload } from "./read/payload.ts";
import { readPurchase } from "./read/purchase.ts";
import { readQuotas } from "./read/quotas.ts";
import { readRamp } from "./read/ramp.ts";
import { readRegion } from "./read/regions.ts";
import { findOutOfScope, type OutOfScope } from "./read/scope.ts";
import { claimTakenBack } from "./read/self-corrections.ts";
import { readSteady } from "./read/steady.ts";
import { unreadFigures, unreadSentence } from "./read/unread.ts";
import { readVolume, type Volume } from "./read/volume.ts";
import { readWindows } from "./read/windows.ts";
import type { MaximumRate, OutOfScopeTopic, Reading } from "./reading.ts";
import { readSteps } from "./steps/read-steps.ts";
import { findUnusable } from "./unusable.ts";

/** Readers in order: the most telling words first, so that what is left over for a general reader is really free. */
function readAll(passage: Passage, facts: Facts, tasks: readonly string[]): Volume {
  claimTakenBack(passage);
  claimDates(passage);
  claimOthersFigures(passage, facts);
  readRegion(passage, facts);
  const queue = readOrchestration(passage, facts, tasks.length > 0);
  readQuotas(passage, facts);
  readPurchase(passage, facts);
  readGrowth(passage, facts);
  readEnvironments(passage, facts);
  readContainer(passage, facts);
  readHandoff(passage, facts);
  const window = readWindows(passage, facts);
  readLatency(passage, facts);
  const volume = readVolume(passage, facts, window);
  readSteady(passage, facts);
  readRamp(passage, facts);
  readConnections(passage, facts);
  readPayload(passage, facts, volume.noun);
  readSteps(passage, facts, tasks, volume.noun);
  readEntry(passage, facts, queue);
  readNames(passage, facts, volume.noun);
  return volume;
}

/** Paths whose presence makes a text a workload. */
const figures =
  /^(?:ratePerSecond|steps\.\d+\.(?:durationMs|memoryMb|cpuBoundFraction|invocationsPerUnit)|orchestration\.|handoff\.|entry\.(?:requestKb|responseKb|connections)|peakToMean|activeHours|egress)/;

/**
 * Reads a description of a workload: prose, a list, key=value lines. Pure and synchronous; the time it takes is
 * bounded for any text. Nothing is filled in: what the text does not say is absent, and figures nothing used are named.
 */
export function readDescription(text: string): Reading {
  const cleaned = cleanText(text);
  const { text: safe, found } = redact(cleaned.text);
  const facts = newFacts();
  const rest = takePasted(safe, facts);
  const passage = openPassage(withKeyedUnits(lex(rest.text)));
  if (found.length > 0) addNote(facts, "secret", secretSentence(found));
  if (cleaned.truncated || passage.truncated)
    addNote(facts, "truncated", "The text is too long; its end was not read.");
  const unusable = findUnusable(passage);
  const volume = readAll(passage, facts, rest.tasks);
  const unread = unreadFigures(passage);
  const sentence = unreadSentence(unread);
  if (sentence !== null) addNote(facts, "unread", sentence);
  noteEuropean(passage, facts);
  const { input, origins, impossible } = buildInput(facts.byPath.values());
  const read = { input, origins, notes: facts.notes, unread };
  const beyond = impossible ?? impossibleMaximum(volume.maximum);
  const gap: Gap | null =
    unusable ?? (beyond === null ? null : { code: "bad-input", path: beyond.path, said: beyond.evidence });
  if (gap !== null) return { kind: "ask", ...askFor(gap), ...read };
  const scope = findOutOfScope(passage);
  if (scope !== null) return { kind: "out-of-scope", ...outOfScope(scope), ...read };
  const known = [...facts.byPath.keys()].some((path) => figures.test(path)) || volume.maximum !== null;
  if (!known) return { kind: "ask", ...askFor({ code: "no-workload", path: null, said: "" }), ...read };
  if (input.ratePerSecond === undefined && volume.maximum === null) {
    return { kind: "ask", ...askFor({ code: "missing-rate", path: "ratePerSecond", said: "" }), ...read };
  }
  return { kind: "workload", ...read, maximum: volume.maximum, isBatch: isBatch(passage, facts) };
}

/** "A nightly job from 1 to 3": work that waits for its window, where people or devices come when they like. */
function isBatch(passage: Passage, facts: Facts): boolean {
  const words = placesOf(passage, "batch", "nightly", "overnight", "job", "backfill", "window");
  return facts.byPath.has("activeHoursPerMonth") && words.length > 0;
}

/** A maximum that no load could have. */
function impossibleMaximum(maximum: MaximumRate | null): Impossible | null {
  if (maximum === null || workloadInputSchema.shape.ratePerSecond.safeParse(maximum.perSecond).success) return null;
  return { path: "ratePerSecond", evidence: maximum.evidence };
}

function secretSentence(found: readonly SecretKind[]): string {
  const secrets = found.filter((kind) => kind !== "e-mail address");
  if (secrets.length === 0) return "An e-mail address was taken out before anything was kept.";
  return `Taken out before anything was kept: ${secrets.join(", ")}. It was posted in the open: replace (rotate) it.`;
}

const topics: Readonly<Record<OutOfScopeTopic, string>> = {
  gpu: "Rethink has no GPU prices or limits, so it makes no comparison for work that needs one.",
  "other-cloud": "Rethink knows AWS prices and limits only.",
  "data-store": "Rethink compares how code runs; a data store as the main cost is the same on both sides.",
  "on-premises": "Rethink compares designs on AWS; it has no figures for a data centre of your own.",
};

function outOfScope({ topic, evidence }: OutOfScope) {
  return { topic, evidence, message: topics[topic] };
}

/** "12.000" was taken for twelve thousand: said, because an English reader would take it for twelve. */
function noteEuropean(passage: Passage, facts: Facts): void {
  for (const lexeme of passage.lexemes) {
    if (!isQuantity(lexeme) || !lexeme.european) continue;
    const written = passage.text.slice(lexeme.start, lexeme.end);
    addNote(facts, "converted", `"${written}" is read with European separators.`);
  }
}
