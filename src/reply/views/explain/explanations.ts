import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Estimate, QuotaUse } from "#src/model/assessment.ts";
import { factDate } from "#src/reply/dates.ts";
import { money, moneyRange, wholeDollars } from "#src/reply/money.ts";
import { casesOf100, multiple, percent } from "#src/reply/numbers.ts";
import type { Span } from "#src/reply/reply.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { headline } from "#src/reply/views/card/verdict.ts";
import { holdsTo, isPriced, rowsInOrder } from "#src/reply/views/estimates.ts";
import {
  aFamily,
  anArchitecture,
  architectureLabel,
  architectureName,
  familyOf,
  verdictName,
} from "#src/reply/wording/architecture.ts";
import { type BillItem, billItems } from "#src/reply/wording/bill-item.ts";
import {
  lineName,
  lineSource,
  mergedLines,
  priceArithmetic,
  quantityArithmetic,
} from "#src/reply/wording/line-arithmetic.ts";
import { quotaAmount, quotaAtLimit, quotaNeed, quotaRaise } from "#src/reply/wording/quota.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { reasonWords } from "#src/reply/wording/reason.ts";
import { sourceName } from "#src/reply/wording/source-name.ts";
import { inputSources } from "./input-sources.ts";

/** One figure people can ask about, and its answer. */
export interface Explanation {
  /** What it may be called; the first is the best example. */
  names: readonly string[];
  /** The figure as it is printed anywhere. */
  figures: readonly string[];
  /** Its amount, for questions that round differently. */
  usd: number | null;
  isVerdict: boolean;
  summary: string;
  lead: readonly Span[];
  arithmetic: readonly string[];
  /** Reasons, one a line. */
  points?: readonly string[];
  sources: readonly string[];
}

/** Everything of a review that can be explained, the verdict first, then by weight. */
export function explanations(assessment: Assessment): Explanation[] {
  const options = rowsInOrder(assessment);
  const described = options.filter((estimate) => estimate.architecture === "serverless");
  const ordered = [...described, ...options.filter((estimate) => !described.includes(estimate))];
  return [
    verdict(assessment),
    ...ordered.filter(isPriced).map((estimate) => total(estimate)),
    ...ordered.flatMap((estimate) =>
      billItems(estimate).map((item, position) =>
        billItem(item, estimate, assessment, position === 0 && estimate === ordered[0]),
      ),
    ),
    ...ordered.flatMap((estimate) =>
      estimate.limits.filter((use) => use.demandChecked > 0).map((use) => limit(use, estimate)),
    ),
  ];
}

function verdict(assessment: Assessment): Explanation {
  const { recommendation, workload } = assessment;
  const reasons = recommendation.reasons.map((reason) => reasonWords(reason, workload.unitOfWork));
  const counter = recommendation.counterCase.map((reason) => reasonWords(reason, workload.unitOfWork));
  return {
    names: ["the verdict", "winner", "recommendation", "confidence", verdictName(recommendation.verdict)],
    figures: [casesOf100(recommendation.confidence).split(" ")[0] ?? "", percent(recommendation.confidence)],
    usd: null,
    isVerdict: true,
    summary: `${headline(assessment)}. ${reasons[0] ?? ""}`.trim(),
    lead: [
      strong(`${headline(assessment)}.`),
      plain(
        ` ${winnerOf(recommendation.preferred)} wins in ${casesOf100(recommendation.confidence)} plausible cases: assumed inputs vary between their low and high, and each case is priced anew.`,
      ),
    ],
    arithmetic: [],
    points: [...reasons, ...counter.map((text) => `Against it: ${text}`)],
    sources: [`catalog ${factDate(assessment.catalog.pricesAsOf)}`, "computed in code, not by an LLM"],
  };
}

function winnerOf(preferred: Architecture | null): string {
  if (preferred === null) return "It";
  return capital(aFamily(familyOf(preferred)));
}

function total(estimate: Estimate): Explanation {
  const { point, p10, p90 } = estimate.monthlyUsd;
  const items = billItems(estimate);
  return {
    names: [architectureName(estimate.architecture), `total ${architectureName(estimate.architecture)}`],
    figures: [money(point), wholeDollars(point)],
    usd: point,
    isVerdict: false,
    summary: `${money(point)} is ${anArchitecture(estimate.architecture)}, ${items.length} items.`,
    lead: [
      strong(`${money(point)} a month is ${anArchitecture(estimate.architecture)}.`),
      plain(` In 8 cases of 10 it lies in ${moneyRange(p10, p90)}.`),
    ],
    arithmetic: [
      ...items.map((item) => `${wholeDollars(item.costUsd)}  ${item.name}`),
      `${wholeDollars(point)}  total`,
    ],
    sources: [],
  };
}

const LINES_MAX = 4;

function billItem(item: BillItem, estimate: Estimate, assessment: Assessment, isLargest: boolean): Explanation {
  const lines = mergedLines(item.lines);
  const shown = lines.slice(0, LINES_MAX);
  const rest = lines.length - shown.length;
  const single = lines.length === 1;
  return {
    names: [
      item.name,
      `${item.name} ${architectureLabel(estimate.architecture)}`,
      ...lines.map(lineName),
      ...(isLargest ? ["largest"] : []),
    ],
    figures: [
      money(item.costUsd),
      wholeDollars(item.costUsd),
      ...lines.flatMap((line) => [money(line.costUsd), wholeDollars(line.costUsd)]),
    ],
    usd: item.costUsd,
    isVerdict: false,
    summary: `${wholeDollars(item.costUsd)} is ${item.name}, ${anArchitecture(estimate.architecture)}: ${shown.map(priceArithmetic).join(" + ")}.`,
    lead: [
      strong(`${money(item.costUsd)} is ${item.name}`),
      plain(`, ${anArchitecture(estimate.architecture)}${item.isShared ? "; every design pays the same" : ""}.`),
    ],
    arithmetic: [
      ...shown.flatMap((line) => {
        const amount = quantityArithmetic(line, assessment.workload.unitOfWork);
        const name = single ? "" : `${lineName(line)}${line.label.includes("idle") ? ", idle" : ""}: `;
        return [
          ...(amount === null ? [] : [name + amount]),
          `${amount === null ? name : ""}${priceArithmetic(line)} = ${wholeDollars(line.costUsd)} a month`,
        ];
      }),
      ...(rest > 0 ? [`and ${rest} smaller lines`] : []),
    ],
    sources: [
      ...inputSources(lines, assessment),
      ...new Set(shown.map((line) => `price: ${lineSource(line)}`)),
      freeTier(assessment),
    ],
  };
}

function freeTier({ workload }: Assessment): string {
  return workload.purchase.freeTier ? "free tier counted" : "no free tier";
}

function limit(use: QuotaUse, estimate: Estimate): Explanation {
  const times = holdsTo(use) ?? 0;
  const share = times < 1 ? percent(times) : multiple(times);
  const title = quotaTitle(use.quota, use);
  const basis = use.demandChecked < use.demandPeak ? "average load" : "peak";
  return {
    names: [title, use.quota, use.name],
    figures: [share],
    usd: null,
    isVerdict: false,
    summary: `${title} holds to ${share} of your ${basis}.`,
    lead: [
      strong(`${title} holds to ${share} of your ${basis}`),
      plain(`, ${anArchitecture(estimate.architecture)}. ${quotaNeed(use)} ${quotaRaise(use)}`),
    ],
    arithmetic: [
      `${quotaAmount(use.applied, use.unit, "nearest")} ${use.stated ? "(your quota)" : "(AWS default)"} / ${quotaAmount(use.demandChecked, use.unit, "up")} needed at ${basis} = ${share}`,
      ...(quotaAtLimit(use) === "" ? [] : [`there: ${quotaAtLimit(use)}`]),
    ],
    sources: [`${sourceName(use.source)}, ${factDate(use.asOf)}${use.verified ? "" : ", unverified"}`],
  };
}
