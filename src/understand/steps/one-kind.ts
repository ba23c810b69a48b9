import { addNote, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import type { CpuHint } from "#src/understand/read/cpu.ts";
import type { Group } from "./groups.ts";
import { findMemory, type MemorySize } from "./memory.ts";
import type { StepCount } from "./step-counts.ts";
import { stepName } from "./step-names.ts";
import { type StepReading, type Timing, timingOf } from "./step-reading.ts";

/** One duration, for one step or for each of so many. */
export function oneKind(
  passage: Passage,
  facts: Facts,
  groups: readonly Group[],
  count: StepCount | null,
  hints: readonly CpuHint[],
  tasks: readonly string[],
): StepReading[] {
  const [group, ...others] = groups;
  const sizes = findMemory(passage);
  const memory = settledMemory(passage, facts, sizes, group);
  for (const other of others) noteSecondDuration(passage, facts, group, other);
  const nothing = group === undefined && memory === null && count === null && hints.length === 0 && tasks.length === 0;
  if (nothing) return [];
  const times = group === undefined ? null : repeatedSteps(passage, group);
  const number = tasks.length > 0 ? tasks.length : (count?.value ?? times?.value ?? 1);
  if (times !== null) claim(passage, times.at, times.at, "steps");
  const rivals = others.map((other) => other.anchor.ms).filter((ms) => ms !== group?.anchor.ms);
  const single = group === undefined ? null : splitTotal(passage, facts, group, number);
  const timing = single === null || rivals.length === 0 ? single : doubtful(single, rivals);
  const name = group === undefined || number > 1 ? "" : stepName(passage, group);
  return Array.from({ length: number }, () => ({ name, timing, memory, perUnit: null, cpu: hints[0] ?? null }));
}

/** Two durations that may both be meant: the first stands as an assumption, between the lowest and the highest. */
function doubtful(timing: Timing, rivals: readonly number[]): Timing {
  const low = Math.min(timing.ms, ...rivals);
  return { ...timing, doubtful: true, low, high: Math.max(timing.ms, ...rivals) };
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

/** The memory of the step; where another size is as good, it stands as an assumption between the two. */
function settledMemory(
  passage: Passage,
  facts: Facts,
  sizes: readonly MemorySize[],
  group: Group | undefined,
): MemorySize | null {
  const memory = bestMemory(passage, sizes, group);
  if (memory === null) return null;
  const rivals = sizes.filter((size) => size.mb !== memory.mb && (size.named || !memory.named));
  const [rival] = rivals;
  if (rival === undefined) return memory;
  const said = `Two memory sizes: "${evidence(passage, memory.at)}" and "${evidence(passage, rival.at)}". The first named here is assumed.`;
  addNote(facts, "contradiction", said, "steps.0.memoryMb");
  for (const size of rivals) claim(passage, size.at, size.at, "steps");
  const all = [memory.mb, ...rivals.map((size) => size.mb)];
  return { ...memory, doubtful: true, low: Math.min(...all), high: Math.max(...all) };
}

function noteSecondDuration(passage: Passage, facts: Facts, first: Group | undefined, other: Group): void {
  if (first === undefined || first.anchor.ms === other.anchor.ms) return;
  const used = evidence(passage, first.anchor.at);
  const text = `Two durations: "${used}" and "${evidence(passage, other.anchor.at)}". The first is assumed; say "two steps" if both run.`;
  addNote(facts, "contradiction", text, "steps.0.durationMs");
  claim(passage, other.anchor.at, other.anchor.at, "steps");
}
