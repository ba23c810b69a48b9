import type { Change } from "#src/model/change.ts";

/** What a sentence in a thread can ask for besides a change. `none`: nothing for Rethink; `unknown`: not understood. */
export const intents = [
  "explain",
  "limits",
  "break-even",
  "breakdown",
  "assumptions",
  "compare",
  "case",
  "decide",
  "undo",
  "help",
  "none",
  "unknown",
] as const;
export type Intent = (typeof intents)[number];

/** Questions that can follow a change in the same breath: "double it, and what breaks first then?" */
export type QuestionIntent = Exclude<Intent, "undo" | "none" | "unknown">;

/** What a person should be told about how their words were read. */
export type FollowUpNote =
  /** Only memory changed: re-running rescales the durations of CPU-bound work. */
  | { code: "duration-follows-memory" }
  /** A figure without a step was taken for every step. */
  | { code: "all-steps"; path: string }
  /** "API Gateway" does not say which kind: the HTTP API was taken. */
  | { code: "http-api-taken" }
  /** "Step Functions" does not say which type: Standard was taken. */
  | { code: "standard-taken" }
  /** "A savings plan" does not say for how long: one year was taken. */
  | { code: "one-year-taken" }
  /** A figure was in the words that needs to be said more exactly, with the step it is for. */
  | { code: "which-step"; text: string }
  /** A stated count of transitions was left as it is although steps came or went. */
  | { code: "transitions-kept"; transitionsPerUnit: number }
  /** The words for which no field was found. */
  | { code: "unread"; text: string };

/** A sentence in a thread, read. */
export type FollowUp =
  | {
      kind: "changes";
      changes: readonly Change[];
      notes: readonly FollowUpNote[];
      /** True where it mends a wrong reading ("no, 300 a minute"). */
      corrected: boolean;
      thenIntent?: QuestionIntent;
    }
  | { kind: "intent"; intent: Intent; argument?: string };
