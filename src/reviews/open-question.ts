import type { Described, ReviewContext } from "./context.ts";
import type { ChannelKey } from "./review.ts";

/** A question that was not answered within this time is no longer in anybody's mind. */
const OPEN_FOR_MS = 30 * 60_000;

/** Leaves an answer may hold and still be only an answer: how often, and when. */
const ANSWER_FIELDS = new Set([
  "ratePerSecond",
  "unitOfWork",
  "name",
  "activeHoursPerMonth",
  "peakToMean",
  "growthPerMonth",
]);

/** True while this person was asked something about a description here and has not answered. */
export async function hasOpenQuestion(context: ReviewContext, key: ChannelKey, personId: string): Promise<boolean> {
  return (await openText(context, key, personId)) !== null;
}

/**
 * Reads a description; where it only answers what this person was asked about an earlier one, both together. What has
 * to be asked now is remembered for the next words.
 */
export async function describeInTurn(
  context: ReviewContext,
  key: ChannelKey,
  personId: string,
  text: string,
): Promise<{ described: Described; said: string }> {
  const earlier = await openText(context, key, personId);
  const alone = context.understanding.describe(text);
  const both = earlier === null || !isOnlyAnAnswer(alone) ? null : completed(context, earlier, text);
  const { described, said } = both ?? { described: alone, said: text };
  if (described.kind === "ask" && described.figures) {
    await context.records.asks.put(key, personId, text, context.clock.now());
  } else if (earlier !== null) {
    await context.records.asks.remove(key, personId);
  }
  return { described, said };
}

function openText(context: ReviewContext, key: ChannelKey, personId: string): Promise<string | null> {
  const since = new Date(context.clock.now().getTime() - OPEN_FOR_MS);
  return context.records.asks.get(key, personId, since);
}

/** Both texts as one description, or null when that is none either. */
function completed(
  context: ReviewContext,
  earlier: string,
  text: string,
): { described: Described; said: string } | null {
  const said = `${earlier.trim().replace(/[.,;]$/, "")}. ${text.trim()}`;
  const described = context.understanding.describe(said);
  return described.kind === "workload" ? { described, said } : null;
}

function isOnlyAnAnswer(described: Described): boolean {
  if (described.kind === "ask") return true;
  return Object.keys(described.workload).every((field) => ANSWER_FIELDS.has(field));
}
