import type { Assessment, LineItem } from "#src/model/assessment.ts";
import type { Origin, OriginKind } from "#src/model/workload.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { leaves } from "#src/reply/workload-value.ts";

const verbs: Readonly<Record<OriginKind, string>> = {
  stated: "you said",
  inferred: "understood from your words",
  assumed: "assumed",
  corrected: "corrected",
};

/** Who gave each input of the arithmetic: "300/s and 7: you said". */
export function inputSources(lines: readonly LineItem[], assessment: Assessment): string[] {
  const values = leaves(assessment.workload);
  const paths = [...new Set(lines.flatMap((line) => line.factors.flatMap((factor) => factor.path ?? [])))];
  const byOrigin = new Map<string, string[]>();
  for (const path of paths) {
    const origin = assessment.origins[path];
    const who = origin === undefined ? "assumed" : whoSaid(origin);
    const factor = lines.flatMap((line) => line.factors).find((entry) => entry.path === path);
    const value = values.has(path) ? values.get(path) : factor?.value;
    const text = pathLabel(path, assessment.workload)
      .sentence(value)
      .map((span) => (span.kind === "text" ? span.text : span.name))
      .join("");
    byOrigin.set(who, [...(byOrigin.get(who) ?? []), text]);
  }
  return [...byOrigin].map(([who, texts]) => `${texts.join(", ")}: ${who}`);
}

function whoSaid(origin: Origin): string {
  const by = origin.by === undefined ? "" : ` by ${oneLine(origin.by, 60)}`;
  return verbs[origin.origin] + (origin.origin === "corrected" ? by : "");
}
