import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import { isNegated } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { adverbPeriod, readPeriod } from "#src/understand/phrases/rate.ts";

/** A run that comes back: "every 5 minutes", "nightly", "twice a day", "rate(5 minutes)", a cron expression. */
export interface Schedule {
  perPeriod: number;
  periodMs: number;
  period: string;
  from: number;
  to: number;
}

const cronLine = /^(?:cron\s*\(\s*)?((?:[\d*/,?LW#-]+\s+){4,5}[\d*/,?LW#-]+)\s*\)?$/i;

/** Runs a day of the minute and hour fields of a cron expression; null for forms this does not read. */
export function cronRunsPerDay(expression: string): number | null {
  const match = cronLine.exec(expression.trim());
  const fields = match?.[1]?.trim().split(/\s+/);
  if (fields === undefined) return null;
  const minutes = timesIn(fields[0] ?? "*", 60);
  const hours = timesIn(fields[1] ?? "*", 24);
  const restricted = fields.slice(2, 4).some((field) => !/^[*?]$/.test(field));
  return minutes === null || hours === null || restricted ? null : minutes * hours;
}

function timesIn(field: string, size: number): number | null {
  if (field === "*") return size;
  const step = /^(?:\*|0)\/(\d{1,2})$/.exec(field);
  if (step !== null) return size / Number(step[1]);
  if (/^\d{1,2}(?:,\d{1,2})*$/.test(field)) return field.split(",").length;
  const range = /^(\d{1,2})-(\d{1,2})$/.exec(field);
  return range === null ? null : Number(range[2]) - Number(range[1]) + 1;
}

/** A cron expression written in the text, with where it stands. */
export function findCron(passage: Passage): Schedule | null {
  const match =
    /(?:\bcron\s*\(([^)\n]{5,60})\))|((?:^|["'`\s:=])(?:[\d*/,-]{1,12}[ \t]){4}[\d*/,?-]{1,12}(?=$|["'`\s,;]))/m.exec(
      passage.text,
    );
  if (match === null) return null;
  const written = (match[1] ?? match[2] ?? "").replace(/["'`:=]/g, " ").trim();
  const runs = /\*/.test(written) ? cronRunsPerDay(written) : null;
  if (runs === null) return null;
  const start = match.index;
  const end = start + match[0].length;
  const inside = passage.lexemes.flatMap((lexeme, at) => (lexeme.start >= start && lexeme.end <= end ? [at] : []));
  return { perPeriod: runs, periodMs: 86_400_000, period: "day", from: inside[0] ?? 0, to: inside.at(-1) ?? 0 };
}

const runners = new Set(
  "run runs job cron schedule task lambda function fire fires trigger triggered start starts kick kicks execute executes process processes poll batch sync import export report build rebuild refresh it once".split(
    " ",
  ),
);

function everyAt(passage: Passage, at: number): Schedule | null {
  const { lexemes } = passage;
  const lexeme = lexemes[at];
  if (isWord(lexeme, "every", "each")) {
    const period = readPeriod(lexemes, at + 1);
    if (period === null || (isWord(lexeme, "each") && period.name === "")) return null;
    return { perPeriod: 1, periodMs: period.ms, period: period.name, from: at, to: period.next - 1 };
  }
  const times = isWord(lexeme, "once") ? 1 : isWord(lexeme, "twice") ? 2 : 0;
  if (times > 0) {
    const after =
      isWord(lexemes[at + 1], "a", "an", "per", "every", "each") || isMark(lexemes[at + 1], "/") ? at + 2 : at + 1;
    const period = readPeriod(lexemes, after) ?? adverb(passage, after);
    return period === null
      ? null
      : { perPeriod: times, periodMs: period.ms, period: period.name, from: at, to: period.next - 1 };
  }
  const own = adverb(passage, at);
  return own === null ? null : { perPeriod: 1, periodMs: own.ms, period: own.name, from: at, to: at };
}

function adverb(passage: Passage, at: number) {
  const name = adverbPeriod(passage.lexemes[at]);
  return name === undefined ? null : { ms: periodMs[name] ?? 1, name, next: at + 1 };
}

/** Whether words near it say that something is run, rather than that something happens to users. */
function isRun(passage: Passage, at: number): boolean {
  const sentence = passage.sentences[at] ?? 0;
  return passage.lexemes.some(
    (lexeme, here) =>
      lexeme.kind === "word" && runners.has(lexeme.lemma) && Math.abs((passage.sentences[here] ?? 0) - sentence) <= 2,
  );
}

/** The first schedule in the text that runs something. */
export function findSchedule(passage: Passage): Schedule | null {
  const cron = findCron(passage);
  if (cron !== null) return cron;
  for (let at = 0; at < passage.lexemes.length; at += 1) {
    if (isQuantity(passage.lexemes[at])) continue;
    const found = everyAt(passage, at);
    if (
      found !== null &&
      !isNegated(passage, at, 2) &&
      passage.claims[found.from] === null &&
      isRun(passage, found.from)
    )
      return found;
  }
  return null;
}
