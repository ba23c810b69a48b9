import { localTime } from "#src/digest/local-time.ts";

/** Why a schedule people ask for can't be had, and the nearest that can. */
export interface Refusal {
  message: string;
  nextStep: string;
}

const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const DAY = dayNames.join("|");

const ONCE = new RegExp(
  `^(?:(?:on|at|by) )?(?:(?:tomorrow|tonight|today|this (?:morning|afternoon|evening)|(?:next|this) (?:week|month|quarter|${DAY}))\\b|in (?:an?|\\d+) (?:minute|hour|day|week|month)s?\\b)`,
);
const CRON = /^(?:cron:? ?)?(?:[\d*/,l-]+ ){4}[\da-z*/,#-]+$/;

const refusals: readonly (readonly [RegExp, string, string])[] = [
  [CRON, "Lines of cron are not read.", "every weekday at 9:00 Berlin"],
  [
    /\b(?:except|excluding|excl|apart from|other than|but not)\b/,
    "Days are named, not left out.",
    "monday to saturday 9:00 Berlin",
  ],
  [
    /\b(?:twice|two times|2x|three times|3x|\d times) (?:a|per|each|every) week\b/,
    "Say on which days of the week.",
    "mondays and thursdays 9:00 Berlin",
  ],
  [
    /\bevery (?:other|second|third|[2-9]|\d\d) ?days?\b/,
    "Days are those of a week or a month: they are not counted on.",
    "mondays, wednesdays and fridays 9:00 Berlin",
  ],
  [
    /\b(?:twice|two times|2x|three times|3x|\d times) (?:a|per|each|every) month\b|\bsemi-?monthly\b|\b\d{1,2}(?:st|nd|rd|th)?,? (?:and|&|or) (?:the )?\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}(?:st|nd|rd|th),? (?:and|&|or) (?:the )?(?:last|\d{1,2})\b/,
    "A digest that follows the month comes on one day of it.",
    "every other monday 9:00 Berlin",
  ],
  [
    /\b(?:yearly|annual(?:ly)?|(?:every|each|once a|twice a) year|half-?yearly|every half(?: a)? year|every (?:other|second|third|[2-9]|\d\d) (?:months?|quarters?|years?)|bi-?monthly)\b/,
    "A digest comes every month or every quarter, or more often.",
    "first day of the quarter 9:00 Berlin",
  ],
  [
    /\blast (?:business|working|work|week) ?day\b/,
    "Working days of a month are not counted.",
    "last friday of the month 9:00 Berlin",
  ],
  [
    /\b(?:first|second|third|\d{1,2}(?:st|nd|rd|th)|\d{1,2}) (?:business|working|work|week) ?days?\b/,
    "Working days of a month are not counted.",
    "first monday of the month 9:00 Berlin",
  ],
];

/** What is asked for in words that are clear, and not to be had. Null: nothing of the kind. */
export function readRefusal(text: string, now: Date, zone: string): Refusal | null {
  const once = ONCE.exec(text);
  if (once !== null) {
    return {
      message: "A digest comes again and again, on days that repeat.",
      nextStep: `Type "digest every ${dayMeant(once[0], now, zone)} 9:00 Berlin", or "digest now" for one at once.`,
    };
  }
  for (const [pattern, message, nearest] of refusals) {
    if (pattern.test(text)) return { message, nextStep: `The nearest is "digest ${nearest}".` };
  }
  return null;
}

function dayMeant(words: string, now: Date, zone: string): string {
  const named = dayNames.find((name) => words.includes(name));
  if (named !== undefined) return named;
  const { year, month, day } = localTime(now, zone);
  const ahead = words.includes("tomorrow") ? 1 : 0;
  return dayNames[new Date(Date.UTC(year, month - 1, day + ahead)).getUTCDay()] ?? "monday";
}
