import { assertNever } from "#src/errors.ts";
import type { RevisitTrigger } from "#src/model/assessment.ts";
import { factDate, isoDay } from "#src/reply/dates.ts";
import { money } from "#src/reply/money.ts";
import { multiple, percentGiven } from "#src/reply/numbers.ts";
import { rate } from "#src/reply/rates.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { dimensionName } from "#src/reply/wording/service.ts";

/** When to look again, in words that fit a list: "load passes 600/s". */
export function triggerWords({ kind, path, value }: RevisitTrigger): string {
  switch (kind) {
    case "rate-above":
      return `load passes ${rate(value)}`;
    case "rate-below":
      return `load falls under ${rate(value)}`;
    case "monthly-usd-above":
      return `it costs over ${money(value)} a month`;
    case "headroom-below":
      return `${path === "" ? "a quota" : quotaTitle(path)} ${value === 1 ? "no longer holds the peak" : `holds under ${multiple(value)} the peak`}`;
    case "date":
      return `${dateOf(path, value)} comes`;
    case "price-changed":
      return `${priceName(path)} moves ${percentGiven(value)}`;
    case "quota-changed":
      return `the quota of ${path === "" ? "a limit in it" : quotaTitle(path)} changes`;
    default:
      return assertNever(kind);
  }
}

/** The date stands as ISO text in the path, or as epoch milliseconds in the value. */
function dateOf(path: string, value: number): string {
  if (/^\d{4}-\d{2}-\d{2}/.test(path)) return factDate(path);
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? "the date set" : factDate(isoDay(at));
}

/** "the price of Lambda duration". */
export function priceName(path: string): string {
  const [service = "", ...dimension] = path.split("/");
  return dimension.length === 0 ? "a price in it" : `the price of ${dimensionName(service, dimension.join("/"))}`;
}
