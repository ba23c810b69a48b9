import { assertNever } from "#src/errors.ts";
import type { Assessment } from "#src/model/assessment.ts";
import { factDate } from "#src/reply/dates.ts";
import { count } from "#src/reply/numbers.ts";
import type { Span } from "#src/reply/reply.ts";
import { code, plain } from "#src/reply/spans.ts";
import type { CardReview, LlmStatus, ReviewCardInput } from "#src/reply/views/view-input.ts";
import { pathValue } from "#src/reply/wording/path-value.ts";

/** Small print: which review, which prices, how it was computed, and what in it is estimated or missing. */
export function footerSpans(input: ReviewCardInput): Span[] {
  const { review, assessment, catalogAgeDays, llm } = input;
  const notes = [
    `AWS list prices${terms(assessment)}, not a quote`,
    `catalog ${factDate(assessment.catalog.pricesAsOf)}${quotasDate(assessment)}`,
    ...(catalogAgeDays === undefined ? [] : [`prices are ${count(catalogAgeDays)} days old: check them`]),
    ...estimatedAndMissing(assessment),
    `computed in code, not by an LLM${readBy(llm)}`,
  ];
  return [...reviewSpans(review), plain(notes.join(" · "))];
}

/** `7K2Q` rev 1. */
function reviewSpans({ shortId, revision }: Pick<CardReview, "shortId" | "revision">): Span[] {
  return shortId === null ? [] : [code(shortId), plain(` rev ${revision} · `)];
}

/** What was taken off the list: a figure below list price must not pass for one at it. */
function terms({ workload }: Assessment): string {
  const { commitment, discountPercent } = workload.purchase;
  const discount = discountPercent > 0 ? ` less your ${pathValue("percent-points", discountPercent)}` : "";
  return commitment === "none" ? discount : `${discount} with ${pathValue("words", commitment)}`;
}

function quotasDate({ catalog }: Assessment): string {
  return catalog.quotasAsOf === catalog.pricesAsOf ? "" : `, quotas as of ${factDate(catalog.quotasAsOf)}`;
}

function estimatedAndMissing({ estimates }: Assessment): string[] {
  const shown = estimates.filter((estimate) => estimate.shown);
  const ids = (pick: (estimate: (typeof shown)[number]) => readonly string[]) => new Set(shown.flatMap(pick)).size;
  const estimated = ids(({ lineItems }) =>
    lineItems.filter((line) => line.estimated !== undefined).map((line) => `${line.service}/${line.dimension}`),
  );
  const missing = ids((estimate) => estimate.missing.map((line) => `${line.service}/${line.dimension}`));
  const priced = (number: number) => `${number} ${number === 1 ? "price" : "prices"}`;
  return [
    ...(estimated === 0 ? [] : [`${priced(estimated)} estimated from another region`]),
    ...(missing === 0 ? [] : [`${priced(missing)} missing`]),
  ];
}

function readBy(llm: LlmStatus): string {
  switch (llm) {
    case "pending":
      return " · a language model is still reading the words";
    case "used":
      return " · the words were read with one";
    case "failed":
      return " · the language model gave no answer, the parser read alone";
    case "off":
      return "";
    default:
      return assertNever(llm);
  }
}
