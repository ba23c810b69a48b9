import { expect } from "vitest";
import type { SeenMessage } from "./driver.ts";
import { cardOf, type Stage, type StepSeen, seatOf, withIds } from "./play.ts";
import type { Expectation, Step } from "./scenario.ts";

/** `7K2Q` rev 3, at the foot of every card. */
const FOOT = /\b([2-9A-Z]{4}) rev (\d+)\b/;

/** Holds what was seen against what the step promises. */
export async function checkStep(stage: Stage, step: Step, seen: StepSeen, at: string): Promise<void> {
  const { expect: wanted } = step;
  if (wanted === undefined) return;
  checkCards(stage, wanted, seen, at);
  const answers = answersOf(seen);
  const all = [...seen.fresh, ...seen.changed].map(({ text }) => text).join("\n\n");
  if (wanted.answers !== undefined) {
    expect(answers.length, `${at}: answers: ${answers.map(({ text }) => text.slice(0, 120)).join(" | ")}`).toBe(
      wanted.answers,
    );
  }
  for (const pattern of wanted.says ?? []) expect(all, at).toMatch(idsIn(stage, pattern));
  for (const pattern of wanted.never ?? []) expect(all, at).not.toMatch(idsIn(stage, pattern));
  if (wanted.isPrivate !== undefined && stage.driver.answersAloud?.(withIdsOf(stage, step.act)) !== true) {
    for (const answer of answers) expect(answer.isPrivate, `${at}: ${answer.text.slice(0, 80)}`).toBe(wanted.isPrivate);
  }
  if (wanted.inThreadOf !== undefined) {
    const thread = cardOf(stage, wanted.inThreadOf).message;
    for (const answer of answers) expect(answer.thread, `${at}: ${answer.text.slice(0, 80)}`).toBe(thread);
  }
  const buttons = seen.fresh.flatMap((message) => message.buttons);
  for (const label of wanted.buttons ?? []) expect(buttons, at).toContain(withIds(stage, label));
  if (wanted.form !== undefined) expect(seen.form?.title ?? "no form", at).toMatch(wanted.form);
  checkFile(wanted, seen.fresh, at);
  await checkUnseen(stage, wanted, seen, at);
}

function withIdsOf(stage: Stage, act: Step["act"]): Step["act"] {
  return act.kind === "slash" ? { ...act, line: withIds(stage, act.line) } : act;
}

function checkCards(stage: Stage, wanted: Expectation, { fresh, changed }: StepSeen, at: string): void {
  if (wanted.card !== undefined) {
    const cards = fresh.filter(isCard);
    expect(cards.length, `${at}: one card, seen: ${fresh.map(({ text }) => text.slice(0, 200)).join(" | ")}`).toBe(1);
    const [card] = cards;
    const [, shortId = ""] = FOOT.exec(card?.text ?? "") ?? [];
    if (card !== undefined) stage.cards.set(wanted.card, { message: card.id, shortId });
  }
  if (wanted.edited !== undefined) {
    const { message, shortId } = cardOf(stage, wanted.edited.card);
    const edited = changed.find(({ id }) => id === message);
    expect(edited?.text ?? "the card did not change", at).toContain(`${shortId} rev ${wanted.edited.revision}`);
  }
}

function isCard({ text, thread, buttons }: SeenMessage): boolean {
  return thread === null && FOOT.test(text) && buttons.includes("What flips it");
}

/** New messages that answer: no cards, no opener of a new card's thread. */
function answersOf({ fresh }: StepSeen): SeenMessage[] {
  const cards = new Set(fresh.filter(isCard).map(({ id }) => id));
  return fresh.filter(({ id, thread }) => !cards.has(id) && !(thread !== null && cards.has(thread)));
}

function idsIn(stage: Stage, pattern: RegExp): RegExp {
  return new RegExp(withIds(stage, pattern.source), pattern.flags);
}

function checkFile(wanted: Expectation, fresh: readonly SeenMessage[], at: string): void {
  if (wanted.file === undefined) return;
  const { name, content } = wanted.file;
  const file = fresh.flatMap(({ files }) => files).find((one) => name.test(one.name));
  expect(file?.name ?? "no file", at).toMatch(name);
  for (const pattern of content) expect(file?.content ?? "", at).toMatch(pattern);
}

async function checkUnseen(stage: Stage, wanted: Expectation, { fresh }: StepSeen, at: string): Promise<void> {
  if (wanted.unseenBy === undefined) return;
  const other = await seatOf(stage, wanted.unseenBy.as, wanted.unseenBy.in);
  const theirs = new Set((await other.messages()).map(({ id }) => id));
  expect(
    fresh.filter(({ id }) => theirs.has(id)).map(({ text }) => text.slice(0, 80)),
    at,
  ).toEqual([]);
}
