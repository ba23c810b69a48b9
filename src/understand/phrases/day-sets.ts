import { isMark, isQuantity, isWord, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";

/** Days a month on which work arrives. */
export interface DaySet {
  daysPerMonth: number;
  daysPerWeek: number;
  /** Index after it. */
  next: number;
}

const daysPerMonth = 730 / 24;
/** By convention a month has 21.7 weekdays. */
const weekdaysPerMonth = 21.7;

const order = wordTable<number>({
  mo: 0,
  mon: 0,
  monday: 0,
  mondays: 0,
  montag: 0,
  lun: 0,
  lundi: 0,
  lunes: 0,
  tu: 1,
  tue: 1,
  tues: 1,
  tuesday: 1,
  di: 1,
  dienstag: 1,
  mardi: 1,
  we: 2,
  wed: 2,
  wednesday: 2,
  mi: 2,
  mittwoch: 2,
  mercredi: 2,
  th: 3,
  thu: 3,
  thur: 3,
  thurs: 3,
  thursday: 3,
  donnerstag: 3,
  jeudi: 3,
  fr: 4,
  fri: 4,
  friday: 4,
  fridays: 4,
  freitag: 4,
  ven: 4,
  vendredi: 4,
  vie: 4,
  viernes: 4,
  sa: 5,
  sat: 5,
  saturday: 5,
  samstag: 5,
  samedi: 5,
  su: 6,
  sun: 6,
  sunday: 6,
  so: 6,
  sonntag: 6,
  dimanche: 6,
});

function days(count: number, next: number): DaySet {
  return { daysPerWeek: count, daysPerMonth: count === 5 ? weekdaysPerMonth : (count * daysPerMonth) / 7, next };
}

function dayAt(lexemes: readonly Lexeme[], at: number): number | undefined {
  const lexeme = lexemes[at];
  return lexeme?.kind === "word" ? order[lexeme.text.toLowerCase()] : undefined;
}

/** "Mo-Fr", "Monday to Saturday": the hyphen of a compound leaves the two words side by side. */
function dayRange(lexemes: readonly Lexeme[], at: number): DaySet | null {
  const first = dayAt(lexemes, at);
  if (first === undefined) return null;
  const joined = isMark(lexemes[at + 1], "-") || isWord(lexemes[at + 1], "to", "until", "through", "au", "a", "al");
  const lastAt = joined ? at + 2 : at + 1;
  const last = dayAt(lexemes, lastAt);
  const beside = joined || (lexemes[lastAt]?.kind === "word" && lexemes[lastAt].glued);
  if (last === undefined || !beside) return null;
  return days(((last - first + 7) % 7) + 1, lastAt + 1);
}

/** "5 days a week", "6 days per week", "3 days a month". */
function countedDays(lexemes: readonly Lexeme[], at: number): DaySet | null {
  const quantity = lexemes[at];
  if (!isQuantity(quantity, "duration") || quantity.unit !== "day") return null;
  const article =
    isWord(lexemes[at + 1], "a", "per", "each", "every", "of") || isMark(lexemes[at + 1], "/") ? at + 2 : null;
  if (article === null) return null;
  const period = isWord(lexemes[article], "the", "each", "every") ? article + 1 : article;
  const count = quantity.value / 86_400_000;
  if (isWord(lexemes[period], "week") && count <= 7) return days(count, period + 1);
  if (!isWord(lexemes[period], "month") || count > 31) return null;
  return { daysPerMonth: count, daysPerWeek: (count * 7) / daysPerMonth, next: period + 1 };
}

/** "First day of the month", "last 3 days of each month", "the 1st of the month". */
function monthDays(lexemes: readonly Lexeme[], at: number): DaySet | null {
  if (!isWord(lexemes[at], "first", "last", "ordinal")) return null;
  const days = lexemes[at + 1];
  const counted =
    isQuantity(days, "duration") && days.unit === "day" ? days.value / 86_400_000 : isWord(days, "day") ? 1 : null;
  const of = counted === null ? at + 1 : at + 2;
  const month = isWord(lexemes[of + 1], "the", "each", "every", "a") ? of + 2 : of + 1;
  if (!isWord(lexemes[of], "of") || !isWord(lexemes[month], "month")) return null;
  const count = counted ?? 1;
  return count > 31 ? null : { daysPerMonth: count, daysPerWeek: (count * 7) / daysPerMonth, next: month + 1 };
}

const dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** "Every Sunday", "on a typical Saturday": one day a week. */
function oneDay(lexemes: readonly Lexeme[], at: number): DaySet | null {
  if (!isWord(lexemes[at], ...dayNames)) return null;
  const before = lexemes[at - 1];
  const adjective = isWord(before, "typical", "average", "normal", "single") ? lexemes[at - 2] : before;
  return isWord(adjective, "every", "each", "per", "a") ? days(1, at + 1) : null;
}

/** The set of days named at a place; null where none is. */
export function readDaySet(lexemes: readonly Lexeme[], at: number): DaySet | null {
  const lexeme = lexemes[at];
  const range = dayRange(lexemes, at) ?? countedDays(lexemes, at) ?? monthDays(lexemes, at);
  if (range !== null) return range;
  if (isWord(lexeme, "weekday")) return days(5, at + 1);
  if (isWord(lexeme, "business", "working", "work") && isWord(lexemes[at + 1], "day")) return days(5, at + 2);
  if (isWord(lexeme, "weekend")) return days(2, at + 1);
  return oneDay(lexemes, at);
}
