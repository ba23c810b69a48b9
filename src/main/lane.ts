import type { Delivery } from "#commands/command.ts";
import { RetryLater, UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import type { Metrics } from "#src/ops/metrics.ts";
import type { Platform } from "#src/platforms/port.ts";
import type { Invocation, PlatformName } from "#src/reply/invocation.ts";
import { unexpectedReply, userErrorReply } from "#src/reply/views/errors.ts";
import type { ChannelId, InboxRow, Store } from "#src/storage/port.ts";
import { deliver } from "./deliver.ts";
import { type Act, refusal } from "./perform.ts";
import { readDelivery, storeDelivery } from "./stored.ts";
import { readEvent, type StoredEvent } from "./stored-event.ts";

export interface LaneParts {
  store: Store;
  platforms: ReadonlyMap<PlatformName, Platform>;
  /** Does what has to wait for others, and gives back what runs inside the transaction. */
  perform(event: StoredEvent): Promise<Act>;
  log: Logger;
  metrics: Metrics;
  newId(): string;
  /** A short id for what went wrong, told to the person and logged. */
  newFaultId(): string;
}

/** Somebody else holds the channel now: whatever is under way here is dropped. */
class LaneLost extends Error {}

/**
 * A command that takes the process down with it is not tried for ever. So many that a process that is killed for other
 * reasons, several times in a row with the same command in hand, does not lose it.
 */
const TRIES = 8;
const DELIVERY_TRIES = 4;
const FIRST_RETRY_MS = 1_000;

/**
 * Works on one channel until nothing is left: deliveries first, in their order, then the next event. An event and all
 * it changes, what is to be shown included, are one transaction, so a crash leaves it done or not begun.
 *
 * @returns milliseconds until a delivery that has to wait is due; null when nothing is left
 */
export async function workLane(
  key: ChannelId,
  holder: string,
  parts: LaneParts,
  isStopping: () => boolean,
): Promise<number | null> {
  const { store } = parts;
  try {
    while (!isStopping()) {
      const delivery = await store.outbox.next(key);
      if (delivery !== null) {
        if (delivery.dueInMs > 0) return delivery.dueInMs;
        await show(key, holder, delivery, parts);
        continue;
      }
      const event = await store.inbox.next(key);
      if (event === null) return null;
      await work(key, holder, event, parts);
    }
    return null;
  } catch (error) {
    if (error instanceof LaneLost) return null;
    throw error;
  }
}

async function work(key: ChannelId, holder: string, event: InboxRow, parts: LaneParts): Promise<void> {
  const stored = readEvent(event.body);
  const { invocation } = stored;
  const tries = await parts.store.inbox.addAttempt(key, event.id);
  const began = performance.now();
  const ran = (outcome: "done" | "refused" | "failed"): void => {
    const { verb, where } = invocation;
    parts.metrics.commandRan(
      { platform: where.platform, verb: stored.task === "invocation" ? (verb ?? "words") : stored.task, outcome },
      (performance.now() - began) / 1000,
    );
  };
  try {
    if (tries > TRIES) throw new Error(`gave up after ${TRIES} tries`);
    await commit(key, holder, event, invocation, parts, await parts.perform(stored));
    ran("done");
  } catch (error) {
    if (error instanceof LaneLost || isUnavailable(error)) {
      await parts.store.inbox.forgiveAttempt(key, event.id).catch(() => {});
      throw error;
    }
    ran(error instanceof UserError ? "refused" : "failed");
    const reply = error instanceof UserError ? userErrorReply(error.details) : unexpected(error, invocation, parts);
    await commit(key, holder, event, invocation, parts, refusal(stored, reply));
  }
}

/** What the event changed, what is to be shown, and that it is done: all or nothing. */
async function commit(
  key: ChannelId,
  holder: string,
  event: InboxRow,
  invocation: Invocation,
  { store, newId }: LaneParts,
  act: Act,
): Promise<void> {
  await store.transaction(async (records) => {
    if (!(await records.lanes.guard(key, holder))) throw new LaneLost();
    const { deliveries, events } = await act(records);
    for (const { eventId, ...next } of events) await records.inbox.accept({ id: newId(), eventId, ...next });
    await records.outbox.add(
      deliveries.map((delivery) => ({ id: newId(), key, body: storeDelivery(delivery, invocation) })),
    );
    if (!(await records.inbox.finish(key, event.id))) throw new LaneLost();
  });
}

function unexpected(error: unknown, invocation: Invocation, { log, newFaultId }: LaneParts) {
  const fault = newFaultId();
  log.error({ err: error, fault, verb: invocation.verb, platform: invocation.where.platform }, "a command failed");
  return unexpectedReply(fault, null);
}

/** The store said "not now": nothing was changed, and the same event is tried again later. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof UserError && error.code === "storage-unavailable";
}

type Waiting = { id: string; body: unknown; attempts: number };

async function show(key: ChannelId, holder: string, row: Waiting, parts: LaneParts): Promise<void> {
  const { store, platforms, log } = parts;
  const stored = readDelivery(row.body);
  const platform = platforms.get(stored.invocation.where.platform);
  if (platform === undefined) throw new Error(`no ${stored.invocation.where.platform} here`);
  try {
    const card = await deliver(platform, store, key, stored, row.id.slice(0, 25));
    await store.transaction(async (records) => {
      if (!(await records.lanes.guard(key, holder))) throw new LaneLost();
      if (card !== null) await records.reviews.setCard(key, card.reviewId, card);
      await records.outbox.remove(key, row.id);
    });
    parts.metrics.replyPosted(platform.name, "posted");
  } catch (error) {
    if (error instanceof LaneLost || isUnavailable(error)) throw error;
    if (error instanceof RetryLater) return store.outbox.retryAfter(key, row.id, error.retryAfterMs);
    const final = error instanceof UserError || row.attempts + 1 >= DELIVERY_TRIES;
    log.warn({ err: error, to: stored.delivery.to, tries: row.attempts + 1, final }, "a reply could not be posted");
    parts.metrics.replyPosted(platform.name, final ? "dropped" : "retried");
    if (!final) return store.outbox.retryAfter(key, row.id, FIRST_RETRY_MS * 4 ** row.attempts);
    await tellInstead(platform, stored.delivery, stored.invocation, error, log);
    await store.outbox.remove(key, row.id);
  }
}

/** What can't be posted where it belongs is at least told to the person who asked. */
async function tellInstead(
  platform: Platform,
  delivery: Delivery,
  invocation: Invocation,
  error: unknown,
  log: Logger,
): Promise<void> {
  if (delivery.to === "asker" || !(error instanceof UserError)) return;
  try {
    await platform.answerPrivately(invocation, userErrorReply(error.details));
  } catch (second) {
    log.warn({ err: second }, "the person could not be told either");
  }
}
