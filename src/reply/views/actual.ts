import { money } from "#src/reply/money.ts";
import { percent } from "#src/reply/numbers.ts";
import type { Reply } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import type { Actual } from "#src/reviews/review.ts";

export interface ActualInput {
  review: { shortId: string };
  actual: Actual;
  /** The amount it replaces. */
  replaced: Actual | null;
  /** What was predicted for the design in question; null: nothing was. */
  predictedUsd: number | null;
}

/** What the bill was, beside what was predicted. */
export function actualReply({ review, actual, replaced, predictedUsd }: ActualInput): Reply {
  const title = `${review.shortId}, ${actual.month}: billed ${money(actual.amountUsd)}.`;
  const instead = replaced === null ? "" : ` It replaces ${money(replaced.amountUsd)}.`;
  return {
    kind: "notice",
    summary: title,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [strong(title), plain(`${predicted(actual.amountUsd, predictedUsd)}${instead}`)] },
      { kind: "context", spans: [plain("The digest shows predicted against billed.")] },
    ],
  };
}

function predicted(billedUsd: number, predictedUsd: number | null): string {
  if (predictedUsd === null) return " Nothing was predicted for it.";
  const difference = predictedUsd === 0 ? 0 : (billedUsd - predictedUsd) / predictedUsd;
  const side = difference < 0 ? "under" : "over";
  const by =
    Math.abs(difference) < 0.005
      ? "as predicted"
      : `${percent(Math.abs(difference), "nearest")} ${side} what was predicted`;
  return ` Predicted was ${money(predictedUsd)} a month: ${by}.`;
}
