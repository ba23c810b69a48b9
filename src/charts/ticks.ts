/**
 * Round values of a logarithmic axis within `low`..`high`, ascending, at most `most` of them: powers of ten, every
 * second or third decade where there are many, and steps of 1, 2, 5 where the axis is short.
 */
export function logTicks(low: number, high: number, most: number): number[] {
  const decades = powersOfTen(low, high);
  if (decades.length < 2) {
    const fine = multiples(low, high, [1, 2, 5]);
    if (fine.length >= 2 && fine.length <= most) return fine;
    return fine.length > most ? everyNth(fine, Math.ceil(fine.length / most)) : decades;
  }
  return everyNth(decades, Math.ceil(decades.length / most));
}

function powersOfTen(low: number, high: number): number[] {
  return multiples(low, high, [1]);
}

/** Round values within `low`..`high`: each step times each power of ten, ascending. */
export function multiples(low: number, high: number, steps: readonly number[]): number[] {
  // A hair of slack, so that an axis which ends on a round value keeps its tick.
  const slack = 1e-9;
  const values: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
    for (const step of steps) {
      const value = step * powerOfTen(exponent);
      if (value >= low * (1 - slack) && value <= high * (1 + slack)) values.push(value);
    }
  }
  return values;
}

/** Parsed from text because 10 ** -5 is not the double nearest to 0.00001. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

/** Keeps 1, 100, 10,000 rather than 10, 1,000: multiples of the step counted from 1. */
function everyNth(values: readonly number[], step: number): number[] {
  if (step <= 1) return [...values];
  const anchor = values.findIndex((value) => value >= 1 - 1e-9);
  const offset = anchor === -1 ? 0 : anchor % step;
  return values.filter((_, index) => index % step === offset);
}
