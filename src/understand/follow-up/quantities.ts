import { periodMs } from "#src/understand/lex/units.ts";
import { type Rewriting, rule } from "./tokens.ts";

/** Things a rate counts, besides the workload's own unit of work (`@unit`). */
export const workNouns =
  "@unit|request|call|hit|query|event|message|order|photo|image|video|document|invoice|record|row|line|job|run|" +
  "invocation|execution|transaction|payment|upload|download|mail|notification|webhook|item|page|user|customer|visit";

/** A month in weeks, for growth. */
const monthMs = periodMs["month"] ?? 1;

function monthlyGrowth(factor: number, ms: number): string {
  return ms > 0 && factor >= 0 ? `#grow=${factor ** (monthMs / ms) - 1}` : "";
}

function lengthOf(period: string): number {
  const names: Readonly<Record<string, string>> = { monthly: "month", mom: "month", yearly: "year", weekly: "week" };
  return periodMs[names[period] ?? period] ?? 0;
}

const ofPeriod = "(?:(?:per|a|an|/|each|every|\\$\\*) )?(week|month|quarter|year|monthly|yearly|weekly|mom)";
const every = "(?:every|each|per|a|in a|once a)";
const multiples: Readonly<Record<string, number>> = {
  double: 2,
  doubling: 2,
  triple: 3,
  tripling: 3,
  quadruples: 4,
  halves: 0.5,
};
const multiple = "(double|doubling|triple|tripling|quadruples|halves)";

/** Growth over a period compounds: "10 % a month", "doubles every year", "3x per year". Comes first: "double" alone is ×2. */
export const growthRewritings: readonly Rewriting[] = [
  [rule(`{n:pct} ${ofPeriod}`), (_, share = "", period = "") => monthlyGrowth(1 + Number(share), lengthOf(period))],
  [
    rule(`${multiple} ${every} (week|month|quarter|year)`),
    (_, word = "", period = "") => monthlyGrowth(multiples[word] ?? 1, lengthOf(period)),
  ],
  [
    rule(`${multiple} (?:every|each|in|within) {n:ms}`),
    (whole, word = "", ms = "") =>
      Number(ms) >= monthMs / 5 ? monthlyGrowth(multiples[word] ?? 1, Number(ms)) : whole,
  ],
  [
    rule(`{n:x} ${every} (month|quarter|year)`),
    (_, factor = "", period = "") => monthlyGrowth(Number(factor), lengthOf(period)),
  ],
  [
    rule(
      "(?:no|zero|without|stop|stops|stopped|flat|constant) (?:more |any |further )?(?:monthly |yearly )?(?:growth|growing|grow)",
    ),
    "#grow=0",
  ],
  [rule("(?:doesn't|does not|don't|won't|not|isn't) (?:grow|growing)(?: any ?more| at all)?"), "#grow=0"],
];

const starts = "(?:run|runs|running|fire|fires|trigger|triggers|triggered|executes|schedule|cron|invocation|kicks off)";

/** Schedules and single periods: "runs every 10 minutes", "kept for a week". */
export const quantityRewritings: readonly Rewriting[] = [
  [rule(`(${starts}) (?:it )?(?:once )?every {n:ms}`), (_, verb = "", ms = "") => `${verb} ${everyRate(Number(ms))}`],
  [
    rule(`(${starts}) (?:it )?(?:once |every |each |per |a |an )+(second|minute|hour|day|night|week|month)`),
    (_, verb = "", period = "") => `${verb} ${everyRate(periodMs[period] ?? 0)}`,
  ],
  [rule("(?:once )?every {n:ms}"), (_, ms = "") => everyRate(Number(ms))],
  [
    rule("(for|after|of|within|in|to|at) (?:a|an|one|half a|half an) (second|minute|hour|day|week|month|year)"),
    (whole, word = "", period = "") => `${word} #ms=${(periodMs[period] ?? 0) * (whole.includes(" half ") ? 0.5 : 1)}`,
  ],
  [rule("#n=([13]) (?:year|yr)"), (_, years = "") => `#ms=${Number(years) * (periodMs["year"] ?? 0)}`],
  [
    rule("(one|two|three|once) (?:year|yr)"),
    (_, years = "") => `#ms=${(years === "three" ? 3 : 1) * (periodMs["year"] ?? 0)}`,
  ],
];

const daysPerMonth = 730 / 24;
const hourMs = 3_600_000;
const weekdays = 21.7;
const between = "(?: (?:from|on|only|between|and|,|each|every|during|the|at|all))*";
const perDay = "(?:a|per|/|each|every) (?:single )?day";

/** When work arrives, as hours a month: days times hours. Days alone are whole days, hours alone are every day. */
export const hoursRewritings: readonly Rewriting[] = [
  [rule(`{n:days}${between} {n:span}`), (_, days = "", span = "") => hoursToken(Number(days) * Number(span))],
  [rule(`{n:span}${between} {n:days}`), (_, span = "", days = "") => hoursToken(Number(days) * Number(span))],
  [
    rule(`{n:days}${between} {n:ms}(?: ${perDay})?`),
    (whole, days = "", ms = "") => dayLong(whole, Number(days), Number(ms)),
  ],
  [
    rule(`{n:ms} ${perDay}${between} {n:days}`),
    (whole, ms = "", days = "") => dayLong(whole, Number(days), Number(ms)),
  ],
  [
    rule(`{n:ms} (?:a|per|/|each|every) (?:weekday|work day|working day|business day)`),
    (whole, ms = "") => dayLong(whole, weekdays, Number(ms)),
  ],
  [rule(`{n:ms} ${perDay}`), (whole, ms = "") => dayLong(whole, daysPerMonth, Number(ms))],
  [
    rule("{n:ms} (?:a|per|/|each|every) month"),
    (whole, ms = "") => (Number(ms) >= hourMs ? hoursToken(Number(ms) / hourMs) : whole),
  ],
  [
    rule(
      "(?:only |just )?(?:at |in the |every |each )?(?:night|evening|morning|afternoon)s?(?: only| long)? ,? ?(?:for |about )?{n:ms}",
    ),
    (whole, ms = "") => dayLong(whole, daysPerMonth, Number(ms)),
  ],
  [
    rule("{n:ms} (?:a|per|each|every|at|in the|of the) (?:night|evening|morning|afternoon)s?(?: only)?"),
    (whole, ms = "") => dayLong(whole, daysPerMonth, Number(ms)),
  ],
  [rule("{n:span}"), (_, span = "") => hoursToken(Number(span) * daysPerMonth)],
  [rule("(?:business|office|working|work) (?:hour|hours)(?: only)?(?! #)"), hoursToken(weekdays * 8)],
  [
    rule("(?:only |just )?(?:on |during |at )?(?:the )?{n:days}(?: only)?(?! (?:too|also|as well|included))"),
    (_, days = "") => hoursToken(Number(days) * 24),
  ],
];

function hoursToken(hours: number): string {
  return `#hours=${hours}`;
}

function dayLong(whole: string, days: number, ms: number): string {
  return ms >= hourMs / 4 && ms <= 24 * hourMs ? hoursToken(days * (ms / hourMs)) : whole;
}

function everyRate(ms: number): string {
  return ms > 0 ? `#rate=${1000 / ms}/run` : "";
}
