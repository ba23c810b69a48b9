import { grouped, NO_FIGURE } from "./digits.ts";

/** Billing units that are counted one by one: AWS prints their price for a thousand or a million. */
const counted = /\b(request|transition|message|event|operation|notification|record|unit|minute|invocation|call)s?\b/i;

/** Measures of time or size that are not counted although a counted word stands in them. */
const measured = /hour|second|month|\bGB\b(?! chunk)/i;

/** Products whose prices AWS prints for a thousand rather than a million. */
const perThousand = [/^s3(-express)?\//, /^step-functions\/standard-transition$/];

/**
 * A unit price as AWS prints it: "$0.025 per 1,000", "$0.20 per million", "$0.04048 per vCPU-hour".
 *
 * @param usd price of one unit, US dollars
 * @param unit billing unit of the price row
 * @param id `service/dimension`: decides whether AWS counts in thousands or millions
 */
export function unitPrice(usd: number, unit: string, id: string): string {
  if (!Number.isFinite(usd)) return NO_FIGURE;
  const name = unit.replace(/\s*\(.*\)$/, "");
  if (!counted.test(name) || measured.test(name)) return `${exactDollars(usd)} per ${name}`;
  if (perThousand.some((pattern) => pattern.test(id))) return `${exactDollars(usd * 1e3)} per 1,000`;
  return `${exactDollars(usd * 1e6)} per million`;
}

/** Digits of a price that mean something: more than any price list prints, fewer than binary fractions show. */
const PRICE_DIGITS = 12;

/** Dollars with every digit of the price and at least the cents: $1.00, $0.0000166667. */
function exactDollars(usd: number): string {
  if (usd === 0) return "$0";
  const decimals = Math.min(Math.max(PRICE_DIGITS - 1 - Math.floor(Math.log10(Math.abs(usd))), 2), 20);
  const [whole = "0", fraction = ""] = grouped(Math.abs(usd), decimals).split(".");
  const shown = fraction.replace(/0+$/, "").padEnd(2, "0");
  return `${usd < 0 ? "−" : ""}$${whole}.${shown}`;
}
