import type { Composed } from "#src/digest/compose.ts";
import type { PostRule, Schedule } from "#src/digest/schedule.ts";
import type { Reply } from "#src/reply/reply.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { barWords, digestTitle, runWords, timingWords } from "#src/reply/wording/schedule-words.ts";
import type { Author } from "#src/reviews/review.ts";
import { digestReply } from "./digest.ts";

export interface DigestOfInput {
  composed: Composed;
  /** Null: on demand, in a channel without one. */
  schedule: Schedule | null;
  setBy: Author | null;
  rule: PostRule;
  /** When it should have come; null: it is on time. */
  late: Date | null;
}

/** Limits beyond the nearest that are worth a word: those reached within a year. */
const NEXT_LIMITS = 2;
const WITHIN_MONTHS = 12;

/** A digest that was worked out, in words. */
export function digestOf({ composed, schedule, setBy, rule, late }: DigestOfInput): Reply {
  const { limits, ...content } = composed.content;
  const [nearestLimit = null, ...others] = limits;
  const bar = barWords(rule);
  const zone = schedule?.timing.zone ?? "UTC";
  return digestReply({
    ...content,
    title: schedule === null ? "Digest" : digestTitle(schedule.timing),
    nearestLimit,
    nextLimits: others
      .filter(({ monthsAway }) => monthsAway !== null && monthsAway <= WITHIN_MONTHS)
      .slice(0, NEXT_LIMITS),
    schedule:
      schedule === null
        ? null
        : {
            words: `${capital(timingWords(schedule.timing))} ${zone}`,
            setBy,
            always: schedule.rule.kind === "always",
            onlyFlips: schedule.rule.kind === "flips",
          },
    ...(late === null ? {} : { lateSince: runWords(late, zone) }),
    ...(bar === null ? {} : { bar }),
  });
}
