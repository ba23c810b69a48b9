import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { composeDigest } from "#src/digest/compose.ts";
import { nextOccurrence, nextOccurrences } from "#src/digest/occurrences.ts";
import { defaultRule, type PostRule, readSchedule, type Schedule } from "#src/digest/schedule.ts";
import { looksLikeSchedule, readScheduleText, type ScheduleRequest } from "#src/digest/schedule-text.ts";
import { UserError } from "#src/errors.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { digestForm } from "#src/reply/views/digest-form.ts";
import { digestOf } from "#src/reply/views/digest-of.ts";
import { type ScheduleEvent, scheduleListReply, scheduleReply } from "#src/reply/views/schedule.ts";
import { scheduleState } from "#src/reply/views/schedule-state.ts";
import { triggerFiredReply } from "#src/reply/views/trigger-fired.ts";
import { assumedWords, ruleCommand, scheduleCommand } from "#src/reply/wording/schedule-words.ts";
import { newSortableId } from "#src/reviews/ids.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { defineCommand } from "./define-command.ts";
import { channelOf, personOf } from "./where.ts";

const word = z.string().max(200).optional();

type Stored = NonNullable<Awaited<ReturnType<CommandContext["reviews"]["records"]["digests"]["schedule"]>>>;

export const digestCommand = defineCommand({
  verb: "digest",
  group: "Keep watch",
  summary: "Post what moved in this channel's reviews, on days you choose",
  examples: ["digest every weekday at 9:00 Europe/Berlin", "digest over 5% or $200", "digest now", "digest pause"],
  synonyms: ["digests", "schedule a digest"],
  options: [
    {
      name: "text",
      description: "When, like mondays 9:00 Berlin; or list, pause, resume, remove, now",
      required: false,
      takes: "rest",
    },
  ],
  schema: z.object({ text: word, days: word, time: word, zone: word, rule: word }),
  form: ({ args }) => (Object.values(args).every((value) => value.trim() === "") ? digestForm() : null),
  readWords: (words) => (looksLikeSchedule(words) ? { text: words } : null),
  run: async ({ text, days, time, zone, rule }, invocation, context) => {
    const digests = context.reviews.records.digests;
    const stored = await digests.schedule(channelOf(invocation));
    const current = stored === null ? null : readSchedule(stored.body);
    const line = text ?? lineOf(days, time, zone, rule);
    const request: ScheduleRequest =
      line === "" ? { kind: "list" } : readScheduleText(line, { now: context.reviews.clock.now(), current });
    switch (request.kind) {
      case "set":
        return keep(request, stored, invocation, context);
      case "rule":
        return setRule(request.rule, stored, invocation, context);
      case "list":
        return [{ to: "asker", reply: scheduleListReply(stored === null ? [] : [listed(stored, context)]) }];
      case "now":
        return postNow(stored, invocation, context);
      case "pause":
        return pause(needed(stored), invocation, context);
      case "resume":
        return resume(needed(stored), invocation, context);
      case "remove":
        return remove(needed(stored), invocation, context);
    }
  },
});

/** A form's answers as the line somebody would have typed. */
function lineOf(...answers: readonly (string | undefined)[]): string {
  return answers.filter((answer) => answer !== undefined && answer !== "").join(" ");
}

function needed(stored: Stored | null): Stored {
  if (stored !== null) return stored;
  throw new UserError({
    code: "bad-schedule",
    message: "This channel has no digest.",
    nextStep: 'Set one with "digest every weekday at 9:00 Europe/Berlin".',
  });
}

async function store(
  schedule: Schedule,
  state: Stored["state"],
  stored: Stored | null,
  invocation: Invocation,
  { reviews }: CommandContext,
): Promise<void> {
  const now = reviews.clock.now();
  const { id, name } = personOf(invocation);
  const goesOn = stored?.state === "running" && state === "running" && sameTiming(stored, schedule);
  await reviews.records.digests.putSchedule(
    {
      id: stored?.id ?? newSortableId(now, reviews.random),
      key: channelOf(invocation),
      body: schedule,
      state,
      nextAt: goesOn ? stored.nextAt : nextOccurrence(schedule.timing, now),
      refusals: 0,
      setBy: { id, name },
      setAt: now,
    },
    goesOn ? "keep" : "drop",
  );
}

/** Only the rule changes: a digest that is due, or was missed, still comes. */
function sameTiming(stored: Stored, { timing }: Schedule): boolean {
  return isDeepStrictEqual(readSchedule(stored.body).timing, timing);
}

/** The state a command left behind, told to the channel: it is the channel's digest. */
function told(
  event: ScheduleEvent,
  schedule: Schedule,
  state: Stored["state"],
  undoCommand: string,
  notes: readonly string[],
  invocation: Invocation,
  { reviews }: CommandContext,
): readonly Delivery[] {
  const { id, name } = personOf(invocation);
  const next = nextOccurrences(schedule.timing, reviews.clock.now(), 3);
  const shown = scheduleState({ schedule, state, setBy: { id, name }, next, undoCommand, notes });
  return [{ to: "channel", reply: scheduleReply(event, shown) }];
}

/** Setting a digest that is paused runs it again, unless told otherwise: who sets one wants it. */
async function keep(
  { schedule, assumed, paused }: Extract<ScheduleRequest, { kind: "set" }>,
  stored: Stored | null,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const state = paused ? "paused" : "running";
  await store(schedule, state, stored, invocation, context);
  const undo = stored === null ? "digest remove" : commandOf(stored);
  const notes = assumed.map((one) => assumedWords(one, schedule.timing));
  return told(stored === null ? "set" : "changed", schedule, state, undo, notes, invocation, context);
}

/** The words that set again what is stored, as it stands. */
function commandOf({ body, state }: Stored): string {
  return scheduleCommand(readSchedule(body), state === "running" ? "running" : "paused");
}

async function setRule(
  rule: PostRule,
  stored: Stored | null,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const row = needed(stored);
  const before = readSchedule(row.body);
  const schedule = { ...before, rule };
  await store(schedule, row.state, row, invocation, context);
  return told("changed", schedule, row.state, `digest ${ruleCommand(before.rule)}`, [], invocation, context);
}

async function pause(row: Stored, invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]> {
  const schedule = readSchedule(row.body);
  await store(schedule, "paused", row, invocation, context);
  return told("paused", schedule, "paused", "digest resume", [], invocation, context);
}

async function resume(row: Stored, invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]> {
  const schedule = readSchedule(row.body);
  await store(schedule, "running", row, invocation, context);
  return told("resumed", schedule, "running", "digest pause", [], invocation, context);
}

async function remove(row: Stored, invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]> {
  const schedule = readSchedule(row.body);
  await context.reviews.records.digests.removeSchedule(row.key);
  return told("removed", schedule, row.state, commandOf(row), [], invocation, context);
}

function listed(row: Stored, { reviews }: CommandContext) {
  const schedule = readSchedule(row.body);
  const next = nextOccurrences(schedule.timing, reviews.clock.now(), 3);
  const state = scheduleState({ schedule, state: row.state, setBy: row.setBy, next, undoCommand: null });
  return { ...state, words: `${state.words} ${state.zone}` };
}

/** A digest at once: like any other, except that an empty one comes too and says why. */
async function postNow(
  stored: Stored | null,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const key = channelOf(invocation);
  const schedule = stored === null ? null : readSchedule(stored.body);
  const rule = schedule?.rule ?? defaultRule;
  const composed = await composeDigest({ ...context.reviews, catalogOf: context.catalogOf }, key, rule);
  if (!(await context.reviews.records.digests.putMarks(key, composed.marks(true)))) throw busy();
  const digest = digestOf({ composed, schedule, setBy: stored?.setBy ?? null, rule, late: null });
  return [
    { to: "channel", reply: digest },
    ...composed.notices
      .filter(({ thread }) => thread !== null)
      .map((notice): Delivery => ({ to: "thread", reviewId: notice.reviewId, reply: triggerFiredReply(notice) })),
  ];
}

/** The scheduled digest told the same channel something meanwhile: the command is undone and comes again by itself. */
function busy(): UserError {
  return new UserError({
    code: "storage-unavailable",
    message: "The digest of this channel is being posted right now.",
    nextStep: "Try again in a minute.",
  });
}
