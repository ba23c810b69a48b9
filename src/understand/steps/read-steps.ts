import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { findCores } from "#src/understand/read/cores.ts";
import { type CpuHint, findCpuHints } from "#src/understand/read/cpu.ts";
import { addressedMemory } from "./addressed-memory.ts";
import { type Anchor, findAnchors, ordinaryAnchors } from "./anchors.ts";
import { areSteps } from "./are-steps.ts";
import { type FanOut, isPerItem, readFanOut } from "./fan-out.ts";
import { type Group, groupsOf } from "./groups.ts";
import { findMemory, type MemorySize, saysSame } from "./memory.ts";
import { claimLabels, findStepCount, type StepCount } from "./step-counts.ts";
import { multiplicity, reachShare, stepName } from "./step-names.ts";

interface Timing {
  ms: number;
  low: number | null;
  high: number | null;
  from: number;
  to: number;
  inferred: boolean;
}

/** One step as read; what is null was not said. */
interface StepReading {
  name: string;
  timing: Timing | null;
  memory: MemorySize | null;
  perUnit: { value: number; evidence: string } | null;
  cpu: CpuHint | null;
}

/** States the steps: their durations, memory, how often they run and how much of the time they compute. */
export function readSteps(passage: Passage, facts: Facts, tasks: readonly string[]): void {
  claimLabels(passage);
  const fanOut = readFanOut(passage);
  const count = findStepCount(passage);
  const { steps: anchors, cpu, dropped } = ordinaryAnchors(findAnchors(passage));
  const groups = groupsOf(passage, anchors);
  const several = areSteps(passage, groups, count) && (tasks.length === 0 || tasks.length === groups.length);
  const hints = findCpuHints(passage);
  const cores = findCores(passage);
  const steps = several ? severalSteps(passage, groups, hints) : oneKind(passage, facts, groups, count, hints, tasks);
  for (const [index, name] of tasks.entries()) if (steps[index] !== undefined) steps[index].name = name;
  for (const anchor of dropped) noteDropped(passage, facts, anchor);
  if (count !== null) claim(passage, count.from, count.to, "steps");
  if (several && count !== null && count.value > 1 && count.value !== groups.length)
    noteCount(passage, facts, count, groups);
  applyCpuTime(passage, steps, cpu, anchors);
  applyFanOut(passage, steps, fanOut);
  for (const [index, step] of steps.entries()) {
    stateStep(passage, facts, step, index, steps.length);
    if (cores !== null) addFact(facts, { path: `steps.${index}.maxCores`, ...cores });
  }
}

function timingOf(anchor: Anchor): Timing {
  return {
    ms: anchor.ms,
    low: anchor.low,
    high: anchor.high,
    from: anchor.at,
    to: anchor.at,
    inferred: anchor.maximum,
  };
}

function severalSteps(passage: Passage, groups: readonly Group[], hints: readonly CpuHint[]): StepReading[] {
  const sizes = findMemory(passage);
  const inside = (group: Group) => sizes.filter((size) => size.at >= group.from && size.at <= group.to && !size.shared);
  const own = groups.map(inside);
  const lastOnly = own.every((found, index) => found.length > 0 === (index === groups.length - 1));
  const detached = lastOnly && isDetached(passage, groups.at(-1), own.at(-1)?.[0]);
  const outside = sizes.filter((size) => !groups.some((group) => size.at >= group.from && size.at <= group.to));
  const loose = sizes.find((size) => size.shared) ?? outside[0];
  const names = groups.map((group) => stepName(passage, group));
  const addressed = addressedMemory(passage, names, outside);
  const common = detached ? own.at(-1)?.[0] : loose;
  const wide = hints.find((hint) => !groups.some((group) => hint.at >= group.from && hint.at <= group.to));
  const steps: StepReading[] = [];
  for (const [index, group] of groups.entries()) {
    const nearest = detached ? undefined : own[index]?.[0];
    const same = saysSame(passage, group.from, group.to) ? steps.at(-1)?.memory : undefined;
    const times = multiplicity(passage, group);
    const share = times === null ? reachShare(passage, group) : null;
    const repeated = times ?? share;
    if (repeated !== null) claim(passage, repeated.at, repeated.at, "steps");
    steps.push({
      name: names[index] ?? "",
      timing: timingOf(group.anchor),
      memory: nearest ?? addressed.get(index) ?? same ?? (addressed.size > 0 ? null : common) ?? null,
      perUnit:
        repeated === null ? null : { value: repeated.value, evidence: evidence(passage, repeated.at, repeated.at + 1) },
      cpu: hints.find((hint) => hint.at >= group.from && hint.at <= group.to) ?? wide ?? null,
    });
  }
  return steps;
}

/** "resize 200ms, tag 1s, 1GB": behind a comma of its own, the only size is everybody's. */
function isDetached(passage: Passage, group: Group | undefined, size: MemorySize | undefined): boolean {
  if (group === undefined || size === undefined) return false;
  return passage.lexemes.slice(group.anchor.at + 1, size.at).some((lexeme) => isMark(lexeme, ","));
}

/** One duration, for one step or for each of so many. */
function oneKind(
  passage: Passage,
  facts: Facts,
  groups: readonly Group[],
  count: StepCount | null,
  hints: readonly CpuHint[],
  tasks: readonly string[],
): StepReading[] {
  const [group, ...others] = groups;
  const sizes = findMemory(passage);
  const memory = bestMemory(passage, sizes, group);
  if (memory !== null) noteOtherMemory(passage, facts, memory, sizes);
  for (const other of others) noteSecondDuration(passage, facts, group, other);
  const nothing = group === undefined && memory === null && count === null && hints.length === 0 && tasks.length === 0;
  if (nothing) return [];
  const times = group === undefined ? null : repeatedSteps(passage, group);
  const number = tasks.length > 0 ? tasks.length : (count?.value ?? times?.value ?? 1);
  if (times !== null) claim(passage, times.at, times.at, "steps");
  const timing = group === undefined ? null : splitTotal(passage, facts, group, number);
  const name = group === undefined || number > 1 ? "" : stepName(passage, group);
  return Array.from({ length: number }, () => ({ name, timing, memory, perUnit: null, cpu: hints[0] ?? null }));
}

/** "3x 200ms", "4 x 150 ms lambdas": so many steps of one duration. */
function repeatedSteps(passage: Passage, group: Group): { value: number; at: number } | null {
  const at = group.anchor.at - 1;
  const lexeme = passage.lexemes[at];
  const whole =
    isQuantity(lexeme, "times") && Number.isInteger(lexeme.value) && lexeme.value >= 2 && lexeme.value <= 60;
  return whole && passage.claims[at] === null ? { value: lexeme.value, at } : null;
}

const totals = ["total", "altogether", "overall", "combined", "sum", "end-to-end"];

/** "4 steps, 800 ms in total" is 200 ms each; without such a word a duration is each step's. */
function splitTotal(passage: Passage, facts: Facts, group: Group, number: number): Timing {
  const timing = timingOf(group.anchor);
  if (number === 1) return timing;
  const near = passage.lexemes.slice(Math.max(0, timing.from - 4), timing.to + 5);
  if (!near.some((lexeme) => isWord(lexeme, ...totals))) return timing;
  addNote(
    facts,
    "converted",
    `"${evidence(passage, timing.from)}" in total is spread evenly over ${number} steps.`,
    "steps",
  );
  const share = (value: number | null): number | null => (value === null ? null : value / number);
  return { ...timing, ms: timing.ms / number, low: share(timing.low), high: share(timing.high), inferred: true };
}

/** Named memory first, then the size nearest to the duration. */
function bestMemory(passage: Passage, sizes: readonly MemorySize[], group: Group | undefined): MemorySize | null {
  const named = sizes.filter((size) => size.named);
  const from = named.length > 0 ? named : [...sizes];
  const at = group?.anchor.at ?? passage.lexemes.length;
  const [best] = from.sort((left, right) => Math.abs(left.at - at) - Math.abs(right.at - at));
  return best ?? null;
}

function noteOtherMemory(passage: Passage, facts: Facts, memory: MemorySize, sizes: readonly MemorySize[]): void {
  for (const size of sizes) {
    if (size.at === memory.at || size.mb === memory.mb || (memory.named && !size.named)) continue;
    addNote(
      facts,
      "contradiction",
      `Two memory sizes: "${evidence(passage, memory.at)}" and "${evidence(passage, size.at)}". The first named here is used.`,
      "steps.0.memoryMb",
    );
    claim(passage, size.at, size.at, "steps");
  }
}

function noteSecondDuration(passage: Passage, facts: Facts, first: Group | undefined, other: Group): void {
  if (first === undefined || first.anchor.ms === other.anchor.ms) return;
  const used = evidence(passage, first.anchor.at);
  const text = `Two durations: "${used}" and "${evidence(passage, other.anchor.at)}". The first is used; say "two steps" if both run.`;
  addNote(facts, "contradiction", text, "steps.0.durationMs");
  claim(passage, other.anchor.at, other.anchor.at, "steps");
}

function noteDropped(passage: Passage, facts: Facts, anchor: Anchor): void {
  const why = anchor.old ? "what it was" : "a maximum, not the mean";
  addNote(facts, "ignored", `"${evidence(passage, anchor.at)}" is read as ${why} and not used.`, "steps.0.durationMs");
  claim(passage, anchor.at, anchor.at, "steps");
}

function noteCount(passage: Passage, facts: Facts, count: StepCount, groups: readonly Group[]): void {
  const said = evidence(passage, count.from, count.to);
  addNote(
    facts,
    "contradiction",
    `"${said}" are named, ${groups.length} have a duration. Those with a duration are used.`,
    "steps",
  );
}

/** "200 ms, of which 12 ms CPU": the computing share of the time; "12 ms CPU" alone is all computing. */
function applyCpuTime(
  passage: Passage,
  steps: StepReading[],
  cpu: readonly Anchor[],
  anchors: readonly Anchor[],
): void {
  const [step] = steps;
  if (step === undefined || step.cpu !== null || step.timing === null) return;
  const [time] = cpu;
  if (time !== undefined && time.ms <= step.timing.ms) {
    const fraction = time.ms / step.timing.ms;
    step.cpu = {
      fraction,
      low: fraction,
      high: fraction,
      origin: "stated",
      evidence: evidence(passage, time.at, time.at + 1),
      at: time.at,
    };
    claim(passage, time.at, time.at, "cpu");
  } else if (anchors[0]?.cpu === true) {
    const at = anchors[0].at;
    step.cpu = { fraction: 0.9, low: 0.7, high: 1, origin: "inferred", evidence: evidence(passage, at, at + 1), at };
  }
}

function applyFanOut(passage: Passage, steps: StepReading[], fanOut: FanOut | null): void {
  if (fanOut === null) return;
  if (steps.length === 0) steps.push({ name: "", timing: null, memory: null, perUnit: null, cpu: null });
  const target = steps.length === 1 ? steps : steps.slice(0, fanOut.batch === null ? 0 : steps.length);
  for (const step of target) {
    step.perUnit ??= { value: fanOut.perUnit, evidence: fanOut.evidence };
    if (fanOut.batch === null || step.timing === null || !isPerItem(passage, step.timing.to, fanOut.item)) continue;
    const scale = (value: number | null): number | null => (value === null ? null : value * (fanOut.batch ?? 1));
    step.timing = {
      ...step.timing,
      ms: step.timing.ms * fanOut.batch,
      low: scale(step.timing.low),
      high: scale(step.timing.high),
      inferred: true,
    };
  }
}

function range(low: number | null, high: number | null): { low?: number; high?: number } {
  return low === null || high === null ? {} : { low, high };
}

function stateStep(passage: Passage, facts: Facts, step: StepReading, index: number, total: number): void {
  const at = `steps.${index}`;
  if (step.name !== "")
    addFact(facts, { path: `${at}.name`, value: step.name, origin: "inferred", evidence: step.name });
  else if (total > 1)
    addFact(facts, { path: `${at}.name`, value: `step ${index + 1}`, origin: "assumed", evidence: "no name given" });
  if (step.timing !== null) {
    const { ms: value, low, high, from, to, inferred } = step.timing;
    claim(passage, from, to, "steps");
    addFact(facts, {
      path: `${at}.durationMs`,
      value,
      origin: inferred ? "inferred" : "stated",
      evidence: evidence(passage, from, to),
      ...range(low, high),
    });
  }
  if (step.memory !== null) {
    const { at: place, mb: value, low, high } = step.memory;
    claim(passage, place, place, "steps");
    addFact(facts, {
      path: `${at}.memoryMb`,
      value,
      origin: "stated",
      evidence: evidence(passage, place),
      ...range(low, high),
    });
  }
  if (step.perUnit !== null) addFact(facts, { path: `${at}.invocationsPerUnit`, origin: "stated", ...step.perUnit });
  if (step.cpu !== null) {
    const { fraction: value, low, high, origin, evidence: said } = step.cpu;
    addFact(facts, {
      path: `${at}.cpuBoundFraction`,
      value,
      origin,
      evidence: said,
      ...(low === high ? {} : { low, high }),
    });
  }
}
