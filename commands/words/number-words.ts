const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** "5,400", "$5.4k", "12%", "1 000": the number, or null. A comma before three digits groups them. */
export function readNumber(text: string): number | null {
  const match = /^[$€£]?\s*([\d.,\s]*\d)\s*([kmb])?\s*%?(?:\s*(?:usd|dollars?))?$/i.exec(text.trim());
  if (match === null) return null;
  const digits = (match[1] ?? "").replace(/\s/g, "").replace(/,(?=\d{3}(?:\D|$))/g, "");
  const value = Number(digits.replace(",", "."));
  return Number.isFinite(value) ? value * (factors[(match[2] ?? "").toLowerCase()] ?? 1) : null;
}
