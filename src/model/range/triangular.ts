/** Ranges this wide are read on a logarithm: 10 MB (1 to 40) means a factor either way, not a sum. */
const LOG_RATIO = 3;

export interface Spread {
  low: number;
  typical: number;
  high: number;
}

/**
 * Value at a quantile of the triangular distribution over low..high with its mode at the typical value; on the
 * logarithm where high/low is 3 or more (docs/model.md, "Range").
 *
 * @param u quantile, 0 to 1
 */
export function triangularQuantile(spread: Spread, u: number): number {
  const { low, typical, high } = spread;
  if (high <= low) return typical;
  if (low > 0 && high / low >= LOG_RATIO) {
    return Math.exp(linearQuantile(Math.log(low), Math.log(typical), Math.log(high), u));
  }
  return linearQuantile(low, typical, high, u);
}

function linearQuantile(low: number, mode: number, high: number, u: number): number {
  const belowMode = (mode - low) / (high - low);
  return u <= belowMode
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}
