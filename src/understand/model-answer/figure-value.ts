import { periodMs } from "#src/understand/lex/units.ts";
import type { AnswerUnit, AnswerValue } from "./answer-schema.ts";
import { type Figure, figureOf, type Quoted, saysInWords } from "./quoted.ts";

/** A figure in Rethink's own units: per second, ms, MB, fraction, or a plain number. */
export type Measure = { measures: "rate" | "duration" | "size" | "share" | "number"; value: number };

const periods: Partial<Record<AnswerUnit, string>> = {
  "per-second": "second",
  "per-minute": "minute",
  "per-hour": "hour",
  "per-day": "day",
  "per-week": "week",
  "per-month": "month",
  "per-year": "year",
};
const durations: Partial<Record<AnswerUnit, number>> = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};
const sizesMb: Partial<Record<AnswerUnit, number>> = {
  bytes: 1 / 1_048_576,
  kilobytes: 1 / 1024,
  megabytes: 1,
  gigabytes: 1024,
  terabytes: 1_048_576,
};

/** Spellings by which a text names a unit; a unit that is not in the quote was made up. */
const unitWords: Readonly<Record<string, RegExp>> = {
  second: /\b(?:s|secs?|seconds?|rps|qps|tps|sekunden?|secondes?|segundos?)\b/i,
  minute: /\b(?:mins?|minutes?|rpm|minuten?|minutos?)\b/i,
  hour: /\b(?:h|hrs?|hours?|hourly|stunden?|heures?|horas?)\b/i,
  day: /\b(?:d|days?|daily|nights?|nightly|mornings?|evenings?|tag|tage|jours?|d[ií]as?)\b/i,
  week: /\b(?:weeks?|weekly|wk|wochen?|semaines?|semanas?)\b/i,
  month: /\b(?:months?|monthly|monate?|mois|mes)\b/i,
  year: /\b(?:years?|yearly|annual|annually|jahre?|ans?|años?)\b/i,
};

/**
 * The value a model found, checked: each number must stand in the quote, in digits or in words, and the unit is the
 * text's own wherever the text gives the number one.
 *
 * @returns null where a number or the unit is not in the quote
 */
export function measureOf(value: AnswerValue, quoted: Quoted): Measure | null {
  const { amount, every, unit } = value;
  if (amount === null || amount <= 0) return null;
  const figure = figureOf(quoted, amount);
  if (figure === undefined && !saysInWords(quoted, amount)) return null;
  const factor = product(value.times, quoted);
  const spacing = every === null ? 1 : numberIn(quoted, every);
  if (factor === null || spacing === null) return null;
  const measure = figure === undefined ? bare(amount, unit, quoted) : measured(figure, amount, unit, quoted);
  return measure === null ? null : { ...measure, value: (measure.value * factor) / spacing };
}

function product(numbers: readonly number[], quoted: Quoted): number | null {
  if (numbers.length > 4) return null;
  return numbers.reduce<number | null>((all, number) => {
    const found = numberIn(quoted, number);
    return all === null || found === null ? null : all * found;
  }, 1);
}

function numberIn(quoted: Quoted, number: number): number | null {
  const there = figureOf(quoted, number) !== undefined || saysInWords(quoted, number);
  return there && number > 0 ? number : null;
}

/** Where the text gives the number a unit of its own, that one holds, whatever the model said. */
function measured(figure: Figure, amount: number, unit: AnswerUnit | null, quoted: Quoted): Measure | null {
  const { quantity, rate } = figure;
  switch (quantity.dimension) {
    case "duration":
      return { measures: "duration", value: quantity.value };
    case "size":
      return { measures: "size", value: quantity.value };
    case "percent":
      return { measures: "share", value: quantity.value };
    case "rate":
      return { measures: "rate", value: quantity.value };
    case "number":
    case "times":
      if (rate !== null && unit !== null && periods[unit] !== undefined)
        return { measures: "rate", value: rate.perSecond };
      return bare(amount, unit, quoted);
    case "cores":
    case "percentile":
      return { measures: "number", value: quantity.value };
    default:
      return null;
  }
}

function bare(amount: number, unit: AnswerUnit | null, quoted: Quoted): Measure | null {
  if (unit === null || unit === "count" || unit === "multiple") return { measures: "number", value: amount };
  if (unit === "percent")
    return /%|percent|prozent|pour ?cent/i.test(quoted.words) ? { measures: "share", value: amount / 100 } : null;
  const period = periods[unit];
  if (period !== undefined) {
    const named = unitWords[period]?.test(quoted.words) === true;
    return named ? { measures: "rate", value: (amount * 1000) / (periodMs[period] ?? 1000) } : null;
  }
  const ms = durations[unit];
  if (ms !== undefined) {
    const named = Object.entries(unitWords).some(([name, words]) => unit.startsWith(name) && words.test(quoted.words));
    return named ? { measures: "duration", value: amount * ms } : null;
  }
  const mb = sizesMb[unit];
  const named = new RegExp(`\\b(?:${unit[0]}i?b|${unit.slice(0, 4)}\\w*|${unit[0]}igs?)\\b`, "i").test(quoted.words);
  return mb !== undefined && named ? { measures: "size", value: amount * mb } : null;
}
