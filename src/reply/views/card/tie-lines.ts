import type { Assessment, BreakEven, Estimate } from "#src/model/assessment.ts";
import { money } from "#src/reply/money.ts";
import { percent } from "#src/reply/numbers.ts";
import { computedRate } from "#src/reply/rates.ts";
import type { Span } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { isPriced, preferredOf, rowsInOrder } from "#src/reply/views/estimates.ts";
import { aFamily, anArchitecture, architectureLabel, cheapestOf, familyOf } from "#src/reply/wording/architecture.ts";
import { noun } from "#src/reply/wording/unit-of-work.ts";

/** Two designs of one family this close are a tie. */
const TIE_SHARE = 0.05;

/** Under the table: ties within the family, the load at which another family costs least, the utilisation that decides. */
export function tieSpans(assessment: Assessment): Span[] {
  const preferred = preferredOf(assessment);
  if (!isPriced(preferred)) return [];
  const sentences = [tie(assessment, preferred), breakEvenSpans(assessment), utilization(assessment, preferred)];
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, position) => (position === 0 ? sentence : [plain(" "), ...sentence]));
}

function tie(assessment: Assessment, preferred: Estimate): Span[] {
  const family = familyOf(preferred.architecture);
  const siblings = rowsInOrder(assessment).filter(
    (estimate) => estimate !== preferred && familyOf(estimate.architecture) === family && isPriced(estimate),
  );
  const own = preferred.monthlyUsd.point;
  const near = siblings.find(
    ({ monthlyUsd }) => Math.abs(monthlyUsd.point - own) <= TIE_SHARE * Math.max(own, monthlyUsd.point),
  );
  if (near !== undefined) {
    return [plain(`${shortName(near)} is within 5%: a tie, and a tie goes to the one with less to run.`)];
  }
  const cheaper = siblings.find(({ monthlyUsd }) => monthlyUsd.point < own);
  if (cheaper === undefined) return [];
  const saving = money(own - cheaper.monthlyUsd.point, "down");
  return [plain(`${shortName(cheaper)} is ${saving} a month cheaper, but more to run than that is taken to be worth.`)];
}

function shortName({ architecture }: Estimate): string {
  return architectureLabel(architecture).replace(/^Monolith on /, "");
}

/** The load nearest to the team's at which another family costs least, on each side. */
function breakEvenSpans(assessment: Assessment): Span[] {
  const { ratePerSecond } = assessment.workload;
  const below = assessment.breakEven.filter((entry) => entry.ratePerSecond < ratePerSecond).at(-1);
  const above = assessment.breakEven.find((entry) => entry.ratePerSecond >= ratePerSecond);
  const sides = [
    ...(below === undefined ? [] : [side(assessment, below, "Below")]),
    ...(above === undefined ? [] : [side(assessment, above, "Above")]),
  ];
  return sides.flatMap((sentence, position) => (position === 0 ? sentence : [plain(" "), ...sentence]));
}

function side(assessment: Assessment, entry: BreakEven, word: "Below" | "Above"): Span[] {
  const { digits, unit } = computedRate(entry.ratePerSecond);
  const family = word === "Below" ? entry.from : entry.to;
  const cheapest = cheapestOf(assessment.estimates, family);
  const name =
    family === "serverless" && cheapest?.architecture === "serverless-tuned"
      ? anArchitecture(cheapest.architecture)
      : aFamily(family);
  const { one, many } = noun(assessment.workload.unitOfWork);
  return [
    plain(`${word} `),
    strong(`${digits} ${digits === "1" ? one : many} ${unit.words}`),
    plain(` ${name} costs least.`),
  ];
}

function utilization(assessment: Assessment, preferred: Estimate): Span[] {
  const needed = assessment.recommendation.containersWinAboveUtilization;
  if (needed === null) return [];
  if (needed >= 1) return [plain("Containers cannot cost less here, however busy they are.")];
  const monolith =
    familyOf(preferred.architecture) === "monolith" ? preferred : cheapestOf(assessment.estimates, "monolith");
  const planned = monolith?.fleet?.utilization ?? null;
  const serverless = cheapestOf(assessment.estimates, "serverless");
  const note = planned === null ? "" : ` (planned: ${percent(planned)})`;
  const above = strong(percent(needed, "up"));
  if (planned !== null && monolith !== null && serverless !== null) {
    const cheaper = monolith.monthlyUsd.point < serverless.monthlyUsd.point;
    // Use alone would point the other way: then the bill is decided by what does not scale with CPU.
    if (cheaper !== planned > needed) {
      return [
        plain("By CPU time alone containers cost less above "),
        above,
        plain(` average use${note}; here other lines of the bill decide.`),
      ];
    }
  }
  return [plain("Containers cost less here while their average CPU stays above "), above, plain(`${note}.`)];
}
