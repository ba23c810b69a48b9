import { improveLabels } from "./improve-labels.ts";
import { type Candidate, type Choice, clash, costAt, type Places, totalCost } from "./placeable.ts";

export interface Placeable<C extends Candidate> {
  candidates: readonly C[];
  /** Further places, worked out only when the first ones do not serve every label well. */
  lastResort: (() => readonly C[]) | null;
  /** What it costs to leave the label out: more than any place for a label that must show. */
  dropCost: number;
}

/** A chain of choices, the newest first. */
interface Arrangement<C> {
  cost: number;
  last: C | null;
  before: Arrangement<C> | null;
}

/** How many arrangements are kept while labels are added one by one. */
const beamWidth = 40;
/** A place that costs more than this reads badly. */
const badPlace = 200;
/** Searches with another order of the labels, and the loss of one label that is worth another. */
const mostAttempts = 3;
const worthRetrying = 40;

/**
 * Chooses a place for each label so that no two come nearer than `gap`, at the least total cost it can find. A label
 * with no free place is left out (null). The same input always gives the same answer: nothing is random.
 */
export function placeLabels<C extends Candidate>(labels: readonly Placeable<C>[], gap: number): Places<C> {
  const places = search(labels.map(choiceOf), gap);
  const poor = places.some((place, index) => (place?.cost ?? badPlace + 1) > badPlace && labels[index]?.lastResort);
  if (!poor) return places;
  const more = labels.map((label) => ({
    dropCost: label.dropCost,
    candidates: [...label.candidates, ...(label.lastResort?.() ?? [])],
  }));
  return search(more.map(choiceOf), gap);
}

function choiceOf<C extends Candidate>({ candidates, dropCost }: Choice<C>): Choice<C> {
  return { candidates: candidates.filter((candidate) => candidate.cost < dropCost).sort(byCost), dropCost };
}

/** Searches with the labels in the order given, then again with those that fared worst in front. */
function search<C extends Candidate>(choices: readonly Choice<C>[], gap: number): Places<C> {
  let order = choices.map((_, index) => index);
  let best: Places<C> | null = null;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const places = improveLabels(choices, inOrder(choices, order, gap), gap);
    if (best === null || totalCost(choices, places) < totalCost(choices, best)) best = places;
    const regrets = choices.map((choice, index) => costAt(choices, places, index) - (choice.candidates[0]?.cost ?? 0));
    if (Math.max(0, ...regrets) < worthRetrying) break;
    order = order.toSorted((a, b) => (regrets[b] ?? 0) - (regrets[a] ?? 0));
  }
  return best ?? [];
}

/** The beam search with the choices made in this order. */
function inOrder<C extends Candidate>(choices: readonly Choice<C>[], order: readonly number[], gap: number): Places<C> {
  const found = beamSearch(
    order.flatMap((index) => choices[index] ?? []),
    gap,
  );
  return choices.map((_, index) => found[order.indexOf(index)] ?? null);
}

function beamSearch<C extends Candidate>(choices: readonly Choice<C>[], gap: number): Places<C> {
  let beam: Arrangement<C>[] = [{ cost: 0, last: null, before: null }];
  for (const choice of choices) {
    beam = beam
      .flatMap((arrangement) => extensions(arrangement, choice, gap))
      .sort(byCost)
      .slice(0, beamWidth);
  }
  return placesOf(beam[0] ?? null).slice(1);
}

/** The cheapest free places only: more would never survive the beam. */
function extensions<C extends Candidate>(
  arrangement: Arrangement<C>,
  { candidates, dropCost }: Choice<C>,
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

/** Choices in the order they were made; the first is that of the empty arrangement. */
function placesOf<C>(arrangement: Arrangement<C> | null): (C | null)[] {
  const places: (C | null)[] = [];
  for (let each = arrangement; each !== null; each = each.before) places.push(each.last);
  return places.reverse();
}

function byCost(a: { cost: number }, b: { cost: number }): number {
  return a.cost - b.cost;
}
