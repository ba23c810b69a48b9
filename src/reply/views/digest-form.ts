import type { Form } from "#src/reply/reply.ts";

/** Asks the days, the hour, the place whose clock it is, and when a digest is worth posting. */
export function digestForm(): Form {
  return {
    title: "Schedule a digest",
    submitLabel: "Schedule",
    verb: "digest",
    args: {},
    fields: [
      {
        kind: "text",
        name: "days",
        label: "On which days?",
        placeholder: "mondays",
        hint: 'Also "every weekday", "first of the month", "every other friday".',
        multiline: false,
        required: true,
      },
      { kind: "text", name: "time", label: "At what time?", placeholder: "9:00", multiline: false, required: false },
      {
        kind: "text",
        name: "zone",
        label: "In which city or time zone?",
        placeholder: "Europe/Berlin",
        hint: "Its summer time is followed.",
        multiline: false,
        required: true,
      },
      {
        kind: "choice",
        name: "rule",
        label: "When is it worth posting?",
        required: true,
        initial: "over 10% or $500",
        choices: [
          { label: "When something moved by 10% or $500 a month", value: "over 10% or $500" },
          { label: "When something moved by 5% or $100 a month", value: "over 5% or $100" },
          { label: "Only when a verdict changes", value: "only flips" },
          { label: "Always", value: "always" },
        ],
      },
    ],
  };
}
