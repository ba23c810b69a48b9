import type { Assessment, Estimate, QuotaUse } from "#src/model/assessment.ts";
import { button, formButton, showEveryone } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate, forecast } from "#src/reply/dates.ts";
import { multiple, percent, percentGiven } from "#src/reply/numbers.ts";
import { duration } from "#src/reply/quantities.ts";
import { rateWords } from "#src/reply/rates.ts";
import type { Block, Reply, Span, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { architectureLabel, familyOf } from "#src/reply/wording/architecture.ts";
import { infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { needsAccountCheck, quotaAmount, quotaAtLimit, quotaRaise } from "#src/reply/wording/quota.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { sourceName } from "#src/reply/wording/source-name.ts";
import { checkedLoad, holdsTo, isAtFloor, rowsInOrder, tightestLimit } from "./estimates.ts";
import { quotaForm } from "./forms.ts";
import type { DetailInput } from "./view-input.ts";

const ROWS_PER_OPTION = 6;

export interface LimitsInput extends DetailInput {
  /** Today, ISO: forecasts count from here. */
  today: string;
}

/** Every quota the designs meet, the tightest first, and what happens there. */
export function limitsReply({ review, assessment, audience, today }: LimitsInput): Reply {
  const { workload } = assessment;
  const peak = rateWords(workload.ratePerSecond * workload.peakToMean);
  const title = `What breaks first, at your peak of ${peak}`;
  const options = inOrderOfInterest(assessment);
  return {
    kind: "detail",
    summary: `${title}. ${firstSentence(options)}`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      {
        kind: "table",
        columns: [
          { label: "Limit", align: "left" },
          { label: "Needed", align: "right" },
          { label: "Quota", align: "right" },
          { label: "Holds to", align: "left" },
        ],
        rows: options.flatMap((estimate) => optionRows(estimate, assessment, today)),
        figureColumn: 3,
      },
      ...whatHappens(options),
      ...growthNote(assessment),
      {
        kind: "actions",
        actions: [
          formButton("Enter our quotas", review.shortId, quotaForm(assessment, review.shortId)),
          ...(audience === "asker"
            ? [showEveryone("limits", review.shortId)]
            : [button("Breakdown", "breakdown", review.shortId)]),
        ],
      },
      { kind: "context", spans: [plain(sources(options, assessment))] },
    ],
  };
}

/** What was described first, then the preferred design, then the others. */
function inOrderOfInterest(assessment: Assessment): Estimate[] {
  const rows = rowsInOrder(assessment);
  return [
    ...rows.filter((estimate) => estimate.architecture === "serverless"),
    ...rows.filter((estimate) => estimate.architecture !== "serverless"),
  ];
}

function firstSentence(options: readonly Estimate[]): string {
  const tightest = options
    .flatMap((estimate) => tightestLimit(estimate) ?? [])
    .toSorted((a, b) => (holdsTo(a) ?? 0) - (holdsTo(b) ?? 0))[0];
  if (tightest === undefined) return "No quota that counts is in the way.";
  return `${quotaTitle(tightest.quota, tightest)}, at ${share(holdsTo(tightest) ?? 0)} of your ${checkedLoad(tightest)}.`;
}

function share(times: number): string {
  return times < 1 ? percent(times) : multiple(times);
}

function optionRows(estimate: Estimate, { recommendation, workload }: Assessment, today: string): TableRow[] {
  const uses = estimate.limits.filter((use, position) => use.demandChecked > 0 && (position === 0 || isNear(use)));
  return [
    {
      cells: [
        [strong(architectureLabel(estimate.architecture))],
        [plain("–")],
        [plain("–")],
        [strong(optionHolds(estimate))],
      ],
      emphasized: estimate.architecture === recommendation.preferred,
    },
    ...uses.slice(0, ROWS_PER_OPTION).map((use) => ({
      cells: [
        [plain(quotaTitle(use.quota, use))],
        [plain(quotaAmount(use.demandChecked, use.unit, "up"))],
        [plain(quotaCell(use))],
        [plain(holdsCell(use, workload.growthPerMonth > 0 ? today : null))],
      ],
      emphasized: false,
    })),
  ];
}

/** Beyond this many times the load a quota is not worth a row. */
const NEAR_TIMES = 50;

function isNear(use: QuotaUse): boolean {
  return needsAccountCheck(use) || (holdsTo(use) ?? Infinity) <= NEAR_TIMES;
}

function optionHolds(estimate: Estimate): string {
  const [why] = estimate.infeasibleBecause;
  if (why !== undefined) return `cannot run: ${infeasibilityWords(why).short}`;
  const tightest = tightestLimit(estimate);
  const times = tightest === null ? null : holdsTo(tightest);
  const checks = estimate.limits.filter(needsAccountCheck).length;
  if (tightest !== null && times !== null && times < 1) return `${percent(times)} of your ${checkedLoad(tightest)}`;
  if (checks > 0) return checks === 1 ? "check one quota" : `check ${checks} quotas`;
  return times === null || tightest === null
    ? "no quota in the way"
    : `${isAtFloor(estimate) ? "over " : ""}${multiple(times)} your ${checkedLoad(tightest)}`;
}

function quotaCell(use: QuotaUse): string {
  const amount = quotaAmount(use.applied, use.unit, "nearest");
  if (use.stated) return `${amount} (yours)`;
  return use.class === "account-age" ? `${amount} if new` : amount;
}

function holdsCell(use: QuotaUse, today: string | null): string {
  if (needsAccountCheck(use)) return "ask first";
  const times = holdsTo(use);
  if (times === null) return "–";
  const date =
    today === null || use.monthsToLimit === null || times < 1 ? "" : `, ${forecast(today, use.monthsToLimit)}`;
  const delay = use.delayAtPeakSeconds;
  const late = delay !== null && delay >= 1 ? `, ${duration(delay * 1000, "up")} late at peak` : "";
  return `${share(times)}${date}${late}`;
}

/** A quota this far away needs no explanation. */
const WORTH_EXPLAINING_TIMES = 10;

/** What happens at the tightest quota of each design, each said once. */
function whatHappens(options: readonly Estimate[]): Block[] {
  const uses = options.flatMap((estimate) => tightestLimit(estimate) ?? []);
  const near = uses.filter((use, position) => position === 0 || (holdsTo(use) ?? Infinity) < WORTH_EXPLAINING_TIMES);
  const distinct = near.filter((use, position) => near.findIndex((other) => other.quota === use.quota) === position);
  const sentences = distinct
    .slice(0, 3)
    .map(
      (use) =>
        `${quotaTitle(use.quota, use)} over ${quotaAmount(use.applied, use.unit, "nearest")}: ${[quotaAtLimit(use), quotaRaise(use)].filter((text) => text !== "").join(" ")}`,
    );
  const guideline = options.some((estimate) => estimate.limits.some((use) => use.class === "guideline" && isNear(use)))
    ? " S3's figures are guidelines and grow with the number of prefixes."
    : "";
  const spans: Span[] = [strong("What happens there. "), plain(sentences.join(" ") + guideline)];
  return sentences.length === 0 ? [] : [{ kind: "paragraph", spans }];
}

function growthNote({ workload }: Assessment): Block[] {
  if (!(workload.growthPerMonth > 0)) return [];
  const spans = [strong("Dates"), plain(` assume ${percentGiven(workload.growthPerMonth)} growth a month.`)];
  return [{ kind: "paragraph", spans }];
}

function sources(options: readonly Estimate[], { workload, catalog }: Assessment): string {
  const uses = options.flatMap((estimate) => estimate.limits);
  const names = [...new Set(uses.map((use) => `${sourceName(use.source)}, ${factDate(use.asOf)}`))];
  const unverified = new Set(uses.filter((use) => !use.verified).map((use) => use.quota)).size;
  const from = names.length === 0 ? factDate(catalog.quotasAsOf) : names.slice(0, 3).join("; ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  const doubt = unverified === 0 ? "" : ` ${unverified === 1 ? "1 value is" : `${unverified} values are`} unverified.`;
  const accounts = options.some((estimate) => familyOf(estimate.architecture) !== "serverless");
  const differ = `Yours may differ: new accounts start lower${accounts ? ", vCPU quotas above all" : ""}, older ones often have more.`;
  return `Quotas for ${oneLine(workload.region, 40)}: ${from}${more}. ${differ}${doubt}`;
}
