/** Ranges this wide are read on a logarithm: 10 MB (1 to 40) means a factor either way, not a sum. */
const LOG_RATIO = 3;
/** Where the typical value is an end of the range (no NAT gateway, one record a put), it holds in half of the cases. */
const AT_THE_END = 0.5;

export interface Spread {
  low: number;
  typical: number;
  high: number;
}

/**
 * Value at a quantile of the triangular distribution over low..high with its mode at the typical value; on the
 * logarithm where high/low is 3 or more (docs/model.md, "Range"). A typical value at an end of its range takes half of
 * the cases itself: it is what people do, not where a slope happens to begin.
 *
 * @param u quantile, 0 to 1
 */
export function triangularQuantile(spread: Spread, u: number): number {
  const { low, typical, high } = spread;
  if (high <= low) return typical;
  if (typical <= low) return u < AT_THE_END ? typical : slopeQuantile(spread, (u - AT_THE_END) / (1 - AT_THE_END));
  if (typical >= high) return u > AT_THE_END ? typical : slopeQuantile(spread, u / AT_THE_END);
  return slopeQuantile(spread, u);
}

function slopeQuantile({ low, typical, high }: Spread, u: number): number {
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
