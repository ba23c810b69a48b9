import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { RetryLater, UserError } from "#src/errors.ts";
import type { ChannelId, Store } from "#src/storage/port.ts";
import { addReview, type DigestWorld, digestWorld, setSchedule } from "#test/support/digest-world.ts";

export interface StoreForTravel {
  open(): Promise<Store>;
  close(store: Store): Promise<void>;
}

let counter = 0;
function freshChannel(): ChannelId {
  counter += 1;
  return { platform: "slack", tenant: `T${counter}`, channel: `C${counter}` };
}

/** Minutes at which a channel got its digests. */
function postsIn({ platform }: DigestWorld, key: ChannelId): string[] {
  return platform.posted.filter(({ where }) => where.channel === key.channel).map(({ at }) => at.slice(0, 16));
}

export function timeTravel(name: string, under: StoreForTravel): void {
  describe(name, () => {
    let store: Store;
    let world: DigestWorld;
    beforeAll(async () => {
      store = await under.open();
    });
    afterAll(() => under.close(store));
    afterEach(async () => {
      await world.stop();
      await store.digests.removeSchedule(key);
    });
    let key: ChannelId;

    async function travel(startIso: string, words: string, onPost?: () => void): Promise<void> {
      key = freshChannel();
      world = digestWorld(store, startIso, onPost);
      await addReview(world.parts, key);
      await setSchedule(world.parts, key, words);
      await world.start();
    }

    test("comes at 9:00 on the wall on both sides of the night clocks go forward, once each", async () => {
      await travel("2026-03-28T07:59:50Z", "daily 9:00 Berlin always");
      expect(await world.passUntil(() => postsIn(world, key).length === 1, 140)).toBe(true);
      await world.goTo("2026-03-29T06:59:50Z");
      expect(await world.passUntil(() => postsIn(world, key).length === 2, 140)).toBe(true);
      await world.passUntil(() => false, 20);
      expect(postsIn(world, key)).toEqual(["2026-03-28T08:00", "2026-03-29T07:00"]);
    });

    test("after hours away, one missed digest is caught up on and says so; a day later it is left out", async () => {
      await travel("2026-11-20T10:00:00Z", "daily 9:00 UTC always");
      await world.stop();
      // Three were missed; the latest, of the 23rd, is 5 hours old.
      await world.goTo("2026-11-23T14:00:00Z");
      await world.start();
      expect(await world.passUntil(() => postsIn(world, key).length > 0, 60)).toBe(true);
      await world.passUntil(() => false, 10);
      expect(postsIn(world, key)).toEqual(["2026-11-23T14:00"]);
      expect(JSON.stringify(world.platform.posted.at(-1)?.reply)).toContain("Late: due Mon 23 Nov, 9:00 UTC");
      await world.stop();
      // 13 hours after the next: too old, and the one after is still to come.
      await world.goTo("2026-11-24T22:00:00Z");
      await world.start();
      await world.passUntil(() => false, 10);
      expect(postsIn(world, key)).toHaveLength(1);
      expect((await store.digests.schedule(key))?.nextAt.toISOString()).toBe("2026-11-25T09:00:00.000Z");
    });

    test("a platform that asks to wait gets the digest later, once", async () => {
      let refusals = 2;
      await travel("2026-11-24T08:59:50Z", "daily 9:00 UTC always", () => {
        refusals -= 1;
        if (refusals >= 0) throw new RetryLater("slow down", 3_000);
      });
      expect(await world.passUntil(() => postsIn(world, key).length === 1, 140)).toBe(true);
      expect((await store.digests.schedule(key))?.refusals).toBe(0);
    });

    test("pauses itself after three refused digests in a row, says so, and can be resumed", async () => {
      let gone = true;
      await travel("2026-11-24T08:59:50Z", "daily 9:00 UTC always", () => {
        if (gone) throw new UserError({ code: "not-allowed", message: "The channel is archived." });
      });
      for (const [day, count] of [
        ["24", 1],
        ["25", 2],
        ["26", 3],
      ] as const) {
        await world.goTo(`2026-11-${day}T08:59:50Z`);
        const isSo = async (): Promise<boolean> => (await store.digests.schedule(key))?.refusals === count;
        expect(await world.passUntil(isSo, 140)).toBe(true);
      }
      expect((await store.digests.schedule(key))?.state).toBe("refused");
      expect(await world.passUntil(() => world.platform.told.length === 1, 5)).toBe(true);
      expect(world.platform.told[0]?.summary).toMatch(/^Digest paused/);
      gone = false;
      await setSchedule(world.parts, key, "daily 9:00 UTC always");
      await world.goTo("2026-11-27T08:59:50Z");
      expect(await world.passUntil(() => postsIn(world, key).length === 1, 140)).toBe(true);
    });

    test("nothing is posted while it is paused, nor when nothing moved", async () => {
      await travel("2026-11-24T08:59:50Z", "daily 9:00 UTC over 10%");
      // One day: growth is none, so the run ends quietly.
      await world.passUntil(() => false, 40);
      expect(postsIn(world, key)).toEqual([]);
      const row = await store.digests.schedule(key);
      if (row === null) throw new Error("gone");
      await store.digests.setScheduleState(key, row.id, "paused");
      await world.goTo("2026-11-25T08:59:50Z");
      await world.passUntil(() => false, 40);
      expect(postsIn(world, key)).toEqual([]);
    });
  });
}
