import type { ReferenceComparison } from "#src/model/assessment.ts";
import type { Likeness } from "#src/model/statement.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Span } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { likenessWords } from "#src/reply/wording/likeness.ts";

const SHOWN_MAX = 3;

/** How the workload is like the reference case, and how it is unlike: two lines. */
export function referenceSpans(reference: ReferenceComparison): Span[] {
  const name = referenceName(reference.name);
  const like = listed(reference.like);
  const unlike = listed(reference.unlike);
  const lines = [
    ...(like === "" ? [] : [[strong(`Like ${name}:`), plain(` ${like}.`)]]),
    ...(unlike === "" ? [] : [[strong(like === "" ? `Unlike ${name}:` : "Unlike it:"), plain(` ${unlike}.`)]]),
  ];
  return lines.flatMap((line, position) => (position === 0 ? line : [plain("\n"), ...line]));
}

/** What tuning alone would save is the part of the story that gets lost, so it always has a place. */
function listed(likenesses: readonly Likeness[]): string {
  const tuning = likenesses.filter(({ code }) => code === "tuning-saves-most" || code === "tuning-saves-little");
  const others = likenesses.filter((likeness) => !tuning.includes(likeness));
  return [...others.slice(0, SHOWN_MAX - tuning.length), ...tuning].map(likenessWords).join(", ");
}

/** The case as people know it. */
export function referenceName(name: string): string {
  return name === "prime-video" ? "Prime Video, 2023" : oneLine(name, 60);
}
