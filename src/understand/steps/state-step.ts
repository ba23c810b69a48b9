import { addFact, type Facts } from "#src/understand/facts.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import type { StepReading } from "./step-reading.ts";

function range(low: number | null, high: number | null): { low?: number; high?: number } {
  return low === null || high === null ? {} : { low, high };
}

/** States one step's leaves; what was not said stays absent. */
export function stateStep(passage: Passage, facts: Facts, step: StepReading, index: number, total: number): void {
  const at = `steps.${index}`;
  const { name, perUnit } = step;
  if (name !== "") addFact(facts, { path: `${at}.name`, value: name, origin: "inferred", evidence: name });
  else if (total > 1)
    addFact(facts, { path: `${at}.name`, value: `step ${index + 1}`, origin: "assumed", evidence: "no name given" });
  stateTiming(passage, facts, step, at);
  stateMemory(passage, facts, step, at);
  if (perUnit !== null) addFact(facts, { path: `${at}.invocationsPerUnit`, origin: "stated", ...perUnit });
  if (step.cpu === null) return;
  const { fraction: value, low, high, origin, evidence: said } = step.cpu;
  const spread = low === high ? {} : { low, high };
  addFact(facts, { path: `${at}.cpuBoundFraction`, value, origin, evidence: said, ...spread });
}

function stateTiming(passage: Passage, facts: Facts, step: StepReading, at: string): void {
  if (step.timing === null) return;
  const { ms: value, low, high, from, to, inferred, doubtful } = step.timing;
  claim(passage, from, to, "steps");
  const origin = doubtful ? "assumed" : inferred ? "inferred" : "stated";
  addFact(facts, {
    path: `${at}.durationMs`,
    value,
    origin,
    evidence: evidence(passage, from, to),
    ...range(low, high),
  });
}

function stateMemory(passage: Passage, facts: Facts, step: StepReading, at: string): void {
  if (step.memory === null) return;
  const { at: place, mb: value, low, high, doubtful } = step.memory;
  claim(passage, place, place, "steps");
  const origin = doubtful ? "assumed" : "stated";
  addFact(facts, { path: `${at}.memoryMb`, value, origin, evidence: evidence(passage, place), ...range(low, high) });
}
