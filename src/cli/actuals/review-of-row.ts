import { readShortId } from "#src/reviews/ids.ts";

/** Which rows belong to which review. */
export interface Mapping {
  /** All rows (of these services) belong to this review; null: each row says so in its tag `rethink`. */
  review: string | null;
  /** Service names in lower case; empty: all. */
  services: ReadonlySet<string>;
}

/** Short id of the row's review; null: none. `tags` is FOCUS's JSON of keys and values. */
export function reviewOfRow({ review, services }: Mapping, service: string, tags: string): string | null {
  if (services.size > 0 && !services.has(service.trim().toLowerCase())) return null;
  return review ?? taggedReview(tags);
}

/** Clouds put a prefix before a person's own keys: "user:rethink", "aws/rethink". */
const TAG_KEY = /^(?:.*[/:])?rethink$/i;

function taggedReview(tags: string): string | null {
  // Most rows have no such tag: they are not worth parsing.
  if (!/rethink/i.test(tags)) return null;
  try {
    const parsed: unknown = JSON.parse(tags);
    if (typeof parsed !== "object" || parsed === null) return null;
    const value = Object.entries(parsed).find(([key]) => TAG_KEY.test(key))?.[1];
    return typeof value === "string" ? readShortId(value) : null;
  } catch {
    return null;
  }
}
