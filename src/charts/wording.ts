import type { Family } from "#src/model/assessment.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { drawableText, isDrawable } from "./drawable-text.ts";
import { formatAmount } from "./number-format.ts";
import { inUnit, type RateUnit, rateUnitFor, shortName } from "./rate-unit.ts";

/** The words a chart adds to those of its spec. */

export function rateUnitOf(spec: ChartSpec): RateUnit {
  return spec.rateUnit ?? rateUnitFor(spec.you.ratePerSecond);
}

export function loadLabel(ratePerSecond: number, unit: RateUnit, digits: number): string {
  return `${formatAmount(inUnit(ratePerSecond, unit), digits)}/${shortName(unit)}`;
}

/** "you: 300/s" */
export function youLabel(spec: ChartSpec): string {
  return `you: ${spec.you.label ?? loadLabel(spec.you.ratePerSecond, rateUnitOf(spec), 3)}`;
}

/** "break-even 6/s"; several in one: "break-even 6, 12, 40/s"; then the same without the word. */
export function breakEvensWordings(breakEvens: ChartSpec["breakEvens"], unit: RateUnit): readonly string[] {
  const loads = joinedLoads(breakEvens.map((each) => each.label ?? loadLabel(each.ratePerSecond, unit, 2)));
  return [`break-even ${loads}`, loads];
}

/** A unit that all share is written once, at the end. */
function joinedLoads(labels: readonly string[]): string {
  const suffixes = new Set(labels.map((label) => label.slice(label.lastIndexOf("/"))));
  const shared = suffixes.size === 1 && labels.every((label) => label.includes("/"));
  return labels
    .map((label, index) => (shared && index < labels.length - 1 ? label.slice(0, label.lastIndexOf("/")) : label))
    .join(", ");
}

/** What the load axis counts, the noun apart so that it alone is cut when it is long: "images", "a second (average)". */
export function loadAxisCaption(spec: ChartSpec): { noun: string; rest: string } {
  return { noun: nounOf(spec), rest: `${perUnit(rateUnitOf(spec))} (average)` };
}

export function perUnit(unit: RateUnit): string {
  return unit === "hour" ? "an hour" : `a ${unit}`;
}

/** A noun this font cannot draw becomes "units". */
function nounOf(spec: ChartSpec): string {
  const noun = spec.unitPlural.trim();
  return noun !== "" && [...noun.normalize("NFC")].every(isDrawable) ? drawableText(noun) : "units";
}

/** What a band says, the longest wording first; null is a range that no family clearly wins. */
export function bandWordings(family: Family | null, alone: boolean): readonly string[] {
  if (family === null) return ["too close to call", "close"];
  return alone ? [`${family} costs less at every load`, `${family} costs less`] : [`${family} costs less`, family];
}
