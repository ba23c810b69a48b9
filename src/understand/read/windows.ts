import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { isNegated, leftOf, placesOf, sentenceOf } from "#src/understand/passage/context.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { type DaySet, readDaySet } from "#src/understand/phrases/day-sets.ts";
import { adverbPeriod, readPeriod } from "#src/understand/phrases/rate.ts";
import { findJobWindow, hasCallTime } from "./job-window.ts";
import { findHourRange, isOther, isPeakTime } from "./window-hours.ts";

/** When work arrives. A null part was not said. */
export interface ActiveWindow {
  hoursPerDay: number | null;
  days: DaySet | null;
}

const hoursPerMonth = 730;
/** "Business hours" without times: eight of them. */
const businessDay = 8;
const hourMs = 3_600_000;

interface Found {
  hours: number;
  from: number;
  to: number;
  certain: boolean;
}

/** "Two hours a day", "4 h every night", "3-hour window", "nightly for 2 hours". */
function findHoursADay(passage: Passage): Found | null {
  for (let at = 0; at < passage.lexemes.length; at += 1) {
    const quantity = passage.lexemes[at];
    if (!isQuantity(quantity, "duration") || passage.claims[at] !== null || quantity.value < hourMs / 4) continue;
    if (quantity.unit !== "h" && quantity.unit !== "min") continue;
    const found = dailyAround(passage, at);
    if (found !== null && quantity.value <= 24 * hourMs)
      return { ...found, hours: quantity.value / hourMs, certain: true };
  }
  return null;
}

const daily = new Set(["day", "night", "morning", "evening", "afternoon", "weekday"]);

const partsOfDay = ["day", "daytime", "night", "evening", "morning", "shift", "afternoon"];

function dailyAround(passage: Passage, at: number): { from: number; to: number } | null {
  const { lexemes } = passage;
  const next = lexemes[at + 1];
  // "During the day (16 h)".
  if (isMark(next, ")") && isMark(lexemes[at - 1], "(") && isWord(lexemes[at - 2], ...partsOfDay))
    return { from: at - 2, to: at };
  // "Nightly at 01:30 for 4 hours", where one of the things has a time of its own.
  if (isWord(lexemes[at - 1], "for") && hasCallTime(passage, at)) {
    const cue = leftOf(passage, at, "bracket", 7).find((here) => daily.has(adverbPeriod(lexemes[here]) ?? ""));
    if (cue !== undefined) return { from: cue, to: at };
  }
  if (isWord(next, "window") && !isPeakTime(passage, at, at + 1)) return { from: at, to: at + 1 };
  if (isWord(next, "day", "shift") && !isPeakTime(passage, at, at + 1)) return { from: at, to: at + 1 };
  const adverb = adverbPeriod(next);
  if (adverb !== undefined && daily.has(adverb)) return { from: at, to: at + 1 };
  const of = isWord(next, "of") && isWord(lexemes[at + 2], "every", "each", "the", "a");
  const per = of || isMark(next, "/") || isWord(next, "a", "per", "each", "every", "in");
  if (!per) return null;
  const article = of || isWord(lexemes[at + 2], "a", "the") ? at + 3 : at + 2;
  const period = readPeriod(lexemes, article, isMark(next, "/"));
  return period !== null && daily.has(period.name) ? { from: at, to: period.next - 1 } : null;
}

function findAlwaysOn(passage: Passage): Found | null {
  const { lexemes } = passage;
  for (let at = 0; at < lexemes.length; at += 1) {
    const lexeme = lexemes[at];
    const next = lexemes[at + 1];
    const after = lexemes[at + 2];
    const twentyFour = isQuantity(lexeme, "times", "number") && lexeme.value === 24;
    if (twentyFour && isQuantity(lexeme, "times") && isQuantity(next, "number") && next.value === 7)
      return all(at, at + 1);
    if (twentyFour && isMark(next, "/", "-") && isQuantity(after, "number") && after.value === 7)
      return all(at, at + 2);
    const clock =
      isWord(lexeme, "clock") && isWord(lexemes[at - 1], "the") && isWord(lexemes[at - 2], "round", "around", "about");
    if (clock && !isNegated(passage, at - 2)) return all(at - 2, at);
    const wholeDay = isQuantity(lexeme, "duration") && lexeme.unit === "h" && lexeme.value === 24 * hourMs;
    if (
      wholeDay &&
      isWord(next, "running", "runing", "operation", "online", "live", "a") &&
      !isWord(lexemes[at - 1], "every", "for", "after", "within")
    )
      return all(at, at + 1);
    if (isWord(lexeme, "always") && isWord(next, "on")) return all(at, at + 1);
    if (isWord(lexeme, "rund") && isWord(next, "um") && isWord(lexemes[at + 3], "uhr")) return all(at, at + 3);
    if (isWord(lexeme, "day") && isWord(next, "and") && isWord(after, "night")) return all(at, at + 2);
    if (isWord(lexeme, "nonstop") || (isWord(lexeme, "non") && isWord(next, "stop"))) return all(at, at);
  }
  return null;
}

function all(from: number, to: number): Found {
  return { hours: 24, from, to, certain: true };
}

function findBusinessHours(passage: Passage): Found | null {
  for (const at of placesOf(passage, "hour")) {
    if (
      isWord(passage.lexemes[at - 1], "business", "office", "working", "opening", "store", "shop", "trading", "school")
    ) {
      if (!isNegated(passage, at - 1) && !isPeakTime(passage, at - 1, at) && !isOther(passage, at)) {
        return { hours: businessDay, from: at - 1, to: at, certain: false };
      }
    }
  }
  return null;
}

function jobWindow(passage: Passage): Found | null {
  const job = findJobWindow(passage);
  return job === null ? null : { hours: job.hours, from: job.at, to: job.at, certain: true };
}

function findDays(passage: Passage, near: Found | null): (DaySet & { from: number }) | null {
  const places =
    near === null ? passage.lexemes.map((_, at) => at) : [...sentenceOf(passage, near.from), ...passage.lexemes.keys()];
  for (const at of places) {
    const days = readDaySet(passage.lexemes, at);
    if (days === null || passage.claims[at] !== null || isNegated(passage, at, 2)) continue;
    // "Answers in 10 business days" counts days, it names none.
    const counted =
      isQuantity(passage.lexemes[at - 1], "number") &&
      isWord(passage.lexemes[at], "business", "working", "work", "weekday");
    if (counted) continue;
    // "4x on weekends" is a peak, "weekends only" a window.
    if (isPeakTime(passage, at, days.next - 1) || (days.daysPerWeek === 2 && !isOnly(passage, at, days.next))) continue;
    return { ...days, from: at };
  }
  return null;
}

function isOnly(passage: Passage, from: number, next: number): boolean {
  return (
    isWord(passage.lexemes[from - 1], "only") ||
    isWord(passage.lexemes[from - 2], "only") ||
    isWord(passage.lexemes[next], "only")
  );
}

/** Times far apart ("starts at six ... done by seven") leave what stands between them to others. */
function claimHours(passage: Passage, hours: Found): void {
  if (hours.to - hours.from <= 4) claim(passage, hours.from, hours.to, "window");
  claim(passage, hours.from, hours.from, "window");
  claim(passage, hours.to, hours.to, "window");
}

/** Reads when work arrives, and states the active hours a month where that was said. */
export function readWindows(passage: Passage, facts: Facts): ActiveWindow {
  const always = findAlwaysOn(passage);
  if (always !== null) {
    claim(passage, always.from, always.to, "window");
    const value = hoursPerMonth;
    addFact(facts, {
      path: "activeHoursPerMonth",
      value,
      origin: "stated",
      evidence: evidence(passage, always.from, always.to),
    });
    return { hoursPerDay: 24, days: null };
  }
  const range = findHourRange(passage);
  const hours: Found | null =
    (range === null ? null : { ...range, certain: true }) ??
    findHoursADay(passage) ??
    jobWindow(passage) ??
    findBusinessHours(passage);
  const days = findDays(passage, hours);
  if (hours !== null) claimHours(passage, hours);
  if (days !== null) claim(passage, days.from, days.next - 1, "window");
  if (hours === null && days === null) return { hoursPerDay: null, days: null };
  stateWindow(passage, facts, hours, days);
  const impliedDays = days ?? (hours?.certain === false ? readDaySet(weekdayWord, 0) : null);
  return { hoursPerDay: hours?.hours ?? null, days: impliedDays };
}

const weekdayWord = [
  { kind: "word" as const, text: "weekday", lemma: "weekday", corrected: false, glued: false, start: 0, end: 0 },
];
const weekdays = 21.7;

function stateWindow(
  passage: Passage,
  facts: Facts,
  hours: Found | null,
  days: (DaySet & { from: number }) | null,
): void {
  const businessDays = hours?.certain === false ? weekdays : hoursPerMonth / 24;
  const value = Math.min(hoursPerMonth, (hours?.hours ?? 24) * (days?.daysPerMonth ?? businessDays));
  const places = [hours, days === null ? null : { from: days.from, to: days.next - 1 }].flatMap((place) => place ?? []);
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  const said = evidence(passage, from, to);
  if (hours?.certain === false) {
    const low = value * 0.75;
    const high = value * 1.5;
    addFact(facts, { path: "activeHoursPerMonth", value, origin: "inferred", evidence: said, low, high });
    addNote(facts, "approximate", `"${said}" is read as 8 hours on weekdays.`, "activeHoursPerMonth");
    return;
  }
  addFact(facts, { path: "activeHoursPerMonth", value, origin: "stated", evidence: said });
}
