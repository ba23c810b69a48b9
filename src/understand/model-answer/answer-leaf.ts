import { quotaPath } from "#src/model/paths.ts";
import { lex } from "#src/understand/lex/lex.ts";
import type { AnswerValue, ChoiceField, FigureField } from "./answer-schema.ts";
import { choiceFields } from "./answer-schema.ts";
import { type Measure, measureOf } from "./figure-value.ts";
import type { Quoted } from "./quoted.ts";

/** A leaf of the workload with the value the text gives it. A peak rate becomes a ratio once the mean is known. */
export interface AnswerLeaf {
  path: string;
  value: number | string;
  /** True for a peak in units a second, which still has to be divided by the mean. */
  peakRate: boolean;
}

interface Target {
  measures: Measure["measures"];
  /** Path; `*` stands for the step. */
  path: string;
  convert(value: number, quoted: Quoted): number;
}

const same = (value: number) => value;
const monthsAYear = 12;

/** Growth compounds; a yearly share becomes a monthly one. */
function monthly(share: number, quoted: Quoted): number {
  return /\b(?:years?|yearly|annual(?:ly)?|yoy)\b/i.test(quoted.words) ? (1 + share) ** (1 / monthsAYear) - 1 : share;
}

const targets: Readonly<Record<FigureField, Target>> = {
  rate: { measures: "rate", path: "ratePerSecond", convert: same },
  "peak-rate": { measures: "rate", path: "peakToMean", convert: same },
  "peak-multiple": { measures: "number", path: "peakToMean", convert: same },
  ramp: { measures: "duration", path: "rampMinutes", convert: (ms) => ms / 60_000 },
  "active-hours-a-month": { measures: "duration", path: "activeHoursPerMonth", convert: (ms) => ms / 3_600_000 },
  growth: { measures: "share", path: "growthPerMonth", convert: monthly },
  environments: { measures: "number", path: "environments", convert: same },
  duration: { measures: "duration", path: "steps.*.durationMs", convert: same },
  memory: { measures: "size", path: "steps.*.memoryMb", convert: same },
  "calls-per-unit": { measures: "number", path: "steps.*.invocationsPerUnit", convert: same },
  "batch-size": { measures: "number", path: "steps.*.invocationsPerUnit", convert: (count) => 1 / count },
  "cpu-busy-share": { measures: "share", path: "steps.*.cpuBoundFraction", convert: same },
  cores: { measures: "number", path: "steps.*.maxCores", convert: same },
  "transitions-per-unit": { measures: "number", path: "orchestration.transitionsPerUnit", convert: same },
  "state-payload": { measures: "size", path: "orchestration.payloadKb", convert: (mb) => mb * 1024 },
  "objects-per-unit": { measures: "number", path: "handoff.objectsPerUnit", convert: same },
  "reads-per-object": { measures: "number", path: "handoff.readsPerObject", convert: same },
  "object-size": { measures: "size", path: "handoff.objectKb", convert: (mb) => mb * 1024 },
  retention: { measures: "duration", path: "handoff.retentionHours", convert: (ms) => ms / 3_600_000 },
  "request-size": { measures: "size", path: "entry.requestKb", convert: (mb) => mb * 1024 },
  "response-size": { measures: "size", path: "entry.responseKb", convert: (mb) => mb * 1024 },
  connections: { measures: "number", path: "entry.connections", convert: same },
  "egress-a-month": { measures: "size", path: "egressGbPerMonth", convert: (mb) => mb / 1024 },
  "latency-target": { measures: "duration", path: "latency.targetMs", convert: same },
  "latency-percentile": { measures: "number", path: "latency.percentile", convert: same },
  "lambda-concurrency-quota": { measures: "number", path: quotaPath("lambda.concurrency"), convert: same },
  discount: { measures: "share", path: "purchase.discountPercent", convert: (share) => share * 100 },
  "container-utilization": { measures: "share", path: "container.targetUtilization", convert: same },
};

const choicePaths: Readonly<Record<ChoiceField, string>> = {
  region: "region",
  orchestration: "orchestration.kind",
  handoff: "handoff.store",
  entry: "entry.kind",
  "cpu-architecture": "purchase.lambdaArchitecture",
  commitment: "purchase.commitment",
  "unit-of-work": "unitOfWork",
};

/** Words one of which a quote must have to choose anything: a choice has no number that could be checked. */
const cues: Readonly<Record<Exclude<ChoiceField, "region" | "unit-of-work">, RegExp>> = {
  orchestration: /step|state|workflow|orchestr|express|standard|queue|sqs|saga|chain|one after|directly/i,
  handoff: /s3|bucket|stor|object|file|disk|memory|payload|pass|hand/i,
  entry:
    /api|gateway|http|rest|url|alb|balanc|queue|sqs|sns|topic|event|kinesis|stream|s3|bucket|upload|cron|schedul|night|every|timer|socket|hook/i,
  "cpu-architecture": /arm|graviton|x86|intel|amd|cpu|processor|chip/i,
  commitment: /plan|saving|reserv|commit|spot|year|contract|demand|prepa/i,
};

/** Where a figure field sits in the workload; null for a choice. */
export function pathOf(field: AnswerValue["field"], step: number): string | null {
  return isChoice(field) ? null : targets[field].path.replace("*", String(step));
}

function isChoice(field: AnswerValue["field"]): field is ChoiceField {
  return choiceFields.some((choice) => choice === field);
}

/** The leaf a model's value stands for; null where its evidence does not hold. */
export function leafOf(value: AnswerValue, quoted: Quoted, step: number): AnswerLeaf | null {
  if (isChoice(value.field)) return choiceLeaf(value.field, value.choice, quoted);
  const target = targets[value.field];
  const measure = measureOf(value, quoted);
  if (measure === null || measure.measures !== target.measures) return null;
  const converted = target.convert(measure.value, quoted);
  if (!Number.isFinite(converted)) return null;
  return { path: target.path.replace("*", String(step)), value: converted, peakRate: value.field === "peak-rate" };
}

function choiceLeaf(field: ChoiceField, choice: string | null, quoted: Quoted): AnswerLeaf | null {
  if (choice === null || choice.length > 60) return null;
  const path = choicePaths[field];
  const leaf = { path, value: choice, peakRate: false };
  switch (field) {
    case "region":
      return isRegionCode(choice) && namesPlace(quoted) ? leaf : null;
    case "unit-of-work":
      return quoted.words.toLowerCase().includes(choice.toLowerCase()) ? leaf : null;
    default:
      return cues[field].test(quoted.words) ? leaf : null;
  }
}

function isRegionCode(choice: string): boolean {
  const [only, ...others] = lex(choice).lexemes;
  return others.length === 0 && only?.kind === "region" && only.precision === "code" && only.code === choice;
}

/** A place has a name: a word with a capital, or one the reader itself knows as a place. */
function namesPlace(quoted: Quoted): boolean {
  return /\p{Lu}\p{L}{2,}/u.test(quoted.words) || lex(quoted.words).lexemes.some((lexeme) => lexeme.kind === "region");
}
