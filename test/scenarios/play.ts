import { checkStep } from "./check-step.ts";
import type { Driver, Place, Seat, SeenMessage } from "./driver.ts";
import { moneyIn } from "./figures.ts";
import type { Act, Scenario, Step } from "./scenario.ts";

/** What a step showed. */
export interface StepSeen {
  /** New messages for the person who acted, cards and openers included. */
  fresh: readonly SeenMessage[];
  /** Messages whose text changed in place. */
  changed: readonly SeenMessage[];
  form: { title: string; fields: readonly string[] } | null;
}

/** Money figures of each step, sorted: what must be equal on every platform. */
export type Transcript = readonly (readonly string[])[];

export interface Stage {
  driver: Driver;
  /** Cards by label: the message, and the short id on it. */
  cards: Map<string, { message: string; shortId: string }>;
}

const HOME = "acme/design";

/** Plays one conversation, checks every expectation on the way, and gives back its figures. */
export async function play(driver: Driver, scenario: Scenario): Promise<Transcript> {
  await driver.fresh();
  const stage: Stage = { driver, cards: new Map() };
  const figures: string[][] = [];
  for (const [index, step] of scenario.steps.entries()) {
    const seen = await playStep(stage, step);
    await checkStep(stage, step, seen, `step ${index + 1} (${step.act.kind} by ${step.as})`);
    figures.push(moneyIn([...seen.fresh, ...seen.changed].map(({ text }) => text)));
  }
  return figures;
}

export async function seatOf(stage: Stage, as: string, where: string = HOME): Promise<Seat> {
  const [tenant = "", channel = ""] = where.split("/");
  const place: Place = { tenant, channel };
  return stage.driver.seat(as, place);
}

async function playStep(stage: Stage, step: Step): Promise<StepSeen> {
  const seat = await seatOf(stage, step.as, step.in);
  const before = new Map((await seat.messages()).map(({ id, text }) => [id, text]));
  await perform(stage, step.act, seat, step.in);
  await stage.driver.settled();
  // A restart may have changed the seat underneath.
  const after = await (await seatOf(stage, step.as, step.in)).messages();
  return {
    fresh: after.filter(({ id }) => !before.has(id)),
    changed: after.filter(({ id, text }) => before.has(id) && before.get(id) !== text),
    form: await seat.openForm(),
  };
}

async function perform(stage: Stage, act: Act, seat: Seat, where: string | undefined): Promise<void> {
  switch (act.kind) {
    case "slash":
      return seat.slash(withIds(stage, act.line));
    case "say":
      return seat.say(cardOf(stage, act.card).message, withIds(stage, act.text), act.addressed ?? true);
    case "press":
      return seat.press(await messageWith(stage, seat, act.on, act.label), act.label);
    case "submit":
      return seat.submit(act.answers);
    case "redelivery":
      return stage.driver.redeliverLast();
    case "restart":
      return stage.driver.restart();
    case "both": {
      const other = await seatOf(stage, act.secondAs, where);
      await Promise.all([perform(stage, act.first, seat, where), perform(stage, act.second, other, where)]);
    }
  }
}

/** `{A}` is the short id of the review labelled A. */
export function withIds(stage: Stage, text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, label: string) => cardOf(stage, label).shortId);
}

export function cardOf(stage: Stage, label: string): { message: string; shortId: string } {
  const card = stage.cards.get(label);
  if (card === undefined) throw new Error(`no card was labelled ${label}`);
  return card;
}

/** The card, or with "last" the newest message that has the button. */
async function messageWith(stage: Stage, seat: Seat, on: string, label: string): Promise<string> {
  if (on !== "last") return cardOf(stage, on).message;
  const wanted = withIds(stage, label);
  const found = (await seat.messages()).findLast(({ buttons }) => buttons.some((button) => button === wanted));
  if (found === undefined) throw new Error(`no message has a button "${wanted}"`);
  return found.id;
}
