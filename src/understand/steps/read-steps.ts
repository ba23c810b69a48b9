import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { findCores } from "#src/understand/read/cores.ts";
import { findCpuHints } from "#src/understand/read/cpu.ts";
import { type Anchor, findAnchors, ordinaryAnchors } from "./anchors.ts";
import { areSteps } from "./are-steps.ts";
import type { FanOut } from "./batch-size.ts";
import { isPerItem, readFanOut } from "./fan-out.ts";
import { type Group, groupsOf } from "./groups.ts";
import { oneKind } from "./one-kind.ts";
import { reachedByEvent } from "./reached-by-event.ts";
import { severalSteps } from "./several-steps.ts";
import { stateStep } from "./state-step.ts";
import { claimLabels, findStepCount, type StepCount } from "./step-counts.ts";
import type { StepReading } from "./step-reading.ts";

/** States the steps: their durations, memory, how often they run and how much of the time they compute. */
export function readSteps(passage: Passage, facts: Facts, tasks: readonly string[], unit: string | null): void {
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
  if (several && count !== null && count.value > 1 && count.value !== steps.length)
    noteCount(passage, facts, count, groups);
  applyCpuTime(passage, steps, cpu, anchors);
  applyFanOut(passage, steps, fanOut, unit);
  for (const [index, step] of steps.entries()) {
    stateStep(passage, facts, step, index, steps.length);
    if (cores !== null) addFact(facts, { path: `steps.${index}.maxCores`, ...cores });
  }
}

function noteDropped(passage: Passage, facts: Facts, anchor: Anchor): void {
  const why = anchor.elsewhere ? "a time on another machine" : anchor.old ? "what it was" : "a maximum, not the mean";
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
  const [time] = cpu;
  if (step === undefined || step.timing === null || (step.cpu !== null && time?.wait !== true)) return;
  if (time !== undefined && time.ms <= step.timing.ms) {
    const share = time.ms / step.timing.ms;
    const fraction = time.wait ? 1 - share : share;
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

function applyFanOut(passage: Passage, steps: StepReading[], fanOut: FanOut | null, unit: string | null): void {
  if (fanOut === null) return;
  const reached = fanOut.batch === null ? null : reachedByEvent(passage, fanOut.batch, unit, fanOut.item);
  if (steps.length === 0) steps.push({ name: "", timing: null, memory: null, perUnit: null, cpu: null });
  const target = steps.length === 1 ? steps : steps.slice(0, fanOut.batch === null ? 0 : steps.length);
  for (const step of target) {
    const calls = reached === null ? fanOut.perUnit : reached.value / (fanOut.batch ?? 1);
    const said = reached === null ? fanOut.evidence : `${reached.said}, ${fanOut.evidence}`;
    step.perUnit ??= { value: calls, evidence: said };
    if (fanOut.batch === null || step.timing === null || !isPerItem(passage, step.timing.to, fanOut.item ?? unit))
      continue;
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
