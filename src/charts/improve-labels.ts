import { type Candidate, type Choice, clash, costAt, type Places, totalCost } from "./placeable.ts";

/** Rounds after which a slow gain is no longer worth the time. */
const mostRounds = 12;
/** Labels that may be pushed aside for one. */
const mostPushed = 2;

/**
 * Moves labels one at a time to a better place, pushing those in the way to their own next best, as long as all
 * together read better. Mends what a beam search gave up too early.
 */
export function improveLabels<C extends Candidate>(
  labels: readonly Choice<C>[],
  start: Places<C>,
  gap: number,
): Places<C> {
  let places = start;
  for (let round = 0; round < mostRounds; round++) {
    const better = labels.reduce((current, _, index) => betterPlace(labels, current, index, gap) ?? current, places);
    if (better === places) break;
    places = better;
  }
  return places;
}

function betterPlace<C extends Candidate>(
  labels: readonly Choice<C>[],
  places: Places<C>,
  index: number,
  gap: number,
): Places<C> | null {
  const before = costAt(labels, places, index);
  for (const candidate of labels[index]?.candidates ?? []) {
    if (candidate.cost >= before) break;
    const moved = pushAside(labels, places, index, candidate, gap);
    if (moved !== null && totalCost(labels, moved) < totalCost(labels, places) - 1e-6) return moved;
  }
  return null;
}

/** Everything with this label here and those it meets at the best places left to them. */
function pushAside<C extends Candidate>(
  labels: readonly Choice<C>[],
  places: Places<C>,
  index: number,
  candidate: C,
  gap: number,
): Places<C> | null {
  const pushed = places.flatMap((place, other) =>
    other !== index && place !== null && clash(place, candidate, gap) ? [other] : [],
  );
  if (pushed.length > mostPushed) return null;
  const moved = places.map((place, other) => (other === index ? candidate : pushed.includes(other) ? null : place));
  for (const other of pushed) {
    const taken = moved.filter((place) => place !== null);
    const free = labels[other]?.candidates.find((each) => !taken.some((place) => clash(place, each, gap)));
    moved[other] = free ?? null;
  }
  return moved;
}
