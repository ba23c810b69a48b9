import { assertNever } from "#src/errors.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { monthName } from "#src/reply/dates.ts";
import { money, moneyChange } from "#src/reply/money.ts";
import { casesOf100, percent } from "#src/reply/numbers.ts";
import { rate, rateDigits, rateUnit } from "#src/reply/rates.ts";
import type { Span } from "#src/reply/reply.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { person, plain, strong } from "#src/reply/spans.ts";
import { verdictName } from "#src/reply/wording/architecture.ts";
import type { DigestCause, DigestInput, DigestReview, DigestState } from "./digest-input.ts";
import { sparkline } from "./sparkline.ts";
import { priceName, triggerWords } from "./trigger-words.ts";

/** "2 of 4 reviews moved", or what is due when nothing did. */
export function digestHeadline({ moved, watched, due }: DigestInput): string {
  if (moved.length === 0) return `${due.length} ${due.length === 1 ? "decision" : "decisions"} due for another look`;
  return `${moved.length} of ${watched} ${watched === 1 ? "review" : "reviews"} moved`;
}

/** Lines of one review: its change, the cause, triggers that fired, predicted against billed. */
export function digestReviewSpans(review: DigestReview): Span[][] {
  const actual = actualText(review);
  return [
    headSpans(review),
    [plain([causeText(review), standingText(review)].filter((text) => text !== "").join(" "))],
    ...review.fired.slice(0, 3).map(firedSpans),
    ...(actual === "" ? [] : [[plain(actual)]]),
  ].filter((line) => line.some((span) => span.kind === "person" || span.text !== ""));
}

/** "image-resize $5.4k → $6.0k a month (+10%) ▁▂▃▄": the sparkline repeats written figures, so it comes last. */
function headSpans({ name, shortId, before, after, historyUsd }: DigestReview): Span[] {
  const lead = strong(oneLine(name, 60) || shortId);
  if (before.verdict !== after.verdict) {
    return [lead, plain(`  ${verdictName(before.verdict)} → `), strong(verdictName(after.verdict))];
  }
  const bars = sparkline(historyUsd);
  const tail = bars === "" ? "" : `  ${bars}`;
  if (before.usd === null || after.usd === null) {
    return [lead, plain(`  ${after.usd === null ? "no total" : `${money(after.usd)} a month`}${tail}`)];
  }
  const change = moneyChange(before.usd, after.usd);
  // Listed for its bill or a trigger: there is no move to draw.
  if (money(before.usd) === money(after.usd))
    return [lead, plain("  "), strong(money(after.usd)), plain(` a month${tail}`)];
  return [
    lead,
    plain(`  ${money(before.usd)} → `),
    strong(money(after.usd)),
    plain(` a month${change === null ? "" : ` (${change})`}${tail}`),
  ];
}

/** With several causes, each says what it did: "Growth as planned: 300 → 331/s (+$500). A price in it changed (-$20)." */
function causeText({ before, after, causes, split = [] }: DigestReview): string {
  return causes
    .map((cause) => {
      const share = split.find((one) => one.cause === cause);
      const sentence = causeSentence(cause, before, after, share?.price);
      return share === undefined || causes.length < 2
        ? sentence
        : `${sentence.replace(/\.$/, "")} (${signedMoney(share.usd)}).`;
    })
    .join(" ");
}

function signedMoney(usd: number): string {
  return `${usd < 0 ? "−" : "+"}${money(Math.abs(usd))}`;
}

function causeSentence(
  cause: DigestCause,
  before: DigestState,
  after: DigestState,
  price: { id: string; share: number } | undefined,
): string {
  switch (cause) {
    case "growth": {
      const unit = rateUnit(before.ratePerSecond);
      return `Growth as planned: ${rateDigits(before.ratePerSecond, unit)} → ${rate(after.ratePerSecond, unit)}.`;
    }
    case "price":
      return price === undefined ? "A price in it changed." : priceSentence(price);
    case "quota":
      return "A quota in it changed.";
    case "correction":
      return "Somebody corrected it.";
    case "decision":
      return "The decision changed what is followed.";
    default:
      return assertNever(cause);
  }
}

function priceSentence({ id, share }: { id: string; share: number }): string {
  const name = priceName(id);
  const moved = share > 0 ? "rose" : "fell";
  return `${capital(name)} ${moved} by ${percent(Math.abs(share), "nearest")}.`;
}

function standingText({ before, after }: DigestReview): string {
  const cases = casesOf100(after.confidence);
  if (after.verdict === "too-close-to-call" && after.serverlessUsd !== null && after.monolithUsd !== null) {
    const was =
      before.verdict === after.verdict
        ? ""
        : `; ${verdictName(before.verdict)} won in ${casesOf100(before.confidence)} cases before`;
    return `Serverless ${money(after.serverlessUsd)} a month, monolith ${money(after.monolithUsd)}${was}.`;
  }
  if (before.verdict === after.verdict) return `Still ${verdictName(after.verdict)}, in ${cases} cases.`;
  const cost = after.usd === null ? "" : `, ${money(after.usd)} a month`;
  return `Now ${verdictName(after.verdict)}${cost}, in ${cases} cases.`;
}

function firedSpans({ trigger, setBy }: DigestReview["fired"][number]): Span[] {
  const words = triggerWords(trigger);
  if (setBy === null) return [plain(`A trigger came true: ${words}.`)];
  return [plain("The trigger "), person(setBy.id, oneLine(setBy.name, 60)), plain(` set came true: ${words}.`)];
}

function actualText({ actual }: DigestReview): string {
  if (actual === null) return "";
  const change = moneyChange(actual.predictedUsd, actual.billedUsd);
  return `${monthName(actual.month)}: predicted ${money(actual.predictedUsd)}, billed ${money(actual.billedUsd)}${change === null ? "" : ` (${change})`}.`;
}
