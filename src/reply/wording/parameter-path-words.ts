import { containerParameterWords } from "./container-parameter-words.ts";
import { ec2ParameterWords } from "./ec2-parameter-words.ts";
import type { PathWords } from "./path-words.ts";
import { serviceParameterWords } from "./service-parameter-words.ts";
import { workloadPathWords } from "./workload-path-words.ts";

/** Default rows that stand for a workload field say the same as the field. */
const fields: readonly [RegExp, string][] = [
  [/^workload\.peakToMean\b/, "peakToMean"],
  [/^step\.cpuBoundFraction\b/, "steps.*.cpuBoundFraction"],
  [/^step\.(\w+)$/, "steps.*.$1"],
  [/^workload\.(\w+)$/, "$1"],
  [/^((?:orchestration|handoff|entry|container|purchase)\.\w+)$/, "$1"],
];

/** Words of `parameters.<assumption id>`, or undefined when nobody worded it. */
export function parameterWords(id: string): PathWords | undefined {
  const own = containerParameterWords[id] ?? ec2ParameterWords[id] ?? serviceParameterWords[id];
  return own ?? workloadPathWords[fieldOf(id) ?? ""];
}

/** The field of the workload a default row stands for, as a key of its words; null when it stands for none. */
export function fieldOf(id: string): string | null {
  const field = fields.find(([pattern]) => pattern.test(id));
  if (field === undefined) return null;
  const [pattern, path] = field;
  return pattern.exec(id)?.[0].replace(pattern, path) ?? null;
}
