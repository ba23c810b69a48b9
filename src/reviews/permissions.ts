import { UserError } from "#src/errors.ts";
import type { Author, Review } from "./review.ts";

/** Who acts, and what the platform says of them. See docs/who-may-do-what.md. */
export interface Person extends Author {
  /** May manage the channel; undefined where the platform does not say. */
  manages?: boolean;
}

/** Who stands in for somebody who asked to be forgotten. */
export const FORGOTTEN: Author = { id: "forgotten", name: "someone" };

/**
 * A review may be deleted by who started it and by who manages the channel; by anyone once its starter was forgotten.
 *
 * @throws UserError `not-allowed`
 */
export function assertMayForgetReview(review: Review, person: Person): void {
  const isStarter = review.createdBy.id === person.id || review.createdBy.id === FORGOTTEN.id;
  if (isStarter || person.manages === true) return;
  throw new UserError({
    code: "not-allowed",
    message: `${review.shortId} was started by ${review.createdBy.name}, who alone may delete it.`,
    nextStep: "Ask them, or somebody who manages this channel.",
  });
}

/**
 * A whole channel may be deleted by who manages it. Where the platform does not say who does, anyone in it may: it is
 * asked for twice, and said to all with the name.
 *
 * @throws UserError `not-allowed`
 */
export function assertMayForgetChannel(person: Person): void {
  if (person.manages !== false) return;
  throw new UserError({
    code: "not-allowed",
    message: "Only somebody who manages this channel may delete everything in it.",
    nextStep: 'Your own part goes with "forget me".',
  });
}
