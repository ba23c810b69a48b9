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
  if (own !== undefined) return own;
  const field = fields.find(([pattern]) => pattern.test(id));
  return field === undefined ? undefined : workloadPathWords[id.replace(field[0], field[1])];
}
