import { randomInt } from "node:crypto";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Clock } from "#src/clock.ts";
import { readConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { createAssessor } from "#src/reviews/assessor.ts";
import { findReview } from "#src/reviews/find-review.ts";
import { logActual } from "#src/reviews/log-actual.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import type { Author, ChannelKey } from "#src/reviews/review.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";
import type { MonthTotal } from "./sum-focus.ts";

/** Opens the store of the configuration and logs the totals there. @throws UserError as `logTotals` does */
export async function writeActuals(
  totals: readonly MonthTotal[],
  channel: ChannelKey,
  by: Author,
  clock: Clock,
): Promise<void> {
  const store = await openStore(readConfig());
  try {
    await logTotals(store, totals, channel, by, clock);
  } finally {
    await store.close();
  }
}

/**
 * Keeps each month's total with its review, all or none: what was kept for the same month is replaced.
 *
 * @throws UserError `unknown-review` for an id that is not of this channel, `bad-input` for a month to come or a
 *   total below zero; either names the review
 */
export async function logTotals(
  store: Pick<Store, "transaction">,
  totals: readonly MonthTotal[],
  channel: ChannelKey,
  by: Author,
  clock: Clock,
): Promise<void> {
  const catalog = loadCatalog();
  await store.transaction(async (records) => {
    const context = {
      records,
      catalog,
      assess: createAssessor(),
      understanding: parserUnderstanding(catalog),
      clock,
      random: () => randomInt(2 ** 47) / 2 ** 47,
    };
    for (const { review, month, totalUsd } of totals) {
      if (Number(totalUsd) < 0) throw belowZero(review, month, totalUsd);
      const found = await findReview(context, { key: channel, shortId: review });
      await logActual(context, found, by, Number(totalUsd), month);
    }
  });
}

function belowZero(review: string, month: string, totalUsd: string): UserError {
  return new UserError({
    code: "bad-input",
    message: `${review} comes to ${totalUsd.replace("-", "-$")} in ${month}: more was credited than spent, and that is no bill to compare.`,
    nextStep: "Nothing was logged. Leave that month out, or log it by hand with actual.",
  });
}
