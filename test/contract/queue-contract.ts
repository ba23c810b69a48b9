import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChannelId, Store } from "#src/storage/port.ts";
import { sideLane } from "#src/storage/side-lane.ts";
import type { StoreUnderTest } from "./rows.ts";

/** Longer than any test: a lease that must hold. */
const LONG_MS = 600_000;

/** What every store must do for accepted events, deliveries and the right to work on a channel. */
export function queueContract(name: string, under: StoreUnderTest): void {
  describe(`${name}: queue`, () => {
    let store: Store;
    let key: ChannelId;
    beforeAll(async () => {
      store = await under.open();
    });
    afterAll(() => under.close(store));
    beforeEach(() => {
      key = { platform: "slack", tenant: randomUUID(), channel: "C1" };
    });
    // An unfinished event would be claimed by the next test.
    afterEach(() => store.cleanup.forgetTenant("slack", key.tenant));

    const accept = (eventId: string, place = key): Promise<boolean> =>
      store.inbox.accept({ id: randomUUID(), key: place, eventId, body: { eventId } });

    test("accepts an event of a tenant once, whatever the channel", async () => {
      expect(await accept("e1")).toBe(true);
      expect(await accept("e1")).toBe(false);
      expect(await accept("e1", { ...key, channel: "C2" })).toBe(false);
      expect(await accept("e1", { ...key, tenant: `${key.tenant}-other` })).toBe(true);
      await store.cleanup.forgetTenant("slack", `${key.tenant}-other`);
    });

    test("accepts one of many copies that arrive at once", async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => accept("e1")));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    test("hands out events in the order they came, and drops their words when done", async () => {
      for (const eventId of ["e1", "e2"]) await accept(eventId);
      const first = await store.inbox.next(key);
      expect(first).toMatchObject({ eventId: "e1", body: { eventId: "e1" }, attempts: 0 });
      expect(await store.inbox.addAttempt(key, first?.id ?? "")).toBe(1);
      await store.inbox.forgiveAttempt(key, first?.id ?? "");
      expect(await store.inbox.addAttempt(key, first?.id ?? "")).toBe(1);
      expect(await store.inbox.finish(key, first?.id ?? "")).toBe(true);
      expect(await store.inbox.finish(key, first?.id ?? "")).toBe(false);
      expect((await store.inbox.next(key))?.eventId).toBe("e2");
      expect(await accept("e1")).toBe(false);
      const kept = [];
      for await (const { table, row } of store.dump())
        if (table === "inbox" && row["tenant"] === key.tenant) kept.push(row);
      expect(kept.map((row) => row["body"])).toEqual([null, { eventId: "e2" }]);
    });

    test("forgets finished events after a while", async () => {
      await accept("e1");
      await store.inbox.finish(key, (await store.inbox.next(key))?.id ?? "");
      await accept("e2");
      await store.inbox.prune(new Date("2020-01-01T00:00:00Z"));
      expect(await accept("e1")).toBe(false);
      await store.inbox.prune(new Date("2100-01-01T00:00:00Z"));
      expect(await accept("e1")).toBe(true);
      expect(await accept("e2")).toBe(false);
    });

    test("gives a channel with work to one holder at a time", async () => {
      await accept("e1");
      const holders = Array.from({ length: 6 }, (_, index) => `h${index}`);
      const claims = await Promise.all(
        holders.map((holder) => store.lanes.claim(holder, LONG_MS, ["slack"], "channel")),
      );
      expect(claims.filter((claim) => claim?.tenant === key.tenant)).toEqual([key]);
      const winner = holders[claims.findIndex((claim) => claim !== null)] ?? "";
      expect(await store.lanes.guard(key, winner)).toBe(true);
      expect(await store.lanes.guard(key, "somebody")).toBe(false);
      expect(await store.lanes.renew(key, "somebody", LONG_MS)).toBe(false);
      await store.lanes.release(key, "somebody");
      expect(await store.lanes.claim("late", LONG_MS, ["slack"], "channel")).toBeNull();
      await store.lanes.release(key, winner);
      expect(await store.lanes.claim("late", LONG_MS, ["slack"], "channel")).toEqual(key);
    });

    test("a lease that ran out passes the channel on, and the old holder can do nothing more", async () => {
      await accept("e1");
      expect(await store.lanes.claim("slow", -1, ["slack"], "channel")).toEqual(key);
      expect(await store.lanes.guard(key, "slow")).toBe(false);
      expect(await store.lanes.claim("next", LONG_MS, ["slack"], "channel")).toEqual(key);
      expect(await store.lanes.renew(key, "slow", LONG_MS)).toBe(false);
    });

    test("a channel without work is not handed out", async () => {
      await accept("e1");
      await store.inbox.finish(key, (await store.inbox.next(key))?.id ?? "");
      expect(await store.lanes.claim("h", LONG_MS, ["slack"], "channel")).toBeNull();
      await store.outbox.add([{ id: randomUUID(), key, body: { say: 1 } }]);
      expect(await store.lanes.claim("h", LONG_MS, ["slack"], "channel")).toEqual(key);
    });

    test("what waits beside a channel is handed out apart, so that it can't take the places of channels", async () => {
      const side = sideLane(key, "e1");
      await accept("e1", side);
      expect(await store.lanes.claim("h", LONG_MS, ["slack"], "channel")).toBeNull();
      expect(await store.lanes.claim("h", LONG_MS, ["slack"], "side")).toEqual(side);
    });

    test("a channel of a platform that does not run here is not handed out", async () => {
      await accept("e1");
      expect(await store.lanes.claim("h", LONG_MS, ["terminal"], "channel")).toBeNull();
      expect(await store.lanes.claim("h", LONG_MS, ["terminal", "slack"], "channel")).toEqual(key);
    });

    test("deliveries wait in order, and one that failed waits for its time", async () => {
      const ids = [randomUUID(), randomUUID()];
      await accept("e1");
      await store.outbox.add(ids.map((id, index) => ({ id, key, body: { index } })));
      expect(await store.outbox.next(key)).toMatchObject({ id: ids[0], body: { index: 0 }, attempts: 0, dueInMs: 0 });
      await store.outbox.retryAfter(key, ids[0] ?? "", 60_000);
      const delayed = await store.outbox.next(key);
      expect(delayed).toMatchObject({ id: ids[0], attempts: 1 });
      expect(delayed?.dueInMs).toBeGreaterThan(50_000);
      await store.outbox.remove(key, ids[0] ?? "");
      expect(await store.outbox.next(key)).toMatchObject({ id: ids[1] });
    });

    test("forgetting a channel drops its queue but not the event that asked for it", async () => {
      for (const eventId of ["e1", "forget"]) await accept(eventId);
      await store.outbox.add([{ id: randomUUID(), key, body: {} }]);
      await store.cleanup.forgetChannel(key, "forget");
      expect((await store.inbox.next(key))?.eventId).toBe("forget");
      expect(await store.outbox.next(key)).toBeNull();
    });
  });
}
