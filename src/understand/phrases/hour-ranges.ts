import { isMark, isQuantity, isWord, type Lexeme, type Quantity } from "#src/understand/lex/lexeme.ts";

/** Hours of the day: "8am-6pm", "between 8 and 10", "8-18 Uhr", "22:00 to 06:00". */
export interface HourRange {
  hours: number;
  /** True when something says these are times of day: am, Uhr, a colon. A bare "8-18" may be anything. */
  certain: boolean;
  from: number;
  /** Last lexeme, inclusive. */
  to: number;
}

const hourMs = 3_600_000;

/** The hour a quantity can stand for: a clock time, a bare whole number up to 24, "18h". */
function hourOf(quantity: Quantity): { hour: number; certain: boolean } | null {
  if (quantity.dimension === "clock" && quantity.unit !== "uhr") return { hour: quantity.value, certain: true };
  const value = quantity.unit === "h" ? quantity.value / hourMs : quantity.value;
  if (!Number.isInteger(value) || value < 0 || value > 24 || quantity.range) return null;
  if (quantity.dimension === "clock") return { hour: value, certain: true };
  if (quantity.dimension === "duration" && quantity.unit === "h") return { hour: value, certain: false };
  return quantity.dimension === "number" && !quantity.magnitude ? { hour: value, certain: false } : null;
}

/** From one time to the next; "9-5" and "22-6" end the next half day or the next day. */
function span(first: number, last: number): number {
  if (last > first) return last - first;
  return first < 12 && last <= 12 ? last + 12 - first : last + 24 - first;
}

function rangeQuantity(quantity: Quantity, at: number, next: Lexeme | undefined): HourRange | null {
  const unit = quantity.unit === "h" ? hourMs : 1;
  const isHours = quantity.range && (quantity.dimension === "number" || quantity.unit === "h");
  if (!isHours || quantity.magnitude || quantity.low === null || quantity.high === null) return null;
  const first = quantity.low / unit;
  const last = quantity.high / unit;
  if (!Number.isInteger(first) || !Number.isInteger(last) || last > 24) return null;
  const hour = isWord(next, "uhr", "o'clock", "utc", "cet", "est", "pst", "gmt", "ist", "h");
  return { hours: last - first, certain: hour, from: at, to: hour && !isWord(next, "utc", "cet") ? at + 1 : at };
}

/** "9 in the morning", "6 in the evening": which half of the day, and the index after it. */
function spokenHalf(lexemes: readonly Lexeme[], at: number): { half: "am" | "pm" | null; next: number } {
  const named = isWord(lexemes[at + 1], "in") && isWord(lexemes[at + 2], "the") ? lexemes[at + 3] : undefined;
  if (isWord(named, "morning")) return { half: "am", next: at + 4 };
  return isWord(named, "evening", "afternoon", "night") ? { half: "pm", next: at + 4 } : { half: null, next: at + 1 };
}

function inHalf(hour: ReturnType<typeof hourOf>, half: "am" | "pm" | null): ReturnType<typeof hourOf> {
  if (hour === null || half === null || hour.hour > 12) return hour;
  return { hour: (hour.hour % 12) + (half === "pm" ? 12 : 0), certain: true };
}

/** A range of hours whose first time stands at a place; null where none does. */
export function readHourRange(lexemes: readonly Lexeme[], at: number): HourRange | null {
  const first = lexemes[at];
  if (!isQuantity(first)) return null;
  const joined = rangeQuantity(first, at, lexemes[at + 1]);
  if (joined !== null) return joined;
  const opening = spokenHalf(lexemes, at);
  const connector = lexemes[opening.next];
  if (
    !isMark(connector, "-") &&
    !isWord(connector, "to", "until", "and", "through", "till", "a", "alle", "as", "tot", "al")
  )
    return null;
  const article = isWord(lexemes[opening.next + 1], "about") ? opening.next + 2 : opening.next + 1;
  const second = lexemes[article];
  if (!isQuantity(second)) return null;
  const closing = spokenHalf(lexemes, article);
  const start = inHalf(hourOf(first), opening.half);
  const end = inHalf(hourOf(second), closing.half);
  if (start === null || end === null || (isWord(connector, "and") && !isWord(lexemes[at - 1], "between"))) return null;
  // "8-6pm": the first half of the day is meant by the bare number.
  const hours = span(start.hour, end.hour);
  // "Das 9h às 22h", "dalle 8 alle 20": these words join times of day and nothing else.
  const hoursBothWays =
    first.unit === "h" && second.unit === "h" && isWord(lexemes[at - 1], "de", "das", "entre", "von");
  const times = isWord(connector, "as", "alle") || hoursBothWays;
  return hours > 0 && hours <= 24
    ? { hours, certain: start.certain || end.certain || times, from: at, to: closing.next - 1 }
    : null;
}
