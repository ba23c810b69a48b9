import type { Assessment, Estimate, QuotaUse } from "#src/model/assessment.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { isoDay } from "#src/reply/dates.ts";
import { escapeMarkdown } from "#src/reply/markdown-escape.ts";
import { money, moneyWithRange } from "#src/reply/money.ts";
import { casesOf100, percent } from "#src/reply/numbers.ts";
import { rateWords } from "#src/reply/rates.ts";
import type { Reply } from "#src/reply/reply.ts";
import { plain } from "#src/reply/spans.ts";
import { architectureLabel } from "#src/reply/wording/architecture.ts";
import { largestItem } from "#src/reply/wording/bill-item.ts";
import { estimateNoteWords } from "#src/reply/wording/notes.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { quotaNeed, quotaRaise } from "#src/reply/wording/quota.ts";
import { tradeOffWords } from "#src/reply/wording/trade-off.ts";
import { tuningWhat } from "#src/reply/wording/tuning.ts";
import { noun } from "#src/reply/wording/unit-of-work.ts";
import type { Decision } from "#src/reviews/review.ts";
import { consequences } from "./adr-consequences.ts";
import { carries } from "./card/option-table.ts";
import { headline } from "./card/verdict.ts";
import { preferredOf, rowsInOrder, tightestLimit } from "./estimates.ts";
import { triggerWords } from "./trigger-words.ts";

export interface AdrInput {
  review: { shortId: string; said: string };
  /** Null: a proposal, nothing decided yet. */
  decision: Decision | null;
  assessment: Assessment;
  /** Day it is written, ISO. */
  today: string;
}

/** An architecture decision record in the MADR 4 form. Everything a person typed is escaped. */
export function adrMarkdown(input: AdrInput): string {
  return [
    frontMatter(input),
    `# ${escapeMarkdown(titleOf(input))}`,
    context(input),
    drivers(input.assessment),
    options(input.assessment),
    outcome(input),
    prosAndCons(input.assessment),
    moreInformation(input),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The record as a file to take away. */
export function adrReply(input: AdrInput): Reply {
  const name = `adr-${slug(titleOf(input))}.md`;
  return {
    kind: "notice",
    summary: `The decision record of ${input.review.shortId} as Markdown.`,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [plain("The decision record, in the MADR form. Put it beside the code.")] },
      { kind: "file", name, mediaType: "text/markdown", content: adrMarkdown(input) },
    ],
  };
}

function slug(title: string): string {
  const words = title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return (words.length > 60 ? words.slice(0, 60).replace(/-[^-]*$/, "") : words) || "decision";
}

function titleOf({ decision, assessment }: AdrInput): string {
  const what = oneLine(assessment.workload.name, 60) || noun(assessment.workload.unitOfWork).many;
  return decision === null ? `How to run ${what}` : `${oneLine(decision.choiceText, 80)} for ${what}`;
}

/** YAML strings are written as JSON, which YAML reads. */
function frontMatter({ decision, today }: AdrInput): string {
  const date = decision === null ? today : isoDay(decision.at);
  const makers = decision === null ? [] : [decision.by.name];
  const consulted = decision === null ? [] : decision.dissent.map(({ author }) => author.name);
  const names = (list: readonly string[]) => JSON.stringify([...new Set(list)].map((name) => oneLine(name, 60)));
  return [
    "---",
    `status: ${decision === null ? "proposed" : "accepted"}`,
    `date: ${/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : JSON.stringify(oneLine(date, 20))}`,
    ...(makers.length === 0 ? [] : [`decision-makers: ${names(makers)}`]),
    ...(consulted.length === 0 ? [] : [`consulted: ${names(consulted)}`]),
    "---",
  ].join("\n");
}

function context({ review, assessment }: AdrInput): string {
  const { workload } = assessment;
  const [digits, ...words] = rateWords(workload.ratePerSecond).split(" ");
  const asked = oneLine(review.said, 1000);
  return [
    "## Context and Problem Statement",
    "",
    `How should ${digits} ${escapeMarkdown(noun(workload.unitOfWork).many)} ${words.join(" ")} be run in ${escapeMarkdown(oneLine(workload.region, 40))}: serverless, in containers, or both?`,
    ...(asked === "" ? [] : ["", `As it was described: ${escapeMarkdown(asked)}`]),
  ].join("\n");
}

/** An assumption that explains less of the spread is no driver of the decision. */
const DRIVING = 0.05;

function drivers(assessment: Assessment): string {
  const described = assessment.estimates.find((estimate) => estimate.architecture === "serverless");
  const tightest = described === undefined ? null : tightestLimit(described);
  return [
    "## Decision Drivers",
    "",
    "* Cost a month at list prices, and how sure it is",
    `* Limits at the planned peak${tightest === null ? "" : `: ${quotaNeed(tightest)}${isShort(tightest) ? ` ${quotaRaise(tightest)}` : ""}`}`,
    "* Work to run it",
    ...assessment.drivers
      .filter(({ explains }) => explains >= DRIVING)
      .slice(0, 3)
      .map((driver) => {
        const label = pathLabel(driver.path, assessment.workload);
        return `* Assumed: ${escapeMarkdown(`${label.label}: ${label.value(driver.typical)} (${label.range(driver.low, driver.high)})`)}, explains ${percent(driver.explains)} of the spread`;
      }),
  ].join("\n");
}

function isShort(use: QuotaUse): boolean {
  return use.demandChecked > use.applied;
}

function options(assessment: Assessment): string {
  const rows = rowsInOrder(assessment).map((estimate) => `* ${optionTitle(estimate)}`);
  return ["## Considered Options", "", ...rows].join("\n");
}

function optionTitle(estimate: Estimate): string {
  const tuning = estimate.tuning === undefined ? "" : ` (${tuningWhat(estimate.tuning)})`;
  return escapeMarkdown(`${architectureLabel(estimate.architecture)}${tuning}`);
}

function outcome({ decision, assessment }: AdrInput): string {
  const { recommendation } = assessment;
  const computed = `The model's answer: ${headline(assessment)}, in ${casesOf100(recommendation.confidence)} plausible cases.`;
  const chosen =
    decision === null
      ? "Not decided yet."
      : `Chosen option: "${escapeMarkdown(oneLine(decision.choiceText, 80))}"${decision.reason.trim() === "" ? "." : `, because ${escapeMarkdown(ended(oneLine(decision.reason, 1000)))}`}`;
  const dissent = (decision?.dissent ?? []).map(
    ({ author, text }) => `* ${escapeMarkdown(oneLine(author.name, 60))}: ${escapeMarkdown(oneLine(text, 1000))}`,
  );
  const triggers = (decision?.triggers ?? recommendation.revisitTriggers).map(
    (trigger) => `* ${escapeMarkdown(triggerWords(trigger))}`,
  );
  return [
    "## Decision Outcome",
    "",
    chosen,
    "",
    escapeMarkdown(computed),
    "",
    "### Consequences",
    "",
    ...consequences(assessment, decision?.choice ?? null),
    ...(dissent.length === 0 ? [] : ["", "### Dissent", "", ...dissent]),
    ...(triggers.length === 0 ? [] : ["", "### Confirmation", "", "Look again when:", "", ...triggers]),
  ].join("\n");
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function prosAndCons(assessment: Assessment): string {
  const preferred = preferredOf(assessment);
  const parts = rowsInOrder(assessment).map((estimate) => {
    const { point, p10, p90 } = estimate.monthlyUsd;
    const largest = largestItem(estimate);
    const cost =
      estimate.feasible && estimate.missing.length === 0 ? `${moneyWithRange(point, p10, p90)} a month` : "no total";
    return [
      `### ${optionTitle(estimate)}`,
      "",
      `* Cost: ${escapeMarkdown(cost)}${largest === null ? "" : `, of it ${escapeMarkdown(`${largest.name} ${money(largest.costUsd)}`)}`}`,
      `* Carries the planned peak: ${escapeMarkdown(carries(estimate))}`,
      ...(estimate === preferred ? ["* Good, because it is what the model prefers under these assumptions"] : []),
      ...estimate.givesUp.map((tradeOff) => `* Bad, because it gives up ${escapeMarkdown(tradeOffWords(tradeOff))}`),
      ...estimate.notes.map((note) => `* Neutral, because of this: ${escapeMarkdown(estimateNoteWords(note))}`),
    ].join("\n");
  });
  return ["## Pros and Cons of the Options", ...parts].join("\n\n");
}

function moreInformation({ review, decision, assessment }: AdrInput): string {
  const revision = decision === null ? "" : ` rev ${decision.revision}`;
  const { pricesAsOf, quotasAsOf } = assessment.catalog;
  return [
    "## More Information",
    "",
    `Review ${escapeMarkdown(review.shortId)}${revision}. AWS list prices, not a quote. Prices: catalog ${escapeMarkdown(pricesAsOf)}. Quotas: as of ${escapeMarkdown(quotasAsOf)}. Figures were computed in code, not by a language model.`,
  ].join("\n");
}
