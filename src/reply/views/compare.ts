import type { Assessment } from "#src/model/assessment.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { money, moneyWithRange } from "#src/reply/money.ts";
import { casesOf100, multiple, percent } from "#src/reply/numbers.ts";
import { rateWords } from "#src/reply/rates.ts";
import type { Reply, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { architectureLabel, architectureName, verdictName } from "#src/reply/wording/architecture.ts";
import { architectureNames } from "#src/reply/wording/architecture-names.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { noun } from "#src/reply/wording/unit-of-work.ts";
import { leafChanges } from "#src/reply/workload-value.ts";
import { describedOf, estimateOf, holdsTo, isPriced, preferredOf, tightestLimit } from "./estimates.ts";

export interface ComparedReview {
  shortId: string;
  revision: number;
  assessment: Assessment;
}

const DIFFERENCES_MAX = 12;

/** Two reviews side by side: what differs in the workloads, then in the answers. */
export function compareReply(left: ComparedReview, right: ComparedReview): Reply {
  const title = `${left.shortId} and ${right.shortId}, side by side`;
  const rows = [...answerRows(left.assessment, right.assessment), ...inputRows(left.assessment, right.assessment)];
  return {
    kind: "detail",
    summary: `${title}: ${verdictName(left.assessment.recommendation.verdict)} and ${verdictName(right.assessment.recommendation.verdict)}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      {
        kind: "table",
        columns: [
          { label: "What", align: "left" },
          { label: columnLabel(left), align: "left" },
          { label: columnLabel(right), align: "left" },
        ],
        rows,
        figureColumn: 1,
      },
      {
        kind: "actions",
        actions: [
          { ...button(`Breakdown ${left.shortId}`, "breakdown", left.shortId) },
          { ...button(`Breakdown ${right.shortId}`, "breakdown", right.shortId) },
        ],
      },
      { kind: "context", spans: [plain(catalogs(left.assessment, right.assessment))] },
    ],
  };
}

function columnLabel({ shortId, revision, assessment }: ComparedReview): string {
  const name = oneLine(assessment.workload.name, 30);
  return `${shortId} rev ${revision}${name === "" ? "" : `, ${name}`}`;
}

function row(what: string, left: string, right: string, emphasis = false): TableRow {
  const mark = emphasis ? strong : plain;
  return { cells: [[mark(what)], [mark(left)], [mark(right)]], emphasized: false };
}

function answerRows(left: Assessment, right: Assessment): TableRow[] {
  const both = (of: (assessment: Assessment) => string): [string, string] => [of(left), of(right)];
  const costs = architectureNames.flatMap((architecture) => {
    const [a, b] = [estimateOf(left, architecture), estimateOf(right, architecture)];
    if (!(a?.shown === true || b?.shown === true)) return [];
    const cost = (estimate: typeof a) =>
      isPriced(estimate)
        ? moneyWithRange(estimate.monthlyUsd.point, estimate.monthlyUsd.p10, estimate.monthlyUsd.p90)
        : "–";
    return [row(architectureLabel(architecture), cost(a), cost(b))];
  });
  return [
    row("Verdict", ...both((one) => verdictName(one.recommendation.verdict)), true),
    row(
      "Preferred",
      ...both((one) => (one.recommendation.preferred === null ? "–" : architectureName(one.recommendation.preferred))),
    ),
    row("Sure in", ...both((one) => `${casesOf100(one.recommendation.confidence)} cases`)),
    ...costs,
    row("A million units, preferred", ...both(perMillion)),
    row("Breaks first", ...both(firstLimit)),
  ];
}

/** Cost of a million units: the only fair figure when the loads differ. */
function perMillion(assessment: Assessment): string {
  const preferred = preferredOf(assessment);
  const units = assessment.workload.ratePerSecond * assessment.workload.activeHoursPerMonth * 3600;
  if (!isPriced(preferred) || !(units > 0)) return "–";
  return `${money((preferred.monthlyUsd.point / units) * 1e6)} (${noun(assessment.workload.unitOfWork).many})`;
}

function firstLimit(assessment: Assessment): string {
  const limits = [describedOf(assessment), preferredOf(assessment)].flatMap((estimate) => {
    const use = estimate?.feasible === true ? tightestLimit(estimate) : null;
    return use === null ? [] : [use];
  });
  const first = limits.toSorted((a, b) => (holdsTo(a) ?? 0) - (holdsTo(b) ?? 0))[0];
  if (first === undefined) return "no quota in the way";
  const times = holdsTo(first) ?? 0;
  return `${times < 1 ? percent(times) : multiple(times)}: ${quotaTitle(first.quota, first)}`;
}

/** Inputs in which the two differ, in each one's own words. */
function inputRows(left: Assessment, right: Assessment): TableRow[] {
  const all = leafChanges(left.workload, right.workload).filter(
    ({ path }) => path !== "name" && path !== "ratePerSecond",
  );
  const sameSteps = left.workload.steps.length === right.workload.steps.length;
  const shown = all.filter(({ path }) => sameSteps || !path.startsWith("steps."));
  const rest = shown.length - DIFFERENCES_MAX;
  return [
    row("Load", load(left), load(right)),
    ...(sameSteps ? [] : [row("Steps", String(left.workload.steps.length), String(right.workload.steps.length))]),
    ...shown.slice(0, DIFFERENCES_MAX).map(({ path, before, after }) => {
      const label = pathLabel(path, before === undefined ? right.workload : left.workload);
      return row(label.label, label.value(before), label.value(after));
    }),
    ...(rest > 0 ? [row("And", `${rest} more`, "–")] : []),
  ];
}

function load({ workload }: Assessment): string {
  const [digits, ...words] = rateWords(workload.ratePerSecond).split(" ");
  return `${digits} ${noun(workload.unitOfWork).many} ${words.join(" ")}`;
}

function catalogs(left: Assessment, right: Assessment): string {
  const [a, b] = [factDate(left.catalog.pricesAsOf), factDate(right.catalog.pricesAsOf)];
  return a === b ? `Both with the catalog of ${a}.` : `Catalogs differ: ${a} and ${b}.`;
}
