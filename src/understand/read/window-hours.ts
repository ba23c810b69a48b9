import { isQuantity, isWord, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, leftOf, sentenceHas, sentenceOf } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { readDaySet } from "#src/understand/phrases/day-sets.ts";
import { type HourRange, readHourRange } from "#src/understand/phrases/hour-ranges.ts";
import { readRate } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** Times that are not the workload's. */
const otherWindows = wordSet(
  "incident outage downtime postmortem deploy deployment deployments maintenance standup meeting meetings reachable consultation oncall call-out backup release freeze retro sync demo lunch-break",
);
const dayCues = wordSet(
  "morning evening night afternoon day daily weekday weekend hour window active open opening business office working work between from nightly uhr only",
);
const peakCues = wordSet("peak spike burst rush busy busiest heaviest highest max");
const starts = wordSet(
  "gives give arrives arrive comes come lands get gets receive receives start starts begin begins open opens from kick kicks",
);
const ends = wordSet("finish finishes end ends stop stops close closes done finished");

const hourMs = 3_600_000;

/** True where a sentence speaks of deployments, meetings or backups. */
export function isOther(passage: Passage, at: number): boolean {
  if (sentenceHas(passage, at, otherWindows)) return true;
  // "My office hours are Tuesday 14-16": those of a person.
  if (sentenceHas(passage, at, ["my"]) && sentenceHas(passage, at, ["office"])) return true;
  return (passage.places.get("support") ?? []).some(
    (here) => passage.sentences[here] === passage.sentences[at] && isWord(passage.lexemes[here + 1], ...ofSupport),
  );
}

/** What makes "support" a help desk; "shall support 500 users" is a verb. */
const ofSupport = ["hour", "desk", "team", "window", "is", "available", "staff"];

/** "11,000 checks per second between 20:00 and 20:30, otherwise 35": the times are those of one rate. */
function hasRateBefore(passage: Passage, at: number): boolean {
  return leftOf(passage, at, "phrase", 8).some((here) => readRate(passage.lexemes, here) !== null);
}

/** "Otherwise", "every other time", "the rest of the day"; "REST" is an API. */
function speaksOfRest(passage: Passage, at: number): boolean {
  const rest = (passage.places.get("rest") ?? []).some(
    (here) => passage.sentences[here] === passage.sentences[at] && isWord(passage.lexemes[here + 1], "of"),
  );
  return rest || sentenceHas(passage, at, ["otherwise", "other"]) || namesNormal(passage, at);
}

/** "30/s normal, 3,000/s every Friday noon": two rates, one of them called the ordinary one. */
function namesNormal(passage: Passage, at: number): boolean {
  if (!sentenceHas(passage, at, ["normal", "average", "baseline"])) return false;
  return sentenceOf(passage, at).filter((here) => readRate(passage.lexemes, here) !== null).length >= 2;
}

/** "All submit between 9:00 and 9:30; otherwise 3 a minute": the rate is that of the other times. */
function hasOtherwiseRate(passage: Passage, at: number): boolean {
  return (passage.places.get("otherwise") ?? []).some((here) => {
    const behind = [1, 2, 3, 4].map((step) => here + step);
    return (
      here > at &&
      passage.sentences[here] === passage.sentences[at] &&
      behind.some((place) => readRate(passage.lexemes, place) !== null)
    );
  });
}

/** "80 % of the tickets are sold between 7 and 9": the rest comes at other times. */
function isOfShare(passage: Passage, at: number): boolean {
  return leftOf(passage, at, "bracket", 10).some((here) => {
    const lexeme = passage.lexemes[here];
    return isQuantity(lexeme, "percent") && lexeme.value < 1 && isWord(passage.lexemes[here + 1], "of");
  });
}

/** "Evenings 18-22 are 4x" says when the peak is, not when work arrives. */
export function isPeakTime(passage: Passage, from: number, to: number): boolean {
  const near = hasLeft(passage, from, peakCues, "comma", 8) || hasRight(passage, to, peakCues, "bracket", 5);
  const times = sentenceOf(passage, from).some(
    (at) => isQuantity(passage.lexemes[at], "times") && readRate(passage.lexemes, at) === null,
  );
  if (isOfShare(passage, from)) return true;
  const others = speaksOfRest(passage, from) && (hasRateBefore(passage, from) || hasOtherwiseRate(passage, to));
  return (near || times || others) && !sentenceHas(passage, from, ["only"]);
}

function standsOnDay(passage: Passage, at: number): boolean {
  return [at, at - 1, at - 2].some((from) => {
    const days = from < 0 ? null : readDaySet(passage.lexemes, from);
    return days !== null && days.next > at && passage.sentences[from] === passage.sentences[at];
  });
}

function isNineToFive(passage: Passage, range: HourRange): boolean {
  const first = passage.lexemes[range.from];
  const last = passage.lexemes[range.to];
  return isQuantity(first, "number") && isQuantity(last, "number") && first.value === 9 && last.value === 5;
}

const afterTimes = wordSet(
  "on in every each o'clock local time only and at of then week weekday mon monday daily per cet utc",
);

/** A bare "8-18" is a time where words around it say so, or where days stand beside it. */
function isTimeOfDay(passage: Passage, range: HourRange): boolean {
  if (isNineToFive(passage, range)) return true;
  if ([range.from - 1, range.from - 2, range.to + 1, range.to + 2].some((at) => standsOnDay(passage, at))) return true;
  const after = passage.lexemes[range.to + 1];
  const spelledHours = isQuantity(passage.lexemes[range.from], "duration");
  if (!spelledHours && after?.kind === "word" && !afterTimes.has(after.lemma)) return false;
  return leftOf(passage, range.from, "bracket", 6).some((at) => {
    const word = passage.lexemes[at];
    return word?.kind === "word" && dayCues.has(word.lemma);
  });
}

function hourOf(lexeme: Lexeme | undefined): number | null {
  if (lexeme?.kind !== "quantity" || lexeme.range) return null;
  if (lexeme.dimension === "clock") return lexeme.value;
  return lexeme.dimension === "duration" && lexeme.unit === "h" ? lexeme.value / hourMs : null;
}

/** "At six", "by seven": a bare hour behind its preposition, with nothing it could count. */
function spokenHour(passage: Passage, at: number): number | null {
  const lexeme = passage.lexemes[at];
  if (
    !isQuantity(lexeme, "number") ||
    lexeme.unit !== "" ||
    lexeme.magnitude ||
    !Number.isInteger(lexeme.value) ||
    lexeme.value > 24
  )
    return null;
  const next = passage.lexemes[at + 1];
  const free =
    next?.kind !== "word" ||
    ["with", "and", "we", "it", "in", "sharp", "every", "until", "a", "they", "then"].includes(next.lemma);
  return free && isWord(passage.lexemes[at - 1], "at", "by", "until", "from") ? lexeme.value : null;
}

/** "At 1h it starts and at 3h it finishes": two times apart. */
function findStartAndEnd(passage: Passage): HourRange | null {
  const times = passage.lexemes.flatMap((lexeme, at) => {
    const hour = hourOf(lexeme) ?? spokenHour(passage, at);
    return hour === null ? [] : [{ at, hour }];
  });
  for (const [index, first] of times.entries()) {
    const second = times[index + 1];
    if (second === undefined || passage.sentences[first.at] !== passage.sentences[second.at]) continue;
    const opened = hasLeft(passage, first.at, starts, "comma", 7) || hasRight(passage, first.at, starts, "comma", 3);
    const closed = hasLeft(passage, second.at, ends, "comma", 4) || hasRight(passage, second.at, ends, "comma", 3);
    const hours = (second.hour - first.hour + 24) % 24;
    if (opened && closed && hours > 0) return { hours, certain: true, from: first.at, to: second.at };
  }
  return null;
}

/** The hours of the day in which work arrives; null when none are named. */
export function findHourRange(passage: Passage): HourRange | null {
  for (let at = 0; at < passage.lexemes.length; at += 1) {
    if (!isQuantity(passage.lexemes[at]) || passage.claims[at] !== null) continue;
    const range = readHourRange(passage.lexemes, at);
    if (range === null || isOther(passage, at) || isPeakTime(passage, range.from, range.to)) continue;
    if (isWord(passage.lexemes[range.from - 1], "step", "lambda", "function")) continue;
    if (range.certain || isTimeOfDay(passage, range)) return range;
  }
  return findStartAndEnd(passage);
}
