/**
 * A fixed low-discrepancy set: the rank-1 Korobov lattice of 521 points with generator 78.
 *
 * Every single input is cut into 521 equal slices with one point in each, so percentiles need no luck; the generator
 * is the one whose worst pair of inputs, over the first 89, is best spread (shortest vector of the pair's lattice).
 * No randomness: same input, same bytes.
 */
export const LATTICE_POINTS = 521;
const GENERATOR = 78;

/** Coordinate of one point in one dimension, in (0, 1). */
export function latticePoint(point: number, multiplier: number): number {
  return (((point * multiplier) % LATTICE_POINTS) + 0.5) / LATTICE_POINTS;
}

/** Multipliers of the first dimensions: 1, a, a^2, ... modulo the number of points. */
export function latticeMultipliers(dimensions: number): number[] {
  const multipliers: number[] = [];
  let multiplier = 1;
  for (let dimension = 0; dimension < dimensions; dimension++) {
    multipliers.push(multiplier);
    multiplier = (multiplier * GENERATOR) % LATTICE_POINTS;
  }
  return multipliers;
}
