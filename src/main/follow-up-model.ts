import type { Understanding } from "#src/reviews/context.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { hasMeaning } from "#src/reviews/spoken.ts";
import { readReview } from "#src/reviews/stored-review.ts";
import type { Records } from "#src/storage/port.ts";
import type { ServiceParts } from "./parts.ts";
import type { SpokenEvent } from "./stored-event.ts";

/**
 * The parser, and where it reads nothing in words about this one review, what a language model read. Its reading holds
 * for the revision it was asked about: steps may have come or gone since, and then the parser answers alone.
 */
export async function withModelFollowUp(
  { invocation, asked, followUp }: SpokenEvent,
  records: Records,
  { catalog, understanding }: Pick<ServiceParts, "catalog" | "understanding">,
): Promise<Understanding> {
  if (followUp === null) return understanding;
  const { platform, tenant, channel } = invocation.where;
  const row = await records.reviews.byId({ platform, tenant, channel }, asked.review.id);
  if (row === null) return understanding;
  const { number, workload } = currentRevision(readReview(row, catalog));
  if (number !== asked.review.revision) return understanding;
  const meant = JSON.stringify(workload);
  return {
    ...understanding,
    followUp: (words, about) => {
      const alone = understanding.followUp(words, about);
      return hasMeaning(alone) || JSON.stringify(about) !== meant ? alone : followUp;
    },
  };
}
