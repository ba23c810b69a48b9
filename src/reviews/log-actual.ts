import { UserError } from "#src/errors.ts";
import type { ReviewContext } from "./context.ts";
import type { Actual, Author, Review } from "./review.ts";

/** More is a slip of the finger. */
const LARGEST_BILL_USD = 1e12;

/**
 * Keeps what a month's bill really was; a second amount for the same month replaces the first.
 *
 * @param month YYYY-MM
 * @throws UserError `bad-input` for an amount that can't be a bill, or a month that has not begun
 */
export async function logActual(
  context: ReviewContext,
  review: Review,
  by: Author,
  amountUsd: number,
  month: string,
): Promise<{ review: Review; replaced: Actual | null }> {
  const now = context.clock.now();
  if (!(amountUsd >= 0 && amountUsd <= LARGEST_BILL_USD)) {
    throw new UserError({
      code: "bad-input",
      message: "That is no amount of a bill.",
      nextStep: 'Give US dollars, for example "actual 5400 2026-10".',
    });
  }
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) || month > now.toISOString().slice(0, 7)) {
    throw new UserError({
      code: "bad-input",
      message: `${month.slice(0, 20)} is no month that has begun.`,
      nextStep: 'Write it as year and month, for example "2026-10".',
    });
  }
  const actual: Actual = { month, amountUsd, by, at: now };
  await context.records.reviews.putActual(review.key, review.id, actual);
  const others = review.actuals.filter((one) => one.month !== month);
  const actuals = [...others, actual].toSorted((a, b) => a.month.localeCompare(b.month));
  return {
    review: { ...review, actuals },
    replaced: review.actuals.find((one) => one.month === month) ?? null,
  };
}
