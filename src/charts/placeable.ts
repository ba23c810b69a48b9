import { type Box, overlaps } from "./geometry.ts";

/** A place where a label could go; the lower the cost, the better it reads there. */
export interface Candidate {
  box: Box;
  cost: number;
  /** What else it draws outside its box: no other label may stand there. */
  alsoTakes: readonly Box[];
}

/** A label with its places, the cheapest first, and what it costs to leave it out. */
export interface Choice<C extends Candidate> {
  candidates: readonly C[];
  dropCost: number;
}

/** One place a label, in the order of the labels; null: left out. */
export type Places<C> = readonly (C | null)[];

/** True when two labels cannot stand in these places together. */
export function clash(a: Candidate, b: Candidate, gap: number): boolean {
  return (
    overlaps(a.box, b.box, gap) ||
    a.alsoTakes.some((box) => overlaps(box, b.box)) ||
    b.alsoTakes.some((box) => overlaps(box, a.box))
  );
}

export function costAt<C extends Candidate>(labels: readonly Choice<C>[], places: Places<C>, index: number): number {
  return places[index]?.cost ?? labels[index]?.dropCost ?? 0;
}

export function totalCost<C extends Candidate>(labels: readonly Choice<C>[], places: Places<C>): number {
  return places.reduce((sum, _, index) => sum + costAt(labels, places, index), 0);
}
