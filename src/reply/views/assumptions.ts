import type { Assessment, Driver } from "#src/model/assessment.ts";
import type { Origin } from "#src/model/workload.ts";
import { showEveryone } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { percent } from "#src/reply/numbers.ts";
import type { Action, Block, Reply, Span } from "#src/reply/reply.ts";
import { capitalSpans } from "#src/reply/sentence-case.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { leaves } from "#src/reply/workload-value.ts";
import { assumptionSpans, changeAction, consequence } from "./card/assumption-lines.ts";
import type { DetailInput } from "./view-input.ts";

/** More would not fit a message of any platform with a button each. */
const SHOWN_MAX = 8;

/** Under this a share of the spread is noise. */
const WORTH_A_SHARE = 0.05;

/** An input that explains this much of the spread is worth measuring. */
const WORTH_MEASURING = 0.2;

/** Every assumption, the weightiest first, with its range, its consequence and a button. */
export function assumptionsReply({ review, assessment, audience }: DetailInput): Reply {
  const { drivers } = assessment;
  const shown = drivers.slice(0, SHOWN_MAX);
  const rest = drivers.length - shown.length;
  const actions: Action[] = audience === "asker" ? [showEveryone("assumptions", review.shortId)] : [];
  return {
    kind: "detail",
    summary: drivers.length === 0 ? "Nothing was assumed." : "Assumptions, ordered by how much they matter.",
    accent: "none",
    blocks: [
      { kind: "headline", text: drivers.length === 0 ? "Nothing was assumed" : "Assumptions, the weightiest first" },
      ...shown.map((driver, position) => line(assessment, driver, position, review.shortId)),
      ...(rest > 0 ? [small(`${rest} more matter less.`)] : []),
      ...paragraph(corrected(assessment)),
      ...paragraph(said(assessment)),
      ...paragraph(taken(assessment)),
      ...(actions.length === 0 ? [] : [{ kind: "actions", actions } as const]),
      small("Anyone here can change one. The card keeps who changed what, and Undo goes back one."),
    ],
  };
}

function small(text: string): Block {
  return { kind: "context", spans: [plain(text)] };
}

function paragraph(spans: readonly Span[]): Block[] {
  return spans.length === 0 ? [] : [{ kind: "paragraph", spans }];
}

function line(assessment: Assessment, driver: Driver, position: number, review: string | null): Block {
  const measure = position === 0 && driver.explains >= WORTH_MEASURING;
  const share = driver.explains >= WORTH_A_SHARE ? `Explains ${percent(driver.explains)} of the spread. ` : "";
  const judged = driver.judgement ? "" : ` From ${oneLine(driver.source, 80)}.`;
  return {
    kind: "line-with-action",
    spans: capitalSpans(assumptionSpans(assessment, driver)),
    consequence: [
      plain(`${share}${consequence(assessment, driver)}${judged}`),
      ...(measure ? [plain(" "), strong("Measure this next.")] : []),
    ],
    action: changeAction(assessment, driver, review),
  };
}

function said(assessment: Assessment): Span[] {
  const texts = withOrigin(assessment, ["stated", "inferred"]).map(({ path, value, origin }) => {
    const text = valueText(assessment, path, value);
    const range = rangeText(assessment, path, origin);
    return `${text}${range}${origin.origin === "inferred" ? " (understood so)" : ""}`;
  });
  return texts.length === 0 ? [] : [strong("You said: "), plain([...new Set(texts)].join(" · "))];
}

function corrected(assessment: Assessment): Span[] {
  const texts = withOrigin(assessment, ["corrected"]).map(({ path, value, origin }) => {
    const by = origin.by === undefined ? "" : ` by ${oneLine(origin.by, 60)}`;
    return `${valueText(assessment, path, value)}${by}`;
  });
  return texts.length === 0 ? [] : [strong("Corrected: "), plain([...new Set(texts)].join(" · "))];
}

/** Assumed values that are not ranged: choices and round-the-clock defaults. */
function taken(assessment: Assessment): Span[] {
  const ranged = new Set(assessment.drivers.map((driver) => anyStep(driver.path)));
  const texts = withOrigin(assessment, ["assumed"])
    .filter(({ path, value }) => !ranged.has(anyStep(path)) && !isNothing(value))
    .map(({ path, value }) => valueText(assessment, path, value));
  const distinct = [...new Set(texts)];
  const shown = distinct.slice(0, 12).join(" · ") + (distinct.length > 12 ? ` · and ${distinct.length - 12} more` : "");
  return distinct.length === 0 ? [] : [strong("Also taken as given: "), plain(shown)];
}

/** The same field of whichever step. */
function anyStep(path: string): string {
  return path.replace(/^steps\.(?:\d+|all|\*)\./, "steps.*.");
}

/** Zero, none and no add nothing to what is taken as given. */
function isNothing(value: unknown): boolean {
  return value === null || value === 0 || value === "none" || value === false;
}

function withOrigin(
  assessment: Assessment,
  kinds: readonly Origin["origin"][],
): { path: string; value: unknown; origin: Origin }[] {
  const values = leaves(assessment.workload);
  return Object.entries(assessment.origins)
    .filter(
      ([path, origin]) =>
        kinds.includes(origin.origin) && values.has(path) && !/^(?:name|unitOfWork|steps\.\d+\.name)$/.test(path),
    )
    .map(([path, origin]) => ({
      path: sharedPath(path, values, assessment.workload.steps.length),
      value: values.get(path),
      origin,
    }));
}

/** A value that all steps share is said once. */
function sharedPath(path: string, values: ReadonlyMap<string, unknown>, steps: number): string {
  const leaf = /^steps\.\d+\.(.+)$/.exec(path)?.[1];
  if (leaf === undefined || steps < 2) return path;
  const all = Array.from({ length: steps }, (_, position) => values.get(`steps.${position}.${leaf}`));
  return all.every((value) => value === all[0]) ? `steps.all.${leaf}` : path;
}

function valueText(assessment: Assessment, path: string, value: unknown): string {
  return pathLabel(path, assessment.workload)
    .sentence(value)
    .map((span) => (span.kind === "text" ? span.text : span.name))
    .join("");
}

function rangeText(assessment: Assessment, path: string, { low, high }: Origin): string {
  if (low === undefined || high === undefined || low === high) return "";
  return ` (taken as ${pathLabel(path, assessment.workload).range(low, high)})`;
}
