import type { Dimension } from "./lexeme.ts";
import { wordTable } from "./word-table.ts";

/** A unit word: what it measures and how many base units one of it is (ms, MB, per second, fraction). */
export interface Unit {
  dimension: Dimension;
  factor: number;
  /** Spelling the rest of the reader sees. */
  name: string;
  /** What is counted, where the unit says so: "request" in rps. */
  noun?: string;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** A month is 730 hours throughout Rethink. */
const month = 730 * hour;

/** Length of each period, ms; a "weekday" is a day that comes 21.7 times a month. */
export const periodMs = wordTable<number>({
  millisecond: 1,
  second,
  minute,
  hour,
  day,
  night: day,
  morning: day,
  evening: day,
  afternoon: day,
  weekday: day,
  week: 7 * day,
  monday: 7 * day,
  tuesday: 7 * day,
  wednesday: 7 * day,
  thursday: 7 * day,
  friday: 7 * day,
  saturday: 7 * day,
  sunday: 7 * day,
  weekend: 7 * day,
  fortnight: 14 * day,
  month,
  quarter: 3 * month,
  year: 12 * month,
});

const rows: readonly (readonly [Dimension, number, string, string])[] = [
  ["duration", 1e-6, "ns", "ns nanosecond nanoseconds"],
  ["duration", 1e-3, "us", "us µs μs microsecond microseconds micros"],
  [
    "duration",
    1,
    "ms",
    "ms msec msecs millis milis milli millisec millisecs millisecond milliseconds millisekunden millisecondes milisegundos",
  ],
  [
    "duration",
    second,
    "s",
    "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondo secondi",
  ],
  ["duration", minute, "min", "min mins minute minutes minuten minuto minutos minuti"],
  ["duration", hour, "h", "h hr hrs hour hours stunde stunden std heure heures hora horas"],
  ["duration", day, "day", "d day days tag tage tagen jour jours dia dias"],
  ["duration", 7 * day, "week", "wk wks week weeks woche wochen semaine semaines"],
  ["duration", month, "month", "month months monat monate monaten mois mes meses"],
  ["duration", 12 * month, "year", "y yr yrs year years jahr jahre jahren an ans annee annees"],
  ["size", 1 / 1024 / 1024, "bytes", "byte bytes octet octets"],
  ["size", 1 / 1024, "kb", "kb kib ko kilobyte kilobytes kbyte kbytes kibibyte kibibytes kilo kilos"],
  ["size", 1, "mb", "mb mbs mib mi mo meg megs mega megas megabyte megabytes mbyte mbytes mebibyte mebibytes"],
  ["size", 1024, "gb", "gb gbs gib gi go gig gigs giga gigas gigabyte gigabytes gbyte gbytes gibibyte gibibytes"],
  ["size", 1024 * 1024, "tb", "tb tib tera teras terabyte terabytes tebibyte tebibytes"],
  ["size", 1024 * 1024 * 1024, "pb", "pb pib petabyte petabytes"],
  ["bandwidth", 1 / 8 / 1.048576, "mbit/s", "mbps mbits mbit"],
  ["bandwidth", 1000 / 8 / 1.048576, "gbit/s", "gbps gbits gbit"],
  ["percent", 0.01, "%", "% percent pct prozent pourcent pourcents porcento"],
  ["times", 1, "x", "x × times fold mal fois veces"],
  ["cores", 1, "cores", "vcpu vcpus core cores cpus thread threads"],
  ["money", 1, "money", "$ € £ ₹ usd eur gbp dollar dollars euro euros cent cents buck bucks rupee rupees"],
  ["clock", 1, "uhr", "uhr o'clock oclock"],
];

const rateRows: readonly (readonly [number, string, string])[] = [
  [1, "request", "rps reqps"],
  [1 / 60, "request", "rpm"],
  [1 / 3600, "request", "rph"],
  [1 / 86_400, "request", "rpd"],
  [1, "query", "qps"],
  [1 / 60, "query", "qpm"],
  [1, "transaction", "tps"],
  [1 / 60, "transaction", "tpm"],
  [1, "event", "eps"],
  [1, "message", "mps msgps"],
  [1, "frame", "fps"],
];

const units = new Map<string, Unit>();
for (const [dimension, factor, name, words] of rows) {
  for (const word of words.split(" ")) units.set(word, { dimension, factor, name });
}
for (const [factor, noun, words] of rateRows) {
  for (const word of words.split(" ")) units.set(word, { dimension: "rate", factor, name: "rate", noun });
}
units.set("hz", { dimension: "rate", factor: 1, name: "rate" });

/** Unit words that are also plain words of other languages: a unit only when glued to the number or capitalised. */
const shyUnits = new Set(["mo", "go", "ko", "mi", "gi", "an", "mes", "dia", "std", "d", "tag", "us", "mal", "milli"]);

/** "mss", "gbb", "secc": a doubled letter in a unit glued to its number is a slip. */
function undoubled(word: string): string {
  return word.replace(/(.)\1+/gu, "$1");
}

/**
 * Looks a unit word up.
 *
 * @param written the word as it stands behind a number
 * @param glued whether no blank stands between them
 */
export function findUnit(written: string, glued: boolean): Unit | undefined {
  const word = written.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const capitalised = written[0] !== written[0]?.toLowerCase();
  if (!glued && !capitalised && shyUnits.has(word)) return undefined;
  return units.get(word) ?? (glued ? units.get(undoubled(word)) : undefined);
}
