import { assertNever } from "#src/errors.ts";
import type { Assessment, Estimate } from "#src/model/assessment.ts";
import type { Infeasibility } from "#src/model/statement.ts";
import { money } from "#src/reply/money.ts";
import { casesOf100 } from "#src/reply/numbers.ts";
import type { Span } from "#src/reply/reply.ts";
import { capital, midSentence } from "#src/reply/sentence-case.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { describedOf, isPriced, preferredOf, tunedOf } from "#src/reply/views/estimates.ts";
import { aFamily, anArchitecture, familyLabel, familyOf } from "#src/reply/wording/architecture.ts";
import { type BillItem, largestItem } from "#src/reply/wording/bill-item.ts";
import { infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { stepList } from "#src/reply/wording/step-list.ts";
import { tuningDrops, tuningResultCosts, tuningWhat } from "#src/reply/wording/tuning.ts";
import { settlingPath } from "./settling-question.ts";
import { cheaperRival, costsLeast, outOfScopeReason, ruledOutBy, ruledOutCause } from "./verdict.ts";

/** How sure the verdict is and what drives the cost: the sentence under the headline. */
export function driverSpans(assessment: Assessment): Span[] {
  const { verdict } = assessment.recommendation;
  if (verdict === "out-of-scope") return outOfScope(assessment);
  const preferred = preferredOf(assessment);
  if (!isPriced(preferred)) return nothingRuns(assessment);
  if (ruledOutBy(assessment, familyOf(preferred.architecture)) !== null) return hardLimit(assessment, preferred);
  switch (verdict) {
    case "monolith":
      return monolith(assessment, preferred);
    case "serverless":
      return serverless(assessment, preferred);
    case "hybrid":
      return hybrid(assessment, preferred);
    case "too-close-to-call":
      return tooClose(assessment, preferred);
    default:
      return assertNever(verdict);
  }
}

function inCases(assessment: Assessment): Span[] {
  return [plain("In "), strong(casesOf100(assessment.recommendation.confidence)), plain(" plausible cases")];
}

/** A largest line this big is the story of the bill. */
const MOST_OF_THE_BILL = 0.5;

function monolith(assessment: Assessment, preferred: Estimate): Span[] {
  const described = describedOf(assessment);
  const tuned = tunedOf(assessment);
  const start = [...inCases(assessment), plain(". ")];
  const basis = isPriced(described) ? described : isPriced(tuned) ? tuned : preferred;
  const largest = largestItem(basis);
  if (largest === null) return start;
  const total = basis.monthlyUsd.point;
  const tuningHelps =
    isPriced(tuned) && basis !== tuned && tuned.monthlyUsd.point < basis.monthlyUsd.point * MOST_OF_THE_BILL;
  const elsewhere = !largest.isCompute && largest.costUsd >= total * MOST_OF_THE_BILL && tuningHelps;
  return [
    ...start,
    plain(elsewhere ? "But Lambda is not the problem: " : ""),
    ...partOf(largest, total),
    ...(basis === tuned || basis === preferred
      ? []
      : isPriced(tuned)
        ? otherWay(tuned)
        : [plain(", and no tuning makes it cheaper")]),
    plain("."),
  ];
}

function otherWay(tuned: Estimate): Span[] {
  const subject = tuned.tuning === undefined ? "tuned serverless costs" : tuningResultCosts(tuned.tuning);
  return [plain(`, and ${subject} `), strong(money(tuned.monthlyUsd.point))];
}

function serverless(assessment: Assessment, preferred: Estimate): Span[] {
  if (!costsLeast(assessment, preferred)) return savesTooLittle(assessment, preferred);
  const start = [...inCases(assessment), plain(", the work of running containers counted. ")];
  const described = describedOf(assessment);
  const { tuning } = preferred;
  if (tuning !== undefined && isPriced(described)) {
    return [
      ...start,
      plain("As described it is "),
      strong(money(described.monthlyUsd.point)),
      plain(`. Tuned means ${tuningWhat(tuning)}: it drops ${tuningDrops(tuning)}.`),
    ];
  }
  const largest = largestItem(preferred);
  if (largest === null) return start;
  return [...start, ...partOf(largest, preferred.monthlyUsd.point), plain(".")];
}

const ONE_CENT_USD = 0.01;

/** "Step Functions Standard is $138k of the $156k". */
function partOf({ name, costUsd }: BillItem, totalUsd: number): Span[] {
  const [part, total] = [money(costUsd), money(totalUsd)];
  if (totalUsd < ONE_CENT_USD) return [plain(`${name} is nearly all of it`)];
  if (part === total) return [plain(`${name} is nearly all of the `), strong(total)];
  return [plain(`${name} is `), strong(part), plain(` of the ${total}`)];
}

function savesTooLittle(assessment: Assessment, preferred: Estimate): Span[] {
  const family = familyOf(preferred.architecture);
  const reason = assessment.recommendation.reasons.find((entry) => entry.code === "less-to-operate");
  const named = assessment.estimates.find(({ architecture }) => architecture === reason?.otherSubject);
  const rival = named ?? cheaperRival(assessment, family, preferred.monthlyUsd.point);
  const saving = preferred.monthlyUsd.point - (rival?.monthlyUsd.point ?? preferred.monthlyUsd.point);
  const premium = reason?.otherFigure;
  const bar =
    premium === undefined ? "the work of running it" : `the ${money(premium)} a month that running it is taken to cost`;
  return [
    ...inCases(assessment),
    plain(` what ${rival === null ? "the other side" : anArchitecture(rival.architecture)} saves, here `),
    strong(`${money(saving, "down")} a month`),
    plain(`, does not cover ${bar}.`),
  ];
}

function hybrid(assessment: Assessment, preferred: Estimate): Span[] {
  const boundary = preferred.notes.find((note) => note.code === "queue-boundary");
  const moved = boundary === undefined ? [] : boundary.movedSteps;
  const what =
    moved.length === 0
      ? ". Part of it runs in containers, the rest stays serverless."
      : `. ${moved.length === 1 ? "Step" : "Steps"} ${stepList(moved)} ${moved.length === 1 ? "runs" : "run"} in containers, the rest stays serverless.`;
  return [...inCases(assessment), plain(what)];
}

function tooClose(assessment: Assessment, preferred: Estimate): Span[] {
  const { wins } = assessment.recommendation;
  const leader = (["serverless", "monolith", "hybrid"] as const).reduce((best, family) =>
    wins[family] > wins[best] ? family : best,
  );
  const question = settlingPath(assessment);
  const settles =
    question === null
      ? " No single answer would settle it: the two figures are closer than estimates of things not yet built can be."
      : ` What would settle it: ${pathLabel(question, assessment.workload).question}.`;
  return [
    plain(`${capital(aFamily(leader))} wins in `),
    strong(casesOf100(wins[leader])),
    plain(" plausible cases; under 80 is a tie. A tie goes to the one with less to run: "),
    strong(anArchitecture(preferred.architecture)),
    plain(`.${settles}`),
  ];
}

function hardLimit(assessment: Assessment, preferred: Estimate): Span[] {
  const family = familyOf(preferred.architecture);
  const cause = ruledOutCause(assessment, family);
  if (cause === null) return inCases(assessment);
  const words = infeasibilityWords(cause);
  const loser = family === "serverless" ? "monolith" : "serverless";
  const consequence = isHard(cause)
    ? `That limit is hard, so no ${loser} price is shown.`
    : `So no ${loser} price is shown.`;
  return [plain(`${words.asks} ${consequence} ${words.wayBack}`)];
}

/** True for limits AWS does not move for anyone. */
function isHard(cause: Infeasibility): boolean {
  switch (cause.code) {
    case "step-too-long":
    case "step-too-big":
    case "state-payload-too-large":
    case "request-too-large":
    case "entry-times-out":
    case "history-too-long":
    case "execution-too-long":
    case "no-size-fits":
      return true;
    case "quota-out-of-reach":
    case "unknown-instance-type":
    case "misses-latency-target":
    case "price-missing":
      return false;
    default:
      return assertNever(cause);
  }
}

function nothingRuns(assessment: Assessment): Span[] {
  const lines = assessment.estimates.flatMap((estimate) => {
    const [why] = estimate.infeasibleBecause;
    if (why === undefined) return [];
    const { asks } = infeasibilityWords(why);
    return [`${familyLabel(familyOf(estimate.architecture))}: ${infeasibilityWords(why).because}. ${asks}`];
  });
  return [plain([...new Set(lines)].slice(0, 3).join(" "))];
}

function outOfScope(assessment: Assessment): Span[] {
  return [
    plain(
      `Rethink compares Lambda with containers on AWS, and ${midSentence(outOfScopeReason(assessment))}: a figure would leave out what decides.`,
    ),
  ];
}
