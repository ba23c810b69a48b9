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

/** True when an end of its range changes the winner or moves the cost. */
function matters(assessment: Assessment, driver: Driver): boolean {
  const preferred = preferredOf(assessment);
  if (preferred === null) return false;
  const own = familyOf(preferred.architecture);
  if (driver.winnerAtLow !== own || driver.winnerAtHigh !== own) return true;
  return Math.abs(driver.costAtHighUsd - driver.costAtLowUsd) >= MOVES_SHARE * preferred.monthlyUsd.point;
}

/** What the ends of its range would mean: another winner, another cost, or neither. */
export function consequence(assessment: Assessment, driver: Driver): string {
  const preferred = preferredOf(assessment);
  if (preferred === null) return "";
  const own = familyOf(preferred.architecture);
  const { value } = pathLabel(driver.path, assessment.workload);
  const flips = [
    ...(driver.winnerAtLow === own ? [] : [{ end: driver.low, winner: driver.winnerAtLow }]),
    ...(driver.winnerAtHigh === own ? [] : [{ end: driver.high, winner: driver.winnerAtHigh }]),
  ];
  const [flip] = flips;
  if (flip !== undefined) return `At ${value(flip.end)}, ${winnerName(assessment, flip.winner)} wins.`;
  const [low, high] = [driver.costAtLowUsd, driver.costAtHighUsd].toSorted((a, b) => a - b);
  if (low === undefined || high === undefined) return "";
  if (!matters(assessment, driver)) {
    return driver.path === "peakToMean" ? "Decides limits, not cost." : "Moves the cost by less than 2%.";
  }
  return `${familyLabel(own)} ${money(low)} to ${money(high)}.`;
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
