/** Digits kept after the point: more than any bill writes. */
const PLACES = 30;
const ONE = 10n ** BigInt(PLACES);

/** An exact amount: a whole number of 10^-30. */
export type Decimal = bigint;

/** "12.3400000001", "-0.5", "1.2E-7": exactly that number; null when it is none or has more digits than are kept. */
export function readDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, "");
  const shift = PLACES - fraction.length + Number(exponent);
  const lost = shift < 0 ? digits.slice(shift).padStart(-shift, "0") : "";
  if (/[1-9]/.test(lost) || digits.length + shift > 2 * PLACES) return null;
  const units = shift < 0 ? BigInt(digits.slice(0, shift) || "0") : BigInt(digits) * 10n ** BigInt(shift);
  return sign === "-" ? -units : units;
}

/** Dollars and cents, half a cent away from zero: "5900.12". */
export function toCents(amount: Decimal): string {
  const cent = ONE / 100n;
  const size = amount < 0n ? -amount : amount;
  const cents = (size + cent / 2n) / cent;
  const sign = amount < 0n && cents > 0n ? "-" : "";
  return `${sign}${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}
