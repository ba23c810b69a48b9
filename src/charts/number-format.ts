/** The numbers on a chart, as people write them. */

/** An amount of load without its unit: 0.05, 1.4, 6, 300, 12,000, 120k, 1.2M. */
export function formatAmount(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  if (rounded >= 1e12) return scientific(value);
  if (rounded >= 1e9) return `${significant(rounded / 1e9, digits)}B`;
  if (rounded >= 1e6) return `${significant(rounded / 1e6, digits)}M`;
  if (rounded >= 1e5) return `${significant(rounded / 1e3, digits)}k`;
  return rounded > 0 && rounded < 1e-4 ? scientific(value) : significant(value, digits);
}

/** Dollars on the cost axis: 0.1¢, 10¢, $1, $500, $10k, $1M. */
export function formatTickUsd(value: number): string {
  if (value >= 1e12) return `$${scientific(value)}`;
  if (value >= 1e9) return `$${significant(value / 1e9, 3)}B`;
  if (value >= 1e6) return `$${significant(value / 1e6, 3)}M`;
  if (value >= 1e3) return `$${significant(value / 1e3, 3)}k`;
  if (value >= 1) return `$${significant(value, 3)}`;
  return value * 100 >= 1e-4 ? `${significant(value * 100, 3)}¢` : `$${scientific(value)}`;
}

/** At most `digits` significant digits, thousands grouped, no trailing zeros: 0.05, 1.5, 12,000. */
function significant(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  if (Number.isInteger(rounded)) return rounded.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toFixed(Math.min(20, decimals)).replace(/0+$/, "");
}

function scientific(value: number): string {
  return value.toExponential(0).replace("e+", "e");
}
