import { z } from "zod";

/** Fields a figure of the text can be for. */
export const figureFields = [
  "rate",
  "peak-rate",
  "peak-multiple",
  "ramp",
  "active-hours-a-month",
  "growth",
  "environments",
  "duration",
  "memory",
  "calls-per-unit",
  "batch-size",
  "cpu-busy-share",
  "cores",
  "transitions-per-unit",
  "state-payload",
  "objects-per-unit",
  "reads-per-object",
  "object-size",
  "retention",
  "request-size",
  "response-size",
  "connections",
  "egress-a-month",
  "latency-target",
  "latency-percentile",
  "lambda-concurrency-quota",
  "discount",
  "container-utilization",
] as const;
export type FigureField = (typeof figureFields)[number];

/** Fields that are one of a few words. */
export const choiceFields = [
  "region",
  "orchestration",
  "handoff",
  "entry",
  "cpu-architecture",
  "commitment",
  "unit-of-work",
] as const;
export type ChoiceField = (typeof choiceFields)[number];

export const units = [
  "per-second",
  "per-minute",
  "per-hour",
  "per-day",
  "per-week",
  "per-month",
  "per-year",
  "milliseconds",
  "seconds",
  "minutes",
  "hours",
  "days",
  "weeks",
  "bytes",
  "kilobytes",
  "megabytes",
  "gigabytes",
  "terabytes",
  "percent",
  "multiple",
  "count",
] as const;
export type AnswerUnit = (typeof units)[number];

/** Strict JSON schemas want every field present: `null` stands for "not said". */
const valueFields = {
  field: z.enum([...figureFields, ...choiceFields]),
  step: z.number().int().nullable(),
  amount: z.number().nullable(),
  times: z.array(z.number()),
  every: z.number().nullable(),
  unit: z.enum(units).nullable(),
  choice: z.string().nullable(),
  words: z.string(),
};

export const answerValueSchema = z.strictObject(valueFields);
export type AnswerValue = z.infer<typeof answerValueSchema>;

/** What a model answers about a description. */
export const descriptionAnswerSchema = z.strictObject({
  steps: z.array(z.string()),
  values: z.array(answerValueSchema),
});
export type DescriptionAnswer = z.infer<typeof descriptionAnswerSchema>;

export const questionIntents = [
  "explain",
  "limits",
  "break-even",
  "breakdown",
  "assumptions",
  "compare",
  "case",
  "decide",
  "help",
] as const;

export const answerChangeSchema = z.strictObject({
  ...valueFields,
  how: z.enum(["set", "multiply", "increase", "decrease", "remove-step", "merge-steps"]),
});
export type AnswerChange = z.infer<typeof answerChangeSchema>;

/** What a model answers about a sentence in a thread. */
export const followUpAnswerSchema = z.strictObject({
  kind: z.enum(["changes", "question", "undo", "chatter", "unclear"]),
  intent: z.enum(questionIntents).nullable(),
  changes: z.array(answerChangeSchema),
});
export type FollowUpAnswer = z.infer<typeof followUpAnswerSchema>;
