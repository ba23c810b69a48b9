import type { Assessment, Estimate } from "#src/model/assessment.ts";
import { money, moneyRange } from "#src/reply/money.ts";
import { multiple, percent } from "#src/reply/numbers.ts";
import { duration } from "#src/reply/quantities.ts";
import type { Block, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import {
  checkedLoad,
  holdsTo,
  isAtFloor,
  isOutOfReach,
  isPriced,
  rowsInOrder,
  tightestLimit,
} from "#src/reply/views/estimates.ts";
import { architectureLabel } from "#src/reply/wording/architecture.ts";
import { infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { needsAccountCheck, quotaAmount } from "#src/reply/wording/quota.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";

/** A row for each design: what it costs, within which range, and whether it carries the planned load. */
export function optionTable(assessment: Assessment): Block {
  return {
    kind: "table",
    columns: [
      { label: "Option", align: "left" },
      { label: "A month", align: "right" },
      { label: "8 cases in 10", align: "right" },
      { label: "Carries your peak?", align: "left" },
    ],
    rows: rowsInOrder(assessment).map((estimate) => row(estimate, assessment.recommendation.preferred)),
    figureColumn: 1,
  };
}

function row(estimate: Estimate, preferred: string | null): TableRow {
  const emphasized = estimate.architecture === preferred;
  const { point, p10, p90 } = estimate.monthlyUsd;
  const priced = isPriced(estimate);
  const mark = emphasized ? strong : plain;
  const estimated = estimate.lineItems.some((line) => line.estimated !== undefined);
  return {
    cells: [
      [mark(architectureLabel(estimate.architecture))],
      [mark(priced ? money(point) : "–")],
      [plain(priced ? moneyRange(p10, p90, point) : "–")],
      [plain(carries(estimate) + (priced && estimated ? ", price estimated" : ""))],
    ],
    emphasized,
  };
}

/** "yes, up to 1.8×", "no, 33% of it", "if vCPU quota ≥ 385", "no: step over 15 min". */
export function carries(estimate: Estimate): string {
  const [why] = estimate.infeasibleBecause;
  if (why !== undefined && !isOutOfReach(estimate)) return `no: ${infeasibilityWords(why).short}`;
  if (estimate.missing.length > 0) return "no total: a price is missing";
  const tightest = tightestLimit(estimate);
  const times = tightest === null ? null : holdsTo(tightest);
  if (tightest !== null && times !== null && times < 1) {
    return `no, ${percent(times)} of ${checkedLoad(tightest) === "peak" ? "it" : "the average"}`;
  }
  const check = estimate.limits.find(needsAccountCheck);
  if (check !== undefined)
    return `if ${quotaShort(check.quota)} ≥ ${quotaAmount(check.demandChecked, check.unit, "up")}`;
  const delay = Math.max(0, ...estimate.limits.map((use) => (use.counts ? (use.delayAtPeakSeconds ?? 0) : 0)));
  if (delay >= 1) return `yes, up to ${duration(delay * 1000, "up")} late`;
  if (times === null) return "yes";
  return `yes, ${isAtFloor(estimate) ? "over" : "up to"} ${multiple(times)}`;
}

/** "vCPU quota" where the design's name already says whose. */
function quotaShort(quota: string): string {
  return `${quotaTitle(quota).split(", ").at(-1) ?? "its"} quota`;
}
