import { type Architecture, architectureNames } from "#src/model/architecture-name.ts";
import type { Assessment, Family } from "#src/model/assessment.ts";

/** What people call the options. Of a family's name, the member that counts is taken. */
const names: readonly { words: RegExp; means: Architecture | Family }[] = [
  { words: /^(?:tuned(?: serverless)?|serverless[ -]tuned|optimi[sz]ed serverless)$/, means: "serverless-tuned" },
  { words: /^(?:serverless as described|as described|described)$/, means: "serverless" },
  { words: /^(?:serverless|lambdas?|functions?|faas)$/, means: "serverless" },
  { words: /^(?:(?:monolith (?:on )?|monolith-|ecs (?:on )?)?fargate)$/, means: "monolith-fargate" },
  { words: /^(?:(?:monolith (?:on )?|monolith-|ecs (?:on )?)?ec2)$/, means: "monolith-ec2" },
  { words: /^(?:monolith|containers?|one process|ecs|a service)$/, means: "monolith" },
  { words: /^(?:hybrid|both|mixed|a mix)$/, means: "hybrid" },
];

/** The option these words name, or null. Without an assessment, a family stands for its first member. */
export function readArchitecture(words: string, assessment?: Assessment): Architecture | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(?:the|a|an|our)\s+/, "")
    .replace(/[\s.,!?:]+$/, "");
  const exact = architectureNames.find((name) => name === text);
  if (exact !== undefined && exact !== "serverless") return exact;
  const found = names.find((name) => name.words.test(text));
  if (found === undefined) return null;
  if (found.means === "monolith") return memberOf("monolith", assessment) ?? "monolith-fargate";
  if (found.means === "serverless" && !/described/.test(text))
    return memberOf("serverless", assessment) ?? "serverless";
  return found.means;
}

/** The member of a family the model prefers, else its cheapest that can run. */
function memberOf(family: "serverless" | "monolith", assessment: Assessment | undefined): Architecture | null {
  if (assessment === undefined) return null;
  const { preferred } = assessment.recommendation;
  if (preferred?.startsWith(family) === true) return preferred;
  const members = assessment.estimates.filter(
    ({ architecture, feasible, missing }) => architecture.startsWith(family) && feasible && missing.length === 0,
  );
  return members.toSorted((a, b) => a.monthlyUsd.point - b.monthlyUsd.point)[0]?.architecture ?? null;
}
