import type { Workload } from "#src/model/workload.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { rateDigits, rateUnit } from "#src/reply/rates.ts";
import type { Span } from "#src/reply/reply.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { askedOutright } from "./asked.ts";
import { fieldOf, parameterWords } from "./parameter-path-words.ts";
import { pathRange, pathValue, type ValueKind } from "./path-value.ts";
import { type PathWords, words } from "./path-words.ts";
import { quotaTitle } from "./quota-title.ts";
import { noun } from "./unit-of-work.ts";
import { workloadPathWords } from "./workload-path-words.ts";

/** What a label needs to know of the workload: the reader's nouns. */
export type LabelContext = Pick<Workload, "unitOfWork" | "steps">;

const STEP_NAME_MAX = 24;

/** Everything that can be said of one path, with the reader's nouns filled in. */
export interface PathLabel {
  /** "Share of step time that is CPU work". */
  label: string;
  /** "how much of step time is CPU work". */
  question: string;
  /** "how much of step time is CPU work?". */
  asked: string;
  /** "80%, or 60–90%". */
  example: string;
  value(value: unknown): string;
  range(low: unknown, high: unknown): string;
  /** The assumption as a sentence without a full stop: "*80%* of step time is CPU". */
  sentence(value: unknown): Span[];
  /** "containers are under 40% busy". */
  condition(side: "below" | "above", value: unknown): string;
}

/** Words for a workload path (`steps.0.memoryMb`) or an assumption of the model (`parameters.lambda.initMs`). */
export function pathLabel(path: string, context: LabelContext): PathLabel {
  const found = find(path);
  const fill = (template: string) => filled(template, path, context);
  return {
    label: capital(fill(found.label)),
    question: fill(found.question),
    asked: fill(outright(path) ?? `can you say ${found.question}?`),
    example: fill(found.example),
    value: (value) => pathValue(found.kind, value),
    range: (low, high) => pathRange(found.kind, low, high),
    sentence: (value) => marked(found.sentence, fill, templateValue(found.kind, value)),
    condition: (side, value) => fill(withValue(found[side], templateValue(found.kind, value))),
  };
}

/** What running more is taken to cost: a preference, which nobody can measure. */
export function isPreference(path: string): boolean {
  return (assumptionOf(path) ?? "").startsWith("verdict.");
}

/** True when somebody worded this path; the fallback is only for paths of a later version. */
export function hasWords(path: string): boolean {
  return lookUp(path) !== undefined;
}

/** The question asked outright, where somebody worded it so. */
function outright(path: string): string | undefined {
  const id = assumptionOf(path);
  if (id !== null) return askedOutright[id] ?? askedOutright[fieldOf(id) ?? ""];
  return askedOutright[path.replace(/^steps\.(?:\d+|all)\./, "steps.*.")];
}

function lookUp(path: string): PathWords | undefined {
  const assumption = assumptionOf(path);
  if (assumption !== null) return parameterWords(assumption);
  const quota = quotaOf(path);
  if (quota !== null) return quotaWords(quota);
  return workloadPathWords[path.replace(/^steps\.(?:\d+|all)\./, "steps.*.")];
}

function find(path: string): PathWords {
  return lookUp(path) ?? fallback(path);
}

/** An assumption of the model: as a driver names it, or as a correction of it is kept in the workload. */
function assumptionOf(path: string): string | null {
  return /^parameters\.(.+)$/.exec(path)?.[1] ?? /^assumptions\["(.+)"\]$/.exec(path)?.[1] ?? null;
}

function quotaOf(path: string): string | null {
  return /^appliedQuotas\["(.+)"\]$/.exec(path)?.[1] ?? null;
}

function quotaWords(quota: string): PathWords {
  const title = quotaTitle(quota);
  return words(
    `Your quota: ${title}`,
    "number",
    `your quota for ${title} *{v}*`,
    `what your quota for ${title} is`,
    "5,000",
    {
      below: `your quota for ${title} is under {v}`,
      above: `your quota for ${title} is over {v}`,
    },
  );
}

/** An unworded path: its last names as words, its value as a number. */
function fallback(path: string): PathWords {
  const name = oneLine(path, 80)
    .replace(/^(?:parameters\.|assumptions\["?)|"?\]$/g, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[._]/g, " ")
    .toLowerCase();
  return words(name, "number", `${name} *{v}*`, `what ${name} is`, "a number");
}

function filled(template: string, path: string, context: LabelContext): string {
  const { one, many } = noun(context.unitOfWork);
  const nouns: Readonly<Record<string, string>> = { one, many, step: stepName(path, context) };
  const general = path.startsWith("steps.all.") ? template.replace("{step} time", "step time") : template;
  return general.replace(/\{(one|many|step)\}/g, (mark, name: string) => nouns[name] ?? mark);
}

/** A step is named only where there are several to tell apart. */
function stepName(path: string, { steps }: LabelContext): string {
  if (path.startsWith("steps.all.")) return "every step";
  const position = Number(/^steps\.(\d+)\./.exec(path)?.[1] ?? Number.NaN);
  const step = steps[position];
  if (step === undefined || steps.length === 1) return "step";
  const name = oneLine(step.name, STEP_NAME_MAX);
  return name === "" ? `step ${position + 1}` : name;
}

/** In sentences a load is a number and "a second" follows the noun. */
interface TemplateValue {
  text: string;
  per: string;
}

function templateValue(kind: ValueKind, value: unknown): TemplateValue {
  if (kind !== "rate" || typeof value !== "number") return { text: pathValue(kind, value), per: "" };
  const unit = rateUnit(value);
  return { text: rateDigits(value, unit), per: unit.words };
}

function withValue(template: string, { text: value, per }: TemplateValue): string {
  // "[copy|copies]" follows the value.
  const inNumber = template.replace(/\[([^\]|]*)\|([^\]|]*)\]/g, (_, one: string, many: string) =>
    value === "1" ? one : many,
  );
  return inNumber.replace("{v}", () => value).replace("{per}", per);
}

/** `*…*` around a part makes it strong. Marks are read before names are put in: nothing typed becomes one. */
function marked(template: string, fill: (template: string) => string, value: TemplateValue): Span[] {
  return template
    .split("*")
    .map((part, position) => ({ part: fill(withValue(part, value)), isStrong: position % 2 === 1 }))
    .filter(({ part }) => part !== "")
    .map(({ part, isStrong }) => (isStrong ? strong(part) : plain(part)));
}
