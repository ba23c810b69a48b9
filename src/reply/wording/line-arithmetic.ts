import type { Factor, LineItem } from "#src/model/assessment.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { wholeDollars } from "#src/reply/money.ts";
import { percentGiven, quantity } from "#src/reply/numbers.ts";
import { unitPrice } from "#src/reply/unit-price.ts";
import { dimensionName } from "./service.ts";
import { sourceName } from "./source-name.ts";
import { noun } from "./unit-of-work.ts";

/** Lines that are the same purchase for several steps, added up. */
export function mergedLines(lines: readonly LineItem[]): LineItem[] {
  const groups = Map.groupBy(lines, (line) => `${line.service}/${line.dimension}/${line.label}/${line.share}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first, ...rest] = group;
      if (first === undefined) return [];
      return [{ ...rest.reduce(added, first), factors: sharedFactors(group) }];
    })
    .toSorted((a, b) => b.costUsd - a.costUsd);
}

function added(a: LineItem, b: LineItem): LineItem {
  const tiers = a.tiers.map((tier, position) => ({
    ...tier,
    quantity:
      tier.quantity + (b.tiers[position]?.unitPriceUsd === tier.unitPriceUsd ? (b.tiers[position]?.quantity ?? 0) : 0),
  }));
  return { ...a, quantity: a.quantity + b.quantity, costUsd: a.costUsd + b.costUsd, tiers };
}

/** The arithmetic of alike lines once, times how many there are; none where they differ. */
function sharedFactors(group: readonly LineItem[]): readonly Factor[] {
  const [first] = group;
  if (first === undefined) return [];
  const text = (line: LineItem) => JSON.stringify(line.factors.map(({ value, what }) => [value, what]));
  if (group.length === 1) return first.factors;
  if (first.factors.length === 0 || group.some((line) => text(line) !== text(first))) return [];
  return [...first.factors, { value: group.length, what: "steps alike" }];
}

/** "transitions" of "state transition": what the quantity counts, plural. */
export function unitsOf({ unit }: Pick<LineItem, "unit">): string {
  const name = oneLine(unit, 60).replace(/\s*\(.*\)$/, "");
  return /^[A-Z]{2,4}$/.test(name) ? name : noun(name).many;
}

/** "300 images/s × 7 states × 2,628,000 s = 5,518.8M transitions", or null where the factors are not known. */
export function quantityArithmetic(line: LineItem, unitOfWork: string): string | null {
  if (line.factors.length === 0) return null;
  const { many } = noun(unitOfWork);
  const telling = line.factors.filter((factor) => factor.value !== 1 || factor.path === "ratePerSecond");
  const factors = telling.map((factor) => factorText(factor, many)).join(" × ");
  return `${factors} = ${quantity(line.quantity)} ${unitsOf(line)}`;
}

function factorText({ value, what, path }: Factor, many: string): string {
  if (path === "ratePerSecond") return `${quantity(value)} ${many}/s`;
  const name = oneLine(what, 60);
  return name === "" ? quantity(value) : `${quantity(value)} ${name}`;
}

/** "5,518.8M × $0.025 per 1,000": one term for each band the quantity ran through. */
export function priceArithmetic(line: LineItem): string {
  const id = `${line.service}/${line.dimension}`;
  const bands = line.tiers.filter((tier) => tier.quantity > 0);
  const terms = bands.map((tier) => `${quantity(tier.quantity)} × ${unitPrice(tier.unitPriceUsd, line.unit, id)}`);
  const product = terms.length === 0 ? quantity(line.quantity) : terms.join(" + ");
  if (line.paidShare === 1 || line.paidShare === undefined) return product;
  return `${terms.length > 1 ? `(${product})` : product} × ${percentGiven(line.paidShare)} paid after discounts`;
}

/** The unit price in the table of all lines: the first band's, "from" when there are several. */
export function linePrice(line: LineItem): string {
  const bands = line.tiers.filter((tier) => tier.quantity > 0);
  const [first] = bands;
  if (first === undefined) return "–";
  const price = unitPrice(first.unitPriceUsd, line.unit, `${line.service}/${line.dimension}`);
  return bands.length > 1 ? `${price}, then less` : price;
}

/** "AWS price list, us-east-1, 13 Apr 2026", with what is not verified said so. */
export function lineSource(line: LineItem): string {
  const source = `${sourceName(line.source)}, ${factDate(line.effectiveDate)}`;
  const estimated =
    line.estimated === undefined
      ? ""
      : `, estimated from another region: ${wholeDollars(line.estimated.lowUsd)} to ${wholeDollars(line.estimated.highUsd)}`;
  return `${source}${line.verified ? "" : ", unverified"}${estimated}`;
}

export function lineName(line: LineItem): string {
  return dimensionName(line.service, line.dimension);
}
