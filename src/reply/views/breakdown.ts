import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Estimate } from "#src/model/assessment.ts";
import { button, showEveryone } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { wholeDollars } from "#src/reply/money.ts";
import type { Action, Block, Reply, Span, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { anArchitecture, architectureLabel, cheapestOf, familyOf } from "#src/reply/wording/architecture.ts";
import { billItems } from "#src/reply/wording/bill-item.ts";
import { lineName, mergedLines, priceArithmetic } from "#src/reply/wording/line-arithmetic.ts";
import { tradeOffWords } from "#src/reply/wording/trade-off.ts";
import { tuningWhat } from "#src/reply/wording/tuning.ts";
import { describedOf, estimateOf, isPriced, preferredOf, rowsInOrder, tunedOf } from "./estimates.ts";
import type { DetailInput } from "./view-input.ts";

export interface BreakdownInput extends DetailInput {
  /** Designs to set side by side; without it: as described, tuned, and the monolith that counts. */
  options?: readonly Architecture[];
}

/** Where the money goes: items by design, what all share apart, the largest line as arithmetic. */
export function breakdownReply(input: BreakdownInput): Reply {
  const { assessment } = input;
  const estimates = columns(assessment, input.options);
  const basis = describedOf(assessment);
  const [first] = isPriced(basis) && estimates.includes(basis) ? [basis] : estimates;
  return {
    kind: "detail",
    summary: summaryOf(first),
    accent: "none",
    blocks: [
      { kind: "headline", text: "Where the money goes, a month" },
      table(estimates),
      ...largestLine(first),
      ...tunedMeans(estimates),
      ...missingLines(estimates),
      { kind: "paragraph", spans: [plain(notCounted(estimates))] },
      { kind: "actions", actions: actions(input, estimates) },
      { kind: "context", spans: [plain(smallPrint(assessment, estimates))] },
    ],
  };
}

function columns(assessment: Assessment, options: readonly Architecture[] | undefined): Estimate[] {
  if (options !== undefined && options.length > 0) {
    return options.flatMap((architecture) => estimateOf(assessment, architecture) ?? []).slice(0, 3);
  }
  const preferred = preferredOf(assessment);
  const monolith =
    preferred !== null && familyOf(preferred.architecture) !== "serverless"
      ? preferred
      : cheapestOf(assessment.estimates, "monolith");
  const wanted = [describedOf(assessment), tunedOf(assessment), monolith];
  return wanted.filter((estimate): estimate is Estimate => estimate !== null && estimate.lineItems.length > 0);
}

function summaryOf(first: Estimate | undefined): string {
  const largest = first === undefined ? undefined : billItems(first)[0];
  if (first === undefined || largest === undefined) return "Where the money goes: nothing is bought.";
  return `Where the money goes: ${largest.name} ${wholeDollars(largest.costUsd)} of ${wholeDollars(first.monthlyUsd.point)}, ${anArchitecture(first.architecture)}.`;
}

function table(estimates: readonly Estimate[]): Block {
  const bills = estimates.map((estimate) => billItems(estimate));
  const own = itemRows(bills.map((bill) => bill.filter((item) => !item.isShared)));
  const shared = itemRows(
    bills.map((bill) => bill.filter((item) => item.isShared)),
    ", all alike",
  );
  const totals = estimates.map((estimate) => [
    strong(
      isPriced(estimate)
        ? wholeDollars(estimate.monthlyUsd.point)
        : estimate.missing.length > 0
          ? "a price missing"
          : "cannot run",
    ),
  ]);
  const idle = estimates.map((estimate) => estimate.fleet?.idleUsd ?? 0);
  return {
    kind: "table",
    columns: [
      { label: "Item", align: "left" },
      ...estimates.map((estimate) => ({ label: architectureLabel(estimate.architecture), align: "right" as const })),
    ],
    rows: [
      ...own,
      ...shared,
      { cells: [[strong("Total")], ...totals], emphasized: false },
      ...(idle.every((usd) => usd === 0)
        ? []
        : [
            {
              cells: [[plain("of it idle")], ...idle.map((usd) => [plain(usd === 0 ? "–" : wholeDollars(usd))])],
              emphasized: false,
            },
          ]),
    ],
    figureColumn: 1,
  };
}

/** One row an item, the dearest anywhere first. */
function itemRows(bills: readonly { name: string; costUsd: number }[][], suffix = ""): TableRow[] {
  const names = [...new Set(bills.flatMap((bill) => bill.map((item) => item.name)))];
  const costs = names.map((name) => ({
    name,
    usd: bills.map((bill) => bill.find((item) => item.name === name)?.costUsd ?? null),
  }));
  return costs
    .toSorted((a, b) => Math.max(...b.usd.map((usd) => usd ?? 0)) - Math.max(...a.usd.map((usd) => usd ?? 0)))
    .map(({ name, usd }) => ({
      cells: [[plain(name + suffix)], ...usd.map((cost) => [plain(cost === null ? "–" : wholeDollars(cost))])],
      emphasized: false,
    }));
}

function largestLine(estimate: Estimate | undefined): Block[] {
  const line =
    estimate === undefined ? undefined : mergedLines(estimate.lineItems.filter((entry) => entry.share === "own"))[0];
  if (line === undefined) return [];
  const spans: Span[] = [
    strong("Largest line. "),
    plain(`${lineName(line)}: ${priceArithmetic(line)} = `),
    strong(wholeDollars(line.costUsd)),
  ];
  return [{ kind: "paragraph", spans }];
}

/** What the tuned column is, and what it gives up. */
function tunedMeans(estimates: readonly Estimate[]): Block[] {
  const tuned = estimates.find((estimate) => estimate.tuning !== undefined && estimate.tuning !== "");
  if (tuned?.tuning === undefined) return [];
  const lost = tuned.givesUp.map(tradeOffWords);
  const givesUp = lost.length === 0 ? "" : ` It gives up ${lost.join("; ")}.`;
  return [
    { kind: "paragraph", spans: [strong("Tuned serverless: "), plain(`${tuningWhat(tuned.tuning)}.${givesUp}`)] },
  ];
}

function missingLines(estimates: readonly Estimate[]): Block[] {
  const missing = estimates.flatMap((estimate) =>
    estimate.missing.map((line) => `${line.service}/${line.dimension} in ${line.region}`),
  );
  const names = [...new Set(missing)].map((name) => oneLine(name, 80));
  if (names.length === 0) return [];
  const spans = [
    strong("No price: "),
    plain(`${names.slice(0, 4).join(", ")}. What needs one has no total and cannot win.`),
  ];
  return [{ kind: "paragraph", spans }];
}

function notCounted(estimates: readonly Estimate[]): string {
  const logs = estimates.some((estimate) => billItems(estimate).some((item) => item.isShared));
  return `Not counted, the same everywhere: storing inputs and results, delivery, people.${logs ? ' Items marked "all alike" cost the same in every design and stay out of savings.' : ""}`;
}

function actions({ review, assessment, audience }: BreakdownInput, estimates: readonly Estimate[]): Action[] {
  const others = rowsInOrder(assessment).filter(
    (estimate) => !estimates.includes(estimate) && estimate.lineItems.length > 0,
  );
  const [first] = estimates;
  return [
    button("Why this figure?", "explain", review.shortId, first === undefined ? {} : { figure: "largest" }),
    ...others.slice(0, 2).map((estimate) =>
      button(architectureLabel(estimate.architecture), "breakdown", review.shortId, {
        options: estimate.architecture,
      }),
    ),
    ...(first === undefined ? [] : [button("Every line", "breakdown", review.shortId, { lines: first.architecture })]),
    ...(audience === "asker" ? [showEveryone("breakdown", review.shortId)] : []),
  ];
}

function smallPrint({ workload }: Assessment, estimates: readonly Estimate[]): string {
  const dates = estimates.flatMap((estimate) => estimate.lineItems.map((line) => line.effectiveDate)).toSorted();
  const { commitment, freeTier, discountPercent } = workload.purchase;
  const terms = [
    `USD list prices, ${oneLine(workload.region, 40)}`,
    commitment === "none" ? "on-demand" : commitment.replace(/-/g, " "),
    freeTier ? "free tier counted" : "no free tier",
    ...(discountPercent > 0 ? [`your discount of ${discountPercent}% taken off`] : []),
  ];
  const [oldest, newest] = [dates[0], dates.at(-1)];
  const range =
    oldest === undefined || newest === undefined
      ? ""
      : oldest === newest
        ? ` · prices of ${factDate(oldest)}`
        : ` · oldest price in it: ${factDate(oldest)}, newest: ${factDate(newest)}`;
  return terms.join(", ") + range;
}
