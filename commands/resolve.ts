import type { Invocation } from "#src/reply/invocation.ts";
import type { Verb } from "#src/reply/verbs.ts";
import { readShortId } from "#src/reviews/ids.ts";
import type { Review } from "#src/reviews/review.ts";
import { type FollowUp, hasMeaning, type QuestionIntent, readSpoken } from "#src/reviews/spoken.ts";
import type { CommandContext } from "./context.ts";
import type { RegisteredCommand } from "./define-command.ts";
import { cleanLine, type ParsedVerb, parseLine } from "./parse-line.ts";

/** What an invocation without a verb turned out to mean. */
export type Resolved =
  /** One verb after the other. */
  | { kind: "run"; runs: readonly ParsedVerb[] }
  /** Somebody told the others what they would go with. */
  | { kind: "offer-decision"; review: Review; words: string }
  /** Addressed words of a thread that nobody could read. */
  | { kind: "not-understood"; text: string }
  /** A line that is no verb and no workload. */
  | { kind: "unknown-verb"; text: string }
  | { kind: "silent" };

/** What is known of the place words were said in. */
export interface Situation {
  /** The review whose thread it is. */
  thread: Review | null;
  /** The newest review of the channel. */
  newest: Review | null;
  /** This person was asked something about a description and has not answered. */
  answering: boolean;
}

/** Gives words of a thread, or a line, their meaning. */
export function resolveWords(
  invocation: Invocation,
  { thread, newest, answering }: Situation,
  context: CommandContext,
  commands: readonly RegisteredCommand[],
): Resolved {
  const text = cleanLine(invocation.args["text"] ?? "");
  const anywhere = invocation.args["place"] === ANYWHERE;
  if (anywhere && answering && hasFigures(text, context)) return run({ verb: "review", args: { text } });
  if (thread !== null) return resolveInThread(text, invocation, thread, context, commands);
  if (!invocation.addressed) return { kind: "silent" };
  return resolveLine(text, newest, context, commands);
}

/** A line typed after the slash command, or said to the bot outside a review's thread. */
function resolveLine(
  text: string,
  newest: Review | null,
  context: CommandContext,
  commands: readonly RegisteredCommand[],
): Resolved {
  if (text === "") return run({ verb: "help", args: {} });
  const parsed = parseLine(text, commands);
  if (parsed !== null) return run(parsed);
  const described = context.reviews.understanding.describe(text);
  if (described.kind === "workload") return run({ verb: "review", args: { text } });
  const followUp = newest === null ? null : readSpoken(context.reviews, newest, text);
  if (followUp !== null && newest !== null && hasMeaning(followUp)) return fromFollowUp(followUp, text, true, newest);
  if (described.figures) return run({ verb: "review", args: { text } });
  return { kind: "unknown-verb", text };
}

function resolveInThread(
  text: string,
  { addressed, args }: Invocation,
  review: Review,
  context: CommandContext,
  commands: readonly RegisteredCommand[],
): Resolved {
  if (args["place"] === ANYWHERE && startsAnew(text, context)) return run({ verb: "review", args: { text } });
  const parsed = addressed ? parseLine(text, commands) : null;
  if (parsed !== null && text.toLowerCase().startsWith(parsed.verb)) return run(parsed);
  const followUp = readSpoken(context.reviews, review, text);
  if (followUp.kind === "changes" && followUp.changes.length > 0)
    return fromFollowUp(followUp, text, addressed, review);
  if (parsed !== null) return run(parsed);
  if (hasMeaning(followUp)) return fromFollowUp(followUp, text, addressed, review);
  if (!addressed) return { kind: "silent" };
  return hasFigures(text, context) ? run({ verb: "review", args: { text } }) : { kind: "not-understood", text };
}

/** Said where threads and channel are one place: a whole description there is a new review, not a change of the last. */
export const ANYWHERE = "anywhere";

/** Words that take up what was said before. */
const CONTINUES =
  /^(?:no|yes|ok|okay|and|but|or|so|then|what|why|how|when|if|suppose|make|use|set|try|change|switch|drop|add|remove|move|double|halve|instead|actually|it|the|with|without|only|rather)\b/i;

/** Something of a workload is in the words, enough for a review or for a question back. */
function hasFigures(text: string, context: CommandContext): boolean {
  const described = context.reviews.understanding.describe(text);
  return described.kind === "workload" || described.figures;
}

function startsAnew(text: string, context: CommandContext): boolean {
  if (CONTINUES.test(text)) return false;
  const described = context.reviews.understanding.describe(text);
  if (described.kind === "ask") return false;
  const { ratePerSecond, steps = [] } = described.workload;
  return ratePerSecond !== undefined && steps.some(({ durationMs }) => durationMs !== undefined);
}

function fromFollowUp(followUp: FollowUp, text: string, addressed: boolean, review: Review): Resolved {
  const about = { review: review.shortId };
  if (followUp.kind === "changes") {
    const then = followUp.thenIntent;
    const change: ParsedVerb = { verb: "whatif", args: { text }, ...about };
    return then === undefined || then === "decide"
      ? run(change)
      : run(change, { ...question(then, "", text), ...about });
  }
  const { intent, argument = "" } = followUp;
  switch (intent) {
    case "none":
    case "unknown":
      return { kind: "silent" };
    case "undo":
      return run({ verb: "undo", args: {}, ...about });
    case "decide":
      return addressed
        ? run({ ...question("decide", argument, text), ...about })
        : { kind: "offer-decision", review, words: argument === "" ? text : argument };
    default:
      return run({ ...question(intent, argument, text), ...about });
  }
}

/** The verb a question of the follow-up reader stands for. */
function question(
  intent: QuestionIntent,
  argument: string,
  text: string,
): { verb: Verb; args: Record<string, string> } {
  switch (intent) {
    case "explain":
      return { verb: "explain", args: { figure: argument === "" ? text : argument } };
    case "compare":
      return { verb: "compare", args: comparedIds(`${argument} ${text}`) };
    case "decide":
      return { verb: "decide", args: { choice: argument === "" ? text : argument } };
    case "limits":
    case "break-even":
    case "breakdown":
    case "assumptions":
    case "case":
    case "help":
      return { verb: intent, args: {} };
  }
}

function comparedIds(text: string): Record<string, string> {
  const [left, right] = [...new Set(text.split(/[^0-9A-Za-z]+/).flatMap((word) => readShortId(word) ?? []))];
  return { ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) };
}

function run(...runs: readonly ParsedVerb[]): Resolved {
  return { kind: "run", runs };
}
