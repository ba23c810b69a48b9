import { UserError } from "#src/errors.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Form } from "#src/reply/reply.ts";
import { notUnderstoodReply } from "#src/reply/views/ask.ts";
import { unknownVerbReply } from "#src/reply/views/errors.ts";
import { offerDecisionReply } from "#src/reply/views/record-decision.ts";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import { findNamed, newestReview } from "#src/reviews/find-review.ts";
import { hasOpenQuestion } from "#src/reviews/open-question.ts";
import type { Review } from "#src/reviews/review.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { nearestVerb } from "./nearest-verb.ts";
import { cleanLine, type ParsedVerb, parseLine } from "./parse-line.ts";
import { commandFor, registry } from "./registry.ts";
import { ANYWHERE, resolveWords } from "./resolve.ts";
import { channelOf } from "./where.ts";
import { readArchitecture } from "./words/architecture-words.ts";
import { readDecision } from "./words/decision-words.ts";

/** Examples shown with a verb that is none: the most used first. */
const EXAMPLES = ["review 50 thumbnails a second, 200 ms at 512 MB", "whatif traffic doubles", "limits"];

/**
 * The only door: a slash line, a button, a submitted form or words in a thread come in; what to show comes out.
 *
 * @throws UserError for what the person can mend; nothing was changed then
 */
export async function dispatch(invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]> {
  const { verb, args, review } = invocation;
  if (verb !== null) return runVerb({ verb, args, ...(review === undefined ? {} : { review }) }, invocation, context);
  const thread = await threadReview(invocation, context);
  const newest = thread ?? (await newestReview(context.reviews, channelOf(invocation)));
  const spoken = { ...context, spoken: thread !== null };
  const answering = await hasOpenQuestion(context.reviews, channelOf(invocation), invocation.actor.id);
  const resolved = resolveWords(invocation, { thread, newest, answering }, spoken, registry);
  switch (resolved.kind) {
    case "run":
      return runAll(resolved.runs, invocation, spoken);
    case "offer-decision":
      return offerDecision(resolved.review, resolved.words, context);
    case "not-understood":
      return notUnderstood(resolved.text, thread, context);
    case "unknown-verb":
      return [{ to: "asker", reply: unknownVerb(resolved.text) }];
    case "silent":
      return [];
  }
}

/** The form to open at once instead of running anything; null: none. Looks at nothing that is stored. */
export function formFor(invocation: Invocation): Form | null {
  const { verb, args } = invocation;
  if (verb !== null) return commandFor(verb)?.form?.(invocation) ?? null;
  if (invocation.where.thread !== undefined && args["place"] !== ANYWHERE) return null;
  const parsed = parseLine(args["text"] ?? "", registry);
  if (parsed === null) return null;
  const typed: Invocation = { ...invocation, ...parsed };
  return commandFor(parsed.verb)?.form?.(typed) ?? null;
}

async function runAll(
  runs: readonly ParsedVerb[],
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const run of runs) deliveries.push(...(await runVerb(run, invocation, context)));
  return deliveries;
}

async function runVerb(
  { verb, args, review }: ParsedVerb,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const command = commandFor(verb);
  if (command === null) throw unknown(verb);
  const { review: pressed, ...rest } = invocation;
  const named = review ?? pressed ?? (args["review"] === "" ? undefined : args["review"]);
  return command.run({ ...rest, verb, args, ...(named === undefined ? {} : { review: named }) }, context);
}

async function threadReview(invocation: Invocation, context: CommandContext): Promise<Review | null> {
  const { thread } = invocation.where;
  if (thread === undefined) return null;
  return findNamed(context.reviews, { key: channelOf(invocation), thread });
}

/** Said to the others, not to the bot: a button, and nothing recorded. Words that name no option get no answer. */
function offerDecision(review: Review, words: string, context: CommandContext): readonly Delivery[] {
  const read = readDecision(words);
  if (read === null || read.choice === "other") return [];
  const assessment = assessRevision(context.reviews, currentRevision(review));
  const choice: Architecture | null = readArchitecture(read.choice, assessment);
  if (choice === null) return [];
  return [{ to: "thread", reviewId: review.id, reply: offerDecisionReply({ review, choice, reason: read.reason }) }];
}

/** With a model to ask, the answer waits for it: it may know what the parser does not. */
function notUnderstood(text: string, thread: Review | null, { readLater, modelNote }: CommandContext): Delivery[] {
  if (readLater !== null && thread !== null) {
    readLater({ about: "change", text, review: { id: thread.id, revision: currentRevision(thread).number } });
    return [];
  }
  return [{ to: "thread", reviewId: thread?.id ?? null, reply: notUnderstoodReply(text, modelNote) }];
}

function unknownVerb(text: string) {
  const typed = cleanLine(text).split(" ")[0] ?? "";
  return unknownVerbReply({ typed, nearest: nearestVerb(text, registry), examples: EXAMPLES });
}

function unknown(verb: string): UserError {
  return new UserError({
    code: "unknown-verb",
    message: `"${verb}" is not available here.`,
    nextStep: 'Ask "help" for what is.',
  });
}
