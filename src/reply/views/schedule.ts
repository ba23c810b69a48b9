import { assertNever } from "#src/errors.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { money } from "#src/reply/money.ts";
import { percentGiven } from "#src/reply/numbers.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { code, person, plain, strong } from "#src/reply/spans.ts";
import type { Author } from "#src/reviews/review.ts";

/** A digest schedule as people set it. */
export interface ScheduleState {
  /** "every weekday at 9:00 Europe/Berlin". */
  words: string;
  zone: string;
  state: "running" | "paused" | "paused-by-refusals";
  always: boolean;
  /** Smallest change that counts; null: not set. */
  thresholdShare: number | null;
  thresholdUsd: number | null;
  onlyFlips: boolean;
  setBy: Author | null;
  /** The next runs in local time, already written: "Mon 30 Nov, 9:00". */
  nextRuns: readonly string[];
  /** The exact words that take the last step back. */
  undoCommand: string | null;
  /** What was taken where the words left something open, in sentences. */
  notes?: readonly string[];
}

export type ScheduleEvent = "set" | "changed" | "paused" | "resumed" | "removed" | "shown";

/** The state a command left behind, the next three runs, and the exact command that takes it back. */
export function scheduleReply(event: ScheduleEvent, schedule: ScheduleState): Reply {
  const title = `${eventWords(event)}: ${oneLine(schedule.words, 100)}`;
  const runs = event === "removed" || schedule.state !== "running" ? [] : schedule.nextRuns.slice(0, 3);
  return {
    kind: "notice",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [strong(`${title}.`), plain(` ${event === "removed" ? "" : modeWords(schedule)}`.trimEnd())],
      },
      ...(runs.length === 0
        ? []
        : [
            {
              kind: "paragraph",
              spans: [
                strong("Next: "),
                plain(`${runs.map((run) => oneLine(run, 60)).join(" · ")} (${oneLine(schedule.zone, 60)})`),
              ],
            } as const,
          ]),
      ...(schedule.notes ?? []).map((note): Block => ({ kind: "paragraph", spans: [plain(oneLine(note, 200))] })),
      ...undoBlock(schedule),
    ],
  };
}

function eventWords(event: ScheduleEvent): string {
  switch (event) {
    case "set":
      return "Digest set";
    case "changed":
      return "Digest changed";
    case "paused":
      return "Digest paused";
    case "resumed":
      return "Digest resumed";
    case "removed":
      return "Digest removed";
    case "shown":
      return "Digest";
    default:
      return assertNever(event);
  }
}

function modeWords(schedule: ScheduleState): string {
  if (schedule.state === "paused") return "It is paused.";
  if (schedule.state === "paused-by-refusals") return "It paused itself: the channel refused several posts in a row.";
  if (schedule.always) return "It always posts.";
  if (schedule.onlyFlips) return "It posts only when a verdict changes.";
  const bars = [
    ...(schedule.thresholdShare === null ? [] : [percentGiven(schedule.thresholdShare)]),
    ...(schedule.thresholdUsd === null ? [] : [`${money(schedule.thresholdUsd)} a month`]),
  ];
  if (bars.length === 0) return "It posts only when something moved.";
  return `It posts only when something moved by ${bars.join(" or ")}, up or down.`;
}

function undoBlock({ undoCommand, setBy }: ScheduleState): Block[] {
  const spans: Span[] = [
    ...(undoCommand === null ? [] : [plain("Take it back with "), code(`/rethink ${oneLine(undoCommand, 120)}`)]),
    ...(setBy === null
      ? []
      : [plain(`${undoCommand === null ? "Last" : " · last"} changed by `), person(setBy.id, oneLine(setBy.name, 60))]),
  ];
  return spans.length === 0 ? [] : [{ kind: "context", spans }];
}

/** The schedules of a channel. */
export function scheduleListReply(schedules: readonly ScheduleState[]): Reply {
  if (schedules.length === 0) {
    return {
      kind: "notice",
      summary: "No digest in this channel yet.",
      accent: "none",
      blocks: [
        {
          kind: "paragraph",
          spans: [
            plain("No digest in this channel yet. "),
            code("/rethink digest every monday at 9:00 Europe/Berlin"),
            plain(" sets one."),
          ],
        },
      ],
    };
  }
  return {
    kind: "notice",
    summary: `${schedules.length} ${schedules.length === 1 ? "digest" : "digests"} in this channel.`,
    accent: "none",
    blocks: [
      {
        kind: "list",
        items: schedules.map((schedule) => {
          const next = schedule.state === "running" ? schedule.nextRuns[0] : undefined;
          return [
            strong(oneLine(schedule.words, 100)),
            plain(`. ${modeWords(schedule)}${next === undefined ? "" : ` Next: ${oneLine(next, 60)}.`}`),
            ...(schedule.setBy === null
              ? []
              : [plain(" Last changed by "), person(schedule.setBy.id, oneLine(schedule.setBy.name, 60)), plain(".")]),
          ];
        }),
      },
      { kind: "actions", actions: [button("Digest now", "digest", null, { text: "now" })] },
    ],
  };
}
