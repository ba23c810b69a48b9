import { type Box, overlaps } from "./geometry.ts";

/** A place where a label could go; the lower the cost, the better it reads there. */
export interface Candidate {
  box: Box;
  cost: number;
  /** What else it draws outside its box: no other label may stand there. */
  alsoTakes: readonly Box[];
}

export interface Placeable<C extends Candidate> {
  candidates: readonly C[];
  /** Further places, worked out only when the first ones do not serve every label well. */
  lastResort: (() => readonly C[]) | null;
  /** What it costs to leave the label out: more than any place for a label that must show. */
  dropCost: number;
}

interface Arrangement<C> {
  cost: number;
  last: C | null;
  before: Arrangement<C> | null;
}

/** How many arrangements are kept while labels are added one by one. */
const beamWidth = 40;
/** A place that costs more than this reads badly. */
const badPlace = 200;

/**
 * Chooses a place for each label so that no two come nearer than `gap`, at the least total cost it can find: a beam
 * search over the labels in the order given (put the least movable first). A label with no free place is left out
 * (null). The same input always gives the same answer: sorting is stable, nothing is random.
 */
export function placeLabels<C extends Candidate>(labels: readonly Placeable<C>[], gap: number): (C | null)[] {
  const places = search(labels, gap);
  const poor = places.some((place, index) => (place?.cost ?? badPlace + 1) > badPlace && labels[index]?.lastResort);
  if (!poor) return places;
  return search(
    labels.map((label) => ({ ...label, candidates: [...label.candidates, ...(label.lastResort?.() ?? [])] })),
    gap,
  );
}

function search<C extends Candidate>(
  labels: readonly { candidates: readonly C[]; dropCost: number }[],
  gap: number,
): (C | null)[] {
  let beam: Arrangement<C>[] = [{ cost: 0, last: null, before: null }];
  for (const label of labels) {
    const candidates = label.candidates.filter((candidate) => candidate.cost < label.dropCost).sort(byCost);
    beam = beam
      .flatMap((arrangement) => extensions(arrangement, candidates, label.dropCost, gap))
      .sort(byCost)
      .slice(0, beamWidth);
  }
  return placesOf(beam[0] ?? null).slice(1);
}

function byCost(a: { cost: number }, b: { cost: number }): number {
  return a.cost - b.cost;
}

/** The cheapest free places only: more would never survive the beam. */
function extensions<C extends Candidate>(
  arrangement: Arrangement<C>,
  candidates: readonly C[],
  dropCost: number,
  gap: number,
): Arrangement<C>[] {
  const taken = placesOf(arrangement).filter((place) => place !== null);
  const found: Arrangement<C>[] = [];
  for (const candidate of candidates) {
    if (found.length === beamWidth) break;
    if (taken.some((place) => clash(place, candidate, gap))) continue;
    found.push({ cost: arrangement.cost + candidate.cost, last: candidate, before: arrangement });
  }
  return [...found, { cost: arrangement.cost + dropCost, last: null, before: arrangement }];
}

function clash(a: Candidate, b: Candidate, gap: number): boolean {
  return (
    overlaps(a.box, b.box, gap) ||
    a.alsoTakes.some((box) => overlaps(box, b.box)) ||
    b.alsoTakes.some((box) => overlaps(box, a.box))
  );
}

/** Places in the order of the labels; the first is that of the empty arrangement. */
function placesOf<C>(arrangement: Arrangement<C> | null): (C | null)[] {
  const places: (C | null)[] = [];
  for (let each = arrangement; each !== null; each = each.before) places.push(each.last);
  return places.reverse();
}
