import type { Assessment, Estimate, Family } from "#src/model/assessment.ts";
import type { Infeasibility } from "#src/model/statement.ts";
import { money } from "#src/reply/money.ts";
import { describedOf, isPriced, preferredOf } from "#src/reply/views/estimates.ts";
import { aFamily, anArchitecture, cheapestOf, familyLabel, familyOf } from "#src/reply/wording/architecture.ts";
import { type InfeasibilityWords, infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { outOfScopeTopic } from "#src/reply/wording/notes.ts";

/** The verdict in one sentence with both figures in it: headline and notification. */
export function headline(assessment: Assessment): string {
  const { verdict } = assessment.recommendation;
  if (verdict === "out-of-scope") return `Out of scope: ${outOfScopeReason(assessment)}`;
  const preferred = preferredOf(assessment);
  if (!isPriced(preferred)) return "None of the five designs can run this as described";
  if (verdict === "too-close-to-call") return tooClose(assessment, preferred);
  const family = familyOf(preferred.architecture);
  const ruledOut = ruledOutBy(assessment, family);
  const cost = money(preferred.monthlyUsd.point);
  if (ruledOut !== null) return `${familyLabel(family)}, because ${ruledOut.because}: ${cost} a month`;
  if (!costsLeast(assessment, preferred)) return dearerButPreferred(assessment, preferred);
  return `${familyLabel(family)} costs least: ${cost} a month, ${against(assessment, preferred)}`;
}

/** Subject of "… is not part of the model". */
export function outOfScopeReason(assessment: Assessment): string {
  const note = assessment.notes.find((entry) => entry.code === "out-of-scope");
  return note === undefined
    ? "this is not part of the model"
    : `${outOfScopeTopic(note.topic)} is not part of the model`;
}

function against(assessment: Assessment, preferred: Estimate): string {
  const family = familyOf(preferred.architecture);
  const cost = (other: Family) => {
    const cheapest = cheapestOf(assessment.estimates, other);
    return cheapest === null ? null : money(cheapest.monthlyUsd.point);
  };
  if (family === "hybrid") {
    return [
      ["all serverless", cost("serverless")],
      ["all monolith", cost("monolith")],
    ]
      .flatMap(([name, usd]) => (usd === null ? [] : [`${name} ${usd}`]))
      .join(", ");
  }
  if (family === "serverless") return `a monolith ${cost("monolith") ?? "–"}`;
  const described = describedOf(assessment);
  if (isPriced(described)) return `against ${money(described.monthlyUsd.point)} as described`;
  return `against ${cost("serverless") ?? "–"} for tuned serverless`;
}

/** True when no other family's cheapest design is cheaper than the preferred family's cheapest. */
export function costsLeast(assessment: Assessment, preferred: Estimate): boolean {
  const own = familyOf(preferred.architecture);
  const best = cheapestOf(assessment.estimates, own)?.monthlyUsd.point ?? preferred.monthlyUsd.point;
  return cheaperRival(assessment, own, best) === null;
}

/** The cheapest design of another family that undercuts `usd`, or null. */
export function cheaperRival(assessment: Assessment, family: Family, usd: number): Estimate | null {
  const rivals = (["serverless", "monolith", "hybrid"] as const)
    .filter((other) => other !== family)
    .flatMap((other) => cheapestOf(assessment.estimates, other) ?? [])
    .filter((rival) => rival.monthlyUsd.point < usd)
    .toSorted((a, b) => a.monthlyUsd.point - b.monthlyUsd.point);
  return rivals[0] ?? null;
}

function dearerButPreferred(assessment: Assessment, preferred: Estimate): string {
  const family = familyOf(preferred.architecture);
  const rival = cheaperRival(assessment, family, preferred.monthlyUsd.point);
  const cost = money(preferred.monthlyUsd.point);
  if (rival === null) return `${familyLabel(family)} costs least in most cases: ${cost} a month`;
  const other = `${aFamily(familyOf(rival.architecture))} ${money(rival.monthlyUsd.point)}`;
  if (family === "serverless") return `Serverless: ${cost} a month, ${other} but more to run`;
  return `${familyLabel(family)} costs least in most cases: ${cost} a month, ${other}`;
}

function tooClose(assessment: Assessment, preferred: Estimate): string {
  const named = (["serverless", "monolith"] as const).flatMap((family) => {
    const cheapest = cheapestOf(assessment.estimates, family);
    return cheapest === null ? [] : [{ family, usd: cheapest.monthlyUsd.point }];
  });
  const [first, second] = named;
  if (first === undefined || second === undefined) {
    return `Too close to call: ${anArchitecture(preferred.architecture)} ${money(preferred.monthlyUsd.point)} a month`;
  }
  return `Too close to call: ${first.family} ${money(first.usd)} a month, ${second.family} ${money(second.usd)}`;
}

/** Why the family people would compare with cannot run at all, or null when it can. */
export function ruledOutBy(assessment: Assessment, winner: Family): InfeasibilityWords | null {
  const why = ruledOutCause(assessment, winner);
  return why === null ? null : infeasibilityWords(why);
}

export function ruledOutCause(assessment: Assessment, winner: Family): Infeasibility | null {
  if (winner === "hybrid") return null;
  const loser = winner === "serverless" ? "monolith" : "serverless";
  if (cheapestOf(assessment.estimates, loser) !== null) return null;
  const losers = assessment.estimates.filter((estimate) => familyOf(estimate.architecture) === loser);
  const refused = losers.flatMap((estimate) => estimate.infeasibleBecause)[0];
  if (refused !== undefined) return refused;
  const missing = losers.flatMap((estimate) => estimate.missing)[0];
  return missing === undefined ? null : { code: "price-missing", ...missing };
}
