import type { Assessment, Driver, Family } from "#src/model/assessment.ts";
import { formButton } from "#src/reply/actions.ts";
import { money } from "#src/reply/money.ts";
import type { Action, Block, Span } from "#src/reply/reply.ts";
import { plain } from "#src/reply/spans.ts";
import { preferredOf } from "#src/reply/views/estimates.ts";
import { changeForm } from "#src/reply/views/forms.ts";
import { aFamily, anArchitecture, cheapestOf, familyLabel, familyOf } from "#src/reply/wording/architecture.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";

const ON_THE_CARD = 3;

/** A cost that moves less than this is not worth a figure. */
const MOVES_SHARE = 0.02;

/** The assumptions that matter most, each with what its ends would mean and a button to change it. */
export function assumptionLines(assessment: Assessment, review: string | null): Block[] {
  if (preferredOf(assessment) === null) return [];
  const telling = assessment.drivers.filter((driver) => driver.path === "peakToMean" || matters(assessment, driver));
  return telling.slice(0, ON_THE_CARD).map((driver) => ({
    kind: "line-with-action",
    spans: [plain("Assumed: "), ...assumptionSpans(assessment, driver), plain(".")],
    consequence: [plain(consequence(assessment, driver))],
    action: changeAction(assessment, driver, review),
  }));
}

/** "80% of step time is CPU (50–100%)". */
export function assumptionSpans(assessment: Assessment, driver: Driver): Span[] {
  const label = pathLabel(driver.path, assessment.workload);
  const range = driver.low === driver.high ? "" : ` (${label.range(driver.low, driver.high)})`;
  return [...label.sentence(driver.typical), plain(range)];
}

/** True when an end of its range changes the winner or moves the cost as it is written. */
function matters(assessment: Assessment, driver: Driver): boolean {
  const preferred = preferredOf(assessment);
  if (preferred === null) return false;
  if (flippingEnds(assessment, driver).length > 0) return true;
  const { costAtLowUsd, costAtHighUsd } = driver;
  if (money(costAtLowUsd) === money(costAtHighUsd)) return false;
  return Math.abs(costAtHighUsd - costAtLowUsd) >= MOVES_SHARE * preferred.monthlyUsd.point;
}

/** What the ends of its range would mean: another winner, another cost, or neither. */
export function consequence(assessment: Assessment, driver: Driver): string {
  const preferred = preferredOf(assessment);
  if (preferred === null) return "";
  const { value } = pathLabel(driver.path, assessment.workload);
  const [flip] = flippingEnds(assessment, driver);
  if (flip !== undefined && assessment.recommendation.verdict === "too-close-to-call") {
    const [atLow, atHigh] = [driver.winnerAtLow, driver.winnerAtHigh].map((family) => winnerName(assessment, family));
    return `At ${value(driver.low)} ${atLow} wins, at ${value(driver.high)} ${atHigh}.`;
  }
  if (flip !== undefined) return `At ${value(flip.end)}, ${winnerName(assessment, flip.winner)} wins.`;
  if (!matters(assessment, driver)) {
    return driver.path === "peakToMean" ? "Decides limits, not cost." : "Moves the cost by less than 2%.";
  }
  const [low = 0, high = 0] = [driver.costAtLowUsd, driver.costAtHighUsd].toSorted((x, y) => x - y);
  return `${familyLabel(familyOf(preferred.architecture))} ${money(low)} to ${money(high)}.`;
}

/**
 * Ends at which another family wins. Where both ends have the same winner this input decides nothing: the verdict then
 * hangs on something else.
 */
export function flippingEnds(assessment: Assessment, driver: Driver): { end: number; winner: Family }[] {
  const preferred = preferredOf(assessment);
  if (preferred === null || driver.winnerAtLow === driver.winnerAtHigh) return [];
  const own = familyOf(preferred.architecture);
  return [
    { end: driver.low, winner: driver.winnerAtLow },
    { end: driver.high, winner: driver.winnerAtHigh },
  ].filter(({ winner }) => winner !== own);
}

function winnerName(assessment: Assessment, family: Family): string {
  const cheapest = cheapestOf(assessment.estimates, family);
  return family === "serverless" && cheapest !== null ? anArchitecture(cheapest.architecture) : aFamily(family);
}

/** The Change button: one field, prefilled with the assumed value. */
export function changeAction(assessment: Assessment, driver: Driver, review: string | null): Action {
  const label = pathLabel(driver.path, assessment.workload);
  return {
    ...formButton("Change", review, changeForm(assessment.workload, driver, review)),
    accessibilityLabel: `Change: ${label
      .sentence(driver.typical)
      .map((span) => (span.kind === "text" ? span.text : span.name))
      .join("")}`.slice(0, 75),
  };
}
