import { assertNever } from "#src/errors.ts";
import type { Assessment, Verdict } from "#src/model/assessment.ts";
import { factDate } from "#src/reply/dates.ts";
import { escapeMarkdown } from "#src/reply/markdown-escape.ts";
import { money } from "#src/reply/money.ts";
import { casesOf100, multiple } from "#src/reply/numbers.ts";
import { architectureLabel, verdictName } from "#src/reply/wording/architecture.ts";
import { carries } from "./card/option-table.ts";
import { headline } from "./card/verdict.ts";
import { isPriced, rowsInOrder } from "./estimates.ts";

/** One thing a pipeline expects, and what the model says. */
export type Expectation =
  | { kind: "verdict"; expected: Verdict; actual: Verdict; holds: boolean }
  | { kind: "headroom" | "monthly-usd"; expected: number; actual: number; holds: boolean };

/** The summary a pipeline posts: the finding, what was expected, every option. Markdown. */
export function checkMarkdown(
  assessment: Assessment,
  expectations: readonly Expectation[],
  oldCatalogDays: number | null,
): string {
  const { recommendation, catalog, workload } = assessment;
  const failed = expectations.filter(({ holds }) => !holds).length;
  const outcome =
    expectations.length === 0
      ? "Nothing was expected, so nothing was checked."
      : failed === 0
        ? `All ${expectations.length} expectations hold.`
        : `${failed} of ${expectations.length} expectations no longer hold.`;
  return [
    `## ${escapeMarkdown(headline(assessment))}`,
    "",
    `${outcome} The verdict holds in ${casesOf100(recommendation.confidence)} plausible cases.`,
    "",
    ...expectationTable(expectations),
    "| Option | A month | Carries the peak? |",
    "| --- | ---: | --- |",
    ...rowsInOrder(assessment).map((estimate) => {
      const usd = isPriced(estimate) ? money(estimate.monthlyUsd.point) : "–";
      return `| ${architectureLabel(estimate.architecture)} | ${usd} | ${escapeMarkdown(carries(estimate))} |`;
    }),
    "",
    `${escapeMarkdown(workload.region)}, AWS list prices of ${factDate(catalog.pricesAsOf)}, quotas of ${factDate(catalog.quotasAsOf)}.${
      oldCatalogDays === null ? "" : ` The prices are ${oldCatalogDays} days old: refresh them before you rely on this.`
    }`,
  ].join("\n");
}

function expectationTable(expectations: readonly Expectation[]): string[] {
  if (expectations.length === 0) return [];
  return [
    "| Expected | Model | |",
    "| --- | --- | --- |",
    ...expectations.map((each) => {
      const { expected, actual } = worded(each);
      return `| ${expected} | ${actual} | ${each.holds ? "holds" : "**fails**"} |`;
    }),
    "",
  ];
}

function worded(each: Expectation): { expected: string; actual: string } {
  switch (each.kind) {
    case "verdict":
      return { expected: `Verdict: ${verdictName(each.expected)}`, actual: verdictName(each.actual) };
    case "headroom":
      return { expected: `Headroom of at least ${multiple(each.expected, "up")}`, actual: headroomWords(each.actual) };
    case "monthly-usd":
      return {
        expected: `At most ${money(each.expected)} a month`,
        actual: Number.isFinite(each.actual) ? money(each.actual, "up") : "nothing can run it",
      };
    default:
      return assertNever(each);
  }
}

function headroomWords(headroom: number): string {
  return Number.isFinite(headroom) ? multiple(headroom) : "no limit in sight";
}
