import type { Schedule } from "#src/digest/schedule.ts";
import { runWords, timingWords } from "#src/reply/wording/schedule-words.ts";
import type { Author } from "#src/reviews/review.ts";
import type { ScheduleState } from "./schedule.ts";

export interface ScheduleStateInput {
  schedule: Schedule;
  state: "running" | "paused" | "refused";
  setBy: Author | null;
  /** The next runs; shown in local time with the clock's name. */
  next: readonly Date[];
  undoCommand: string | null;
  notes?: readonly string[];
}

/** A stored schedule as the views show it. */
export function scheduleState({ schedule, state, setBy, next, undoCommand, notes }: ScheduleStateInput): ScheduleState {
  const { timing, rule } = schedule;
  return {
    words: timingWords(timing),
    zone: timing.zone,
    state: state === "refused" ? "paused-by-refusals" : state,
    always: rule.kind === "always",
    onlyFlips: rule.kind === "flips",
    thresholdShare: rule.kind === "moved" ? rule.share : null,
    thresholdUsd: rule.kind === "moved" ? rule.usd : null,
    setBy,
    nextRuns: next.map((at) => runWords(at, timing.zone)),
    undoCommand,
    ...(notes === undefined ? {} : { notes }),
  };
}
