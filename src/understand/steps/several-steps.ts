import { isMark, isWord } from "#src/understand/lex/lexeme.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import type { CpuHint } from "#src/understand/read/cpu.ts";
import { addressedMemory } from "./addressed-memory.ts";
import type { Group } from "./groups.ts";
import { findMemory, type MemorySize, saysSame } from "./memory.ts";
import { multiplicity, reachShare, stepName } from "./step-names.ts";
import { type StepReading, timingOf } from "./step-reading.ts";

/** Which memory each of several steps has, from its own phrase, its name elsewhere, or a size for all. */
function memoryOf(passage: Passage, groups: readonly Group[], names: readonly string[]): (MemorySize | null)[] {
  const sizes = findMemory(passage);
  const within = (group: Group) => sizes.filter((size) => size.at >= group.from && size.at <= group.to);
  const inside = (group: Group) => within(group).filter((size) => !size.shared);
  const own = groups.map(inside);
  const lastOnly = own.every((found, index) => found.length > 0 === (index === groups.length - 1));
  const detached = lastOnly && isDetached(passage, groups.at(-1), own.at(-1)?.[0]);
  const outside = sizes.filter((size) => !groups.some((group) => size.at >= group.from && size.at <= group.to));
  const addressed = addressedMemory(passage, names, outside);
  const loose = sizes.find((size) => size.shared) ?? outside[0];
  const common = addressed.size > 0 ? undefined : detached ? own.at(-1)?.[0] : loose;
  const found: (MemorySize | null)[] = [];
  for (const [index, group] of groups.entries()) {
    const nearest = detached ? undefined : own[index]?.[0];
    const same = saysSame(passage, group.from, group.to) ? found.at(-1) : undefined;
    // "1 s each at 1 GB ... 200 ms 256 MB each": a size for all of its own kind.
    const ofEach = within(group).find((size) => size.shared);
    found.push(nearest ?? addressed.get(index) ?? same ?? ofEach ?? common ?? null);
  }
  return found;
}

/** Several durations that are several steps: each with its own name, memory and number of calls. */
export function severalSteps(passage: Passage, groups: readonly Group[], hints: readonly CpuHint[]): StepReading[] {
  const names = groups.map((group) => stepName(passage, group));
  const memory = memoryOf(passage, groups, names);
  const wide = hints.find((hint) => !groups.some((group) => hint.at >= group.from && hint.at <= group.to));
  return groups.flatMap((group, index) => {
    const repeated = multiplicity(passage, group) ?? reachShare(passage, group);
    if (repeated !== null) claim(passage, repeated.at, repeated.at, "steps");
    const said = repeated === null ? "" : evidence(passage, repeated.at, repeated.at + 1);
    return sharedNames(passage, group, names[index] ?? "").map((name) => ({
      name,
      timing: timingOf(group.anchor),
      memory: memory[index] ?? null,
      perUnit: repeated === null ? null : { value: repeated.value, evidence: said },
      cpu: hints.find((hint) => hint.at >= group.from && hint.at <= group.to) ?? wide ?? null,
    }));
  });
}

/** "Intake and reply need 300 ms each" speaks of two steps. */
function sharedNames(passage: Passage, group: Group, name: string): string[] {
  const each = [1, 2].some((step) => isWord(passage.lexemes[group.anchor.at + step], "each"));
  const parts = name.split(/\s+(?:and|&)\s+/i);
  return each && parts.length === 2 ? parts : [name];
}

/** "resize 200ms, tag 1s, 1GB": behind a comma of its own, the only size is everybody's. */
function isDetached(passage: Passage, group: Group | undefined, size: MemorySize | undefined): boolean {
  if (group === undefined || size === undefined) return false;
  return passage.lexemes.slice(group.anchor.at + 1, size.at).some((lexeme) => isMark(lexeme, ","));
}
