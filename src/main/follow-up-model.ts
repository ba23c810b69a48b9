import { parseLine } from "#commands/parse-line.ts";
import { registry } from "#commands/registry.ts";
import type { Workload } from "#src/model/workload.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Understanding } from "#src/reviews/context.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { readReview } from "#src/reviews/stored-review.ts";
import type { ReviewRow } from "#src/storage/port.ts";
import { followUpOpen, readFollowUpWithModel } from "#src/understand/follow-up/with-model.ts";
import type { ServiceParts } from "./parts.ts";

/**
 * How an invocation's words are read. With a language model configured, addressed words about a review that the parser
 * leaves open are read with its help; what people say to each other never leaves.
 */
export async function understandingOf(invocation: Invocation, parts: ServiceParts): Promise<Understanding> {
  const { model, understanding } = parts;
  const text = wordsOf(invocation);
  if (model === null || text === null) return understanding;
  const workload = await workloadMeant(invocation, parts);
  if (workload === null) return understanding;
  const read = understanding.followUp(text, workload);
  if (!followUpOpen(read)) return understanding;
  const { followUp, usedModel } = await readFollowUpWithModel(text, workload, read, model);
  if (!usedModel) return understanding;
  return {
    ...understanding,
    // The command may hand over the words without the verb before them; the meaning is the same.
    followUp: (words, about) => {
      const alone = understanding.followUp(words, about);
      return followUpOpen(alone) ? followUp : alone;
    },
  };
}

/** The words that may be a change: of a thread, of `whatif`, or of a line that is no verb. Null: none. */
function wordsOf({ verb, args, addressed, where }: Invocation): string | null {
  const text = args["text"]?.trim() ?? "";
  if (text === "" || !addressed) return null;
  if (verb === "whatif") return text;
  if (verb !== null) return null;
  const parsed = parseLine(text, registry);
  if (parsed?.verb === "whatif") return parsed.args["text"] ?? null;
  if (parsed !== null) return null;
  return where.thread === undefined ? null : text;
}

/** The workload of the review the words are about: named, of the thread, or the newest of the channel. */
async function workloadMeant(invocation: Invocation, { store, catalog }: ServiceParts): Promise<Workload | null> {
  const row = await rowMeant(invocation, store.reviews);
  return row === null ? null : currentRevision(readReview(row, catalog)).workload;
}

async function rowMeant(
  { where, review }: Invocation,
  reviews: ServiceParts["store"]["reviews"],
): Promise<ReviewRow | null> {
  const key = { platform: where.platform, tenant: where.tenant, channel: where.channel };
  if (review !== undefined) return reviews.byShortId(key, review.toUpperCase());
  const inThread = where.thread === undefined ? null : await reviews.byThread(key, where.thread);
  return inThread ?? reviews.newest(key);
}
