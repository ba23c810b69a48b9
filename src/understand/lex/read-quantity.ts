import type { Quantity } from "./lexeme.ts";
import { lowerAt, magnitudeWord, type NumberReading, readNumber, scaled } from "./read-number.ts";
import type { Piece } from "./scan.ts";
import { lemmaOf } from "./spelling.ts";
import { findUnit, periodMs, type Unit } from "./units.ts";

/** What the reader knows of the whole text before it reads a number. */
export interface NumberStyle {
  /** Some number in the text can only be European ("1,5", "1.200.000"). */
  european: boolean;
}

interface Measured {
  reading: NumberReading;
  unit: Unit | null;
  next: number;
}

const countNouns = new Set(
  "request call hit query event message order photo image video document invoice file record row line job task run transaction payment upload download mail notification webhook item page log read write user customer device visit bid invocation execution".split(
    " ",
  ),
);
const perWords = new Set(["per", "a", "an", "each", "every", "daily", "hourly", "monthly", "weekly", "yearly"]);
const memorySizes = [64, 128, 192, 256, 384, 512, 640, 768, 896, 1024, 1280, 1536, 1769, 1792, 2048, 3008, 3072, 4096];

function lemmaAt(pieces: readonly Piece[], at: number): string {
  const word = lowerAt(pieces, at);
  return word === "" ? "" : lemmaOf(word).lemma;
}

/** True when what follows counts things over time: "/day", "per day", "requests", "req per day". */
function countsThings(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.text === "/" || piece?.text === "p") return true;
  const lemma = lemmaAt(pieces, at);
  if (lemma in periodMs) return false;
  return perWords.has(lemma) || countNouns.has(lemma) || findUnit(piece?.text ?? "", false)?.dimension === "rate";
}

function nearMemory(pieces: readonly Piece[], at: number): boolean {
  const after = pieces[at + 3]?.text === "=" || pieces[at + 3]?.text === ":" ? [] : [at + 2];
  return [at - 1, at - 2, ...after].some((near) => lemmaAt(pieces, near) === "memory") || pieces[at - 1]?.text === "@";
}

/** "5M", and "1M rps" with its unit. */
function million(pieces: readonly Piece[], reading: NumberReading, next: number): Measured {
  const piece = pieces[next];
  const unit = piece?.type === "word" ? findUnit(piece.text, piece.glued) : undefined;
  if (unit?.dimension !== "rate") return { reading: scaled(reading, 1e6, next), unit: null, next };
  return { reading: scaled(reading, 1e6, next + 1), unit, next: next + 1 };
}

/** One letter behind a number means different things: "5m" is minutes or millions, "512M" memory, "1.2B" billions. */
function readLetter(pieces: readonly Piece[], reading: NumberReading): Measured | undefined {
  const at = reading.next;
  const letter = pieces[at];
  if (letter?.type !== "word" || letter.text.length !== 1) return undefined;
  const measured = (name: string): Measured => ({ reading, unit: findUnit(name, true) ?? null, next: at + 1 });
  const counts = countsThings(pieces, at + 1);
  switch (letter.text) {
    case "M":
      if (nearMemory(pieces, at - 1) || (!counts && letter.glued && memorySizes.includes(reading.value)))
        return measured("mb");
      return million(pieces, reading, at + 1);
    case "m":
      if (counts) return million(pieces, reading, at + 1);
      return nearMemory(pieces, at - 1) ? measured("mb") : measured("min");
    case "G":
    case "g":
      return letter.glued || nearMemory(pieces, at - 1) ? measured("gb") : undefined;
    case "T":
      return measured("tb");
    case "B":
    case "b":
      if (!letter.glued && !counts) return undefined;
      if (!counts && letter.text === "B" && Number.isInteger(reading.value) && reading.value >= 16)
        return measured("bytes");
      return { reading: scaled(reading, 1e9, at + 1), unit: null, next: at + 1 };
    default:
      return undefined;
  }
}

/** "15kqps", "2Mreq": a magnitude and a unit or noun run together. */
function readRunTogether(pieces: readonly Piece[], reading: NumberReading): Measured | undefined {
  const word = pieces[reading.next];
  if (word?.type !== "word" || !word.glued || !/^[kKM]/.test(word.text) || word.text.length < 3) return undefined;
  const rest = word.text.slice(1);
  const unit = findUnit(rest, true);
  if (unit?.dimension !== "rate" && !countNouns.has(lemmaOf(rest).lemma)) return undefined;
  const scale = word.text.startsWith("M") ? 1e6 : 1e3;
  return { reading: scaled(reading, scale, reading.next + 1), unit: unit ?? null, next: reading.next + 1 };
}

/** "8am", "6 p.m.": the hour of the day. */
function readHalfDay(pieces: readonly Piece[], reading: NumberReading): Measured | undefined {
  let at = reading.next;
  const word = lowerAt(pieces, at);
  let half = word;
  if ((word === "a" || word === "p") && pieces[at + 1]?.text === "." && lowerAt(pieces, at + 2) === "m") {
    half = `${word}m`;
    at += pieces[at + 3]?.text === "." ? 3 : 2;
  }
  if ((half !== "am" && half !== "pm") || reading.value > 12) return undefined;
  const hour = (reading.value % 12) + (half === "pm" ? 12 : 0);
  return {
    reading: { ...reading, value: hour, alternative: null },
    unit: { dimension: "clock", factor: 1, name: "clock" },
    next: at + 1,
  };
}

/** "99th percentile"; other ordinals are words. */
function readPercentile(pieces: readonly Piece[], reading: NumberReading): Measured | undefined {
  const suffix = pieces[reading.next];
  if (suffix?.glued !== true || !["st", "nd", "rd", "th"].includes(lowerAt(pieces, reading.next))) return undefined;
  const after = skipDash(pieces, reading.next + 1);
  const named = lemmaAt(pieces, after) === "percentile" || ["pct", "percent"].includes(lowerAt(pieces, after));
  if (!named && !(reading.value >= 50 && reading.value < 100)) return undefined;
  return {
    reading,
    unit: { dimension: "percentile", factor: 1, name: "percentile" },
    next: named ? after + 1 : reading.next + 1,
  };
}

function skipDash(pieces: readonly Piece[], at: number): number {
  const dash = pieces[at];
  return (dash?.text === "-" || dash?.text === "_") && dash.glued && pieces[at + 1]?.glued === true ? at + 1 : at;
}

function unitAt(pieces: readonly Piece[], at: number): Unit | undefined {
  const piece = pieces[at];
  if (piece === undefined || (piece.type !== "word" && piece.type !== "mark")) return undefined;
  // "rate=1200 ms=55": the word opens the next key.
  if (!piece.glued && pieces[at + 1]?.text === "=" && pieces[at + 1]?.glued) return undefined;
  if (piece.text.length === 1 && !piece.glued && !/[%x×s$€hd]/.test(piece.text)) return undefined;
  const found = findUnit(piece.text, piece.glued);
  if (found !== undefined || piece.type !== "word" || piece.text.length < 5) return found;
  const { lemma, corrected } = lemmaOf(piece.text);
  return corrected ? findUnit(lemma, false) : undefined;
}

function readUnit(pieces: readonly Piece[], reading: NumberReading): Measured {
  const special =
    readLetter(pieces, reading) ??
    readHalfDay(pieces, reading) ??
    readPercentile(pieces, reading) ??
    readRunTogether(pieces, reading);
  if (special !== undefined) return special;
  const at = skipDash(pieces, reading.next);
  if (lowerAt(pieces, at) === "per" && lowerAt(pieces, at + 1) === "cent") {
    return { reading, unit: findUnit("%", true) ?? null, next: at + 2 };
  }
  if (/^milli?$/.test(lowerAt(pieces, at)) && lemmaAt(pieces, at + 1) === "second") {
    return { reading, unit: findUnit("ms", true) ?? null, next: at + 2 };
  }
  if (lowerAt(pieces, at) === "time" && ["more", "higher", "bigger", "the"].includes(lowerAt(pieces, at + 1))) {
    return { reading, unit: findUnit("x", true) ?? null, next: at + 1 };
  }
  const unit = unitAt(pieces, at);
  return unit === undefined ? { reading, unit: null, next: reading.next } : { reading, unit, next: at + 1 };
}

const fineUnits = new Set(["ms", "mb", "kb", "bytes"]);

/** Decides between "1.500" as 1,500 and as 1.5, and between "2,125" as 2,125 and as 2.125. */
function settle(
  measured: Measured,
  pieces: readonly Piece[],
  style: NumberStyle,
): { value: number; european: boolean } {
  const { reading, unit } = measured;
  if (reading.alternative === null) return { value: reading.value, european: reading.european };
  const thousands = Math.max(reading.value, reading.alternative);
  const decimal = Math.min(reading.value, reading.alternative);
  const dotted = reading.value === decimal;
  if (!dotted) {
    const isDecimal = style.european && unit !== null && !fineUnits.has(unit.name) && unit.dimension !== "rate";
    return isDecimal ? { value: decimal, european: true } : { value: thousands, european: false };
  }
  const counted = unit === null && (style.european || pieces[measured.next]?.type === "word");
  const isThousands = counted || (unit !== null && fineUnits.has(unit.name));
  return isThousands ? { value: thousands, european: true } : { value: decimal, european: false };
}

const currencies = new Set("$ € £ ¥ ₹ usd eur gbp cad aud chf inr jpy sek nok dkk brl sgd nzd pln rs".split(" "));

/** "$4,500", "USD 4,500", "CAD 500": the currency stands before the figure. */
function isMoneyBefore(pieces: readonly Piece[], at: number): boolean {
  const sign = pieces[at - 1];
  return sign !== undefined && currencies.has(sign.text.toLowerCase()) && pieces[at - 2]?.type !== "digits";
}

function built(measured: Measured, pieces: readonly Piece[], at: number, style: NumberStyle): Quantity {
  const { reading, unit: named, next } = measured;
  const unit = named === null && isMoneyBefore(pieces, at) ? (findUnit("$", true) ?? null) : named;
  const factor = unit?.factor ?? 1;
  const { value, european } = settle(measured, pieces, style);
  return {
    kind: "quantity",
    dimension: unit?.dimension ?? "number",
    value: value * factor,
    low: reading.low === null ? null : reading.low * factor,
    high: reading.high === null ? null : reading.high * factor,
    range: false,
    hedged: reading.low !== null,
    unit: unit?.name ?? "",
    noun: unit?.noun ?? null,
    magnitude: reading.magnitude,
    european,
    glued: pieces[at]?.glued ?? false,
    start: pieces[at]?.start ?? 0,
    end: pieces[next - 1]?.end ?? 0,
  };
}

/** A number with its unit, without hedges and ranges. */
export function readSimpleQuantity(
  pieces: readonly Piece[],
  at: number,
  style: NumberStyle,
): { quantity: Quantity; next: number } | null {
  const reading = readNumber(pieces, at);
  if (reading === null) return null;
  const measured = readUnit(pieces, reading);
  const quantity = built(measured, pieces, at, style);
  return andAHalf(pieces, quantity, measured.next);
}

/** "Seven and a half thousand": the magnitude is for both. */
function thousandsAndAHalf(pieces: readonly Piece[], quantity: Quantity, at: number, scale: number) {
  const value = (quantity.value + 0.5) * scale;
  return { quantity: { ...quantity, value, magnitude: true, end: pieces[at]?.end ?? quantity.end }, next: at + 1 };
}

/** "a minute and a half", "two and a half seconds": half a unit more. */
function andAHalf(pieces: readonly Piece[], quantity: Quantity, at: number): { quantity: Quantity; next: number } {
  const article = lowerAt(pieces, at + 1) === "a" ? 1 : 0;
  const said = lowerAt(pieces, at) === "and" && lowerAt(pieces, at + 1 + article) === "half";
  if (!said || !["number", "duration", "size"].includes(quantity.dimension)) return { quantity, next: at };
  const scale = magnitudeWord(pieces, at + 2 + article);
  if (quantity.unit === "" && scale !== undefined) return thousandsAndAHalf(pieces, quantity, at + 2 + article, scale);
  const behind = at + 2 + article;
  const unit = quantity.unit === "" ? unitAt(pieces, behind) : undefined;
  const half = quantity.unit === "" ? 0.5 : (findUnit(quantity.unit, true)?.factor ?? 1) / 2;
  const next = unit === undefined ? behind : behind + 1;
  const value = (quantity.value + half) * (unit?.factor ?? 1);
  const named = unit === undefined ? {} : { dimension: unit.dimension, unit: unit.name };
  return { quantity: { ...quantity, ...named, value, end: pieces[next - 1]?.end ?? quantity.end }, next };
}
