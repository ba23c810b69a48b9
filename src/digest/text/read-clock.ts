/** A wall-clock time found in a line, and the line without it. */
export interface ClockReading {
  hour: number;
  minute: number;
  rest: string;
}

/** When nothing is said of the hour: after the first look at mail, before the first meeting. */
export const USUAL_HOUR = 9;

const END_OF_DAY = 17;

const named: readonly (readonly [RegExp, number])[] = [
  [/\b(?:at )?(?:noon|midday)\b/, 12],
  [/\b(?:at )?midnight\b/, 0],
  [/\b(?:at |by )?(?:eod|cob|end of (?:the )?(?:business )?day|close of business)\b/, END_OF_DAY],
  [/\b(?:in the )?mornings?\b/, USUAL_HOUR],
  [/\b(?:in the )?afternoons?\b/, 14],
  [/\b(?:in the )?evenings?\b/, 18],
];

const CLOCK = /(?:\bat |@ ?)?\b(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|o'?clock|uhr|h)(?=\s|,|$)/;
const DIGITS = /(?:\bat |@ ?)?(?<![+-])\b(\d{1,2})[:.h](\d{2})(?=\s|,|$)/;
const BARE = /(?:\bat |@ ?)(\d{1,2})(?=\s|,|$)/;
const MILITARY = /(?:\bat |@ ?)?(?<![\w/+:-])([01]\d|2[0-3])([0-5]\d)(?=\s|,|$)/;
/** "weekdays 9 Berlin". */
const LONELY = /(?<![\w/+:.$-])(\d{1,2})(?=\s|,|$)/;

/** "9:00", "8am", "7:30 pm", "17h30", "at 9", "noon": null when there is none; `bad` when it is no time of day. */
export function readClock(text: string): ClockReading | "bad" | null {
  for (const pattern of [CLOCK, DIGITS, BARE, MILITARY, LONELY]) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = without(text, match);
    const half = (match[3] ?? "").charAt(0);
    const written = Number(match[1]);
    const minute = Number(match[2] ?? 0);
    const isHalf = half === "a" || half === "p";
    if (minute > 59 || written > 23 || (isHalf && (written < 1 || written > 12))) return "bad";
    const hour = isHalf ? (written % 12) + (half === "p" ? 12 : 0) : written;
    return { hour, minute, rest };
  }
  for (const [pattern, hour] of named) {
    const match = pattern.exec(text);
    if (match !== null) return { hour, minute: 0, rest: without(text, match) };
  }
  return null;
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/g, " ").trim();
}
