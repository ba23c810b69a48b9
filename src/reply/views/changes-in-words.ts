import type { Assessment } from "#src/model/assessment.ts";
import type { Change } from "#src/model/change.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { type RateUnit, rateDigits, rateUnit } from "#src/reply/rates.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { counted, noun } from "#src/reply/wording/unit-of-work.ts";
import { type LeafChange, leafChanges } from "#src/reply/workload-value.ts";

const SHOWN_MAX = 3;

/** What changed, in the words of the workload: "300 → 600 images a second". Empty when nothing did. */
export function changesInWords(before: Assessment, after: Assessment, changes: readonly Change[]): string {
  const all = leafChanges(before.workload, after.workload);
  const asked = all.filter((leaf) =>
    changes.some((change) => leaf.path === change.path || under(leaf.path, change.path)),
  );
  const shown = withoutWholeSteps(asked.length > 0 ? asked : all, before, after);
  const texts = [...stepTexts(before, after), ...shown.map((leaf) => changeText(leaf, after))];
  const rest = texts.length - SHOWN_MAX;
  const listed = texts.slice(0, SHOWN_MAX).join("; ");
  return rest > 0 ? `${listed}; ${rest} more` : listed;
}

function under(path: string, parent: string): boolean {
  return path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}

/** Leaves of steps say nothing when a step came or went: positions shift. */
function withoutWholeSteps(
  leaves: readonly LeafChange[],
  before: Assessment,
  after: Assessment,
): readonly LeafChange[] {
  if (before.workload.steps.length === after.workload.steps.length) return leaves;
  return leaves.filter((leaf) => !leaf.path.startsWith("steps."));
}

function stepTexts(before: Assessment, after: Assessment): string[] {
  const [old, now] = [before.workload.steps, after.workload.steps];
  if (old.length === now.length) return [];
  const lost = old
    .filter((step) => !now.some((other) => other.name === step.name))
    .map((step) => oneLine(step.name, 30));
  const gained = now
    .filter((step) => !old.some((other) => other.name === step.name))
    .map((step) => oneLine(step.name, 30));
  if (lost.length === 0 && gained.length === 1) return [`Step ${gained[0]} added`];
  if (gained.length === 0 && lost.length === 1) return [`Step ${lost[0]} removed`];
  return [`${old.length} → ${now.length} steps`];
}

function changeText({ path, before, after }: LeafChange, assessment: Assessment): string {
  if (path === "ratePerSecond" && typeof before === "number" && typeof after === "number") {
    const [from, to] = [rateUnit(before), rateUnit(after)];
    const words = noun(assessment.workload.unitOfWork);
    const load = (value: number, unit: RateUnit) => `${counted(rateDigits(value, unit), words)} ${unit.words}`;
    if (from !== to) return `${load(before, from)} → ${load(after, to)}`;
    return `${rateDigits(before, from)} → ${load(after, to)}`;
  }
  const label = pathLabel(path, assessment.workload);
  if (before === undefined || before === null) return `${label.label}: ${label.value(after)}`;
  return `${label.label}: ${label.value(before)} → ${label.value(after)}`;
}
