import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { digestCommand } from "#commands/digest.ts";
import { loadCatalog } from "#src/catalog/load.ts";
import { giveUpRun } from "#src/digest/run-digest.ts";
import { RetryLater, UserError } from "#src/errors.ts";
import { runParts } from "#src/main/digests.ts";
import type { ChannelId, Store } from "#src/storage/port.ts";
import { addReview, contextOf, type DigestWorld, digestWorld, lin, setSchedule } from "#test/support/digest-world.ts";

const MINUTE_LENGTH = "2026-03-28T08:00".length;

/**
 * Schedules driven through the job engine, from the plan to the post. The tests share one engine and one clock, which
 * only goes forward: they are in the order of their dates.
 */
export function timeTravel(name: string, storeOf: () => Store): void {
  describe(name, () => {
    let store: Store;
    let world: DigestWorld;
    let onPost = (): void => {};
    const keys: ChannelId[] = [];

    beforeAll(async () => {
      store = storeOf();
      world = digestWorld(store, "2026-03-07T12:00:00Z", () => onPost());
      await world.start();
    });
    afterAll(() => world.stop());
    afterEach(async () => {
      onPost = () => {};
      for (const key of keys.splice(0)) await store.digests.removeSchedule(key);
    });

    async function channelWith(words: string): Promise<ChannelId> {
      const key = { platform: "slack", tenant: "T1", channel: `C${world.clock.now()} ${words}` };
      keys.push(key);
      await addReview(world.parts, key);
      await setSchedule(world.parts, key, words);
      return key;
    }

    /** Minutes at which a channel got its digests. */
    function postsIn(key: ChannelId): string[] {
      return world.platform.posted
        .filter(({ where }) => where.channel === key.channel)
        .map(({ at }) => at.slice(0, MINUTE_LENGTH));
    }

    async function goBefore(minute: string): Promise<void> {
      await world.goTo(new Date(Date.parse(`${minute}Z`) - 15_000).toISOString());
    }

    /** Goes to just before each minute and lets the engine work: a digest comes then, and at no other. */
    async function expectPostsAt(words: string, minutes: readonly string[], quietAt: readonly string[] = []) {
      const [first = ""] = minutes;
      await world.goTo(new Date(Date.parse(`${first}Z`) - 3_600_000).toISOString());
      const key = await channelWith(words);
      let seen = 0;
      for (const minute of [...minutes, ...quietAt].toSorted()) {
        await goBefore(minute);
        if (minutes.includes(minute)) {
          seen += 1;
          await world.passUntil(() => postsIn(key).length >= seen, 75);
        } else await world.passUntil(() => false, 40);
      }
      expect([words, postsIn(key)]).toEqual([words, minutes]);
      await store.digests.removeSchedule(key);
    }

    async function say(key: ChannelId, text: string): Promise<void> {
      const where = { platform: "slack", tenant: key.tenant, channel: key.channel } as const;
      const invocation = { verb: "digest", args: { text }, actor: lin, where, eventId: "e1", addressed: true } as const;
      await store.transaction((records) =>
        digestCommand.run(invocation, {
          reviews: contextOf(world.parts, records),
          commands: [],
          spoken: false,
          mention: "",
          readLater: null,
          catalogOf: loadCatalog,
          digestWatches: async () => true,
        }),
      );
    }

    test("9:00 stays 9:00 on the wall when clocks go forward", async () => {
      // CET is UTC+1 and CEST, from 29 March, UTC+2.
      await expectPostsAt("daily 9:00 Berlin always", ["2026-03-28T08:00", "2026-03-29T07:00"]);
    });

    test("a time that clocks skip comes an hour later that day", async () => {
      // 2:30 of 4 October does not exist in Sydney: 3:30 AEDT is 16:30 UTC of the day before. After it 2:30 AEDT is
      // 15:30 UTC.
      await expectPostsAt("daily 2:30 Sydney always", ["2026-10-03T16:30", "2026-10-04T15:30"]);
    });

    test("9:00 stays 9:00 when clocks go back, also for a digest that was paused over that night", async () => {
      await world.goTo("2026-10-23T12:00:00Z");
      const paused = await channelWith("daily 9:00 Berlin always");
      await goBefore("2026-10-24T07:00");
      expect(await world.passUntil(() => postsIn(paused).length === 1, 75)).toBe(true);
      await say(paused, "pause");
      await expectPostsAt("daily 9:00 Berlin always", ["2026-10-25T08:00"], ["2026-10-25T07:00"]);
      await world.goTo("2026-10-25T20:00:00Z");
      await say(paused, "resume");
      // What came round while it was paused is not caught up on.
      await world.passUntil(() => false, 70);
      await goBefore("2026-10-26T08:00");
      expect(await world.passUntil(() => postsIn(paused).length === 2, 75)).toBe(true);
      expect(postsIn(paused)).toEqual(["2026-10-24T07:00", "2026-10-26T08:00"]);
    });

    test("a time that clocks show twice comes once, the first time", async () => {
      // New York shows 1:30 at 5:30 UTC and again at 6:30 UTC on 1 November.
      await expectPostsAt("daily 1:30 New York always", ["2026-11-01T05:30"], ["2026-11-01T06:30"]);
    });

    test("a changed rule leaves a digest that is due where it is; changed days move it", async () => {
      await world.goTo("2026-11-05T08:58:20Z");
      const key = await channelWith("daily 9:00 UTC over 10%");
      // Planned a little ahead, and not begun.
      await world.passUntil(async () => (await store.digests.schedule(key))?.nextAt.getUTCDate() === 6, 75);
      await world.goTo("2026-11-05T09:00:00Z");
      await say(key, "always");
      expect(await world.passUntil(() => postsIn(key).length === 1, 75)).toBe(true);
      await world.goTo("2026-11-06T08:59:30Z");
      await say(key, "daily 10:00");
      await world.passUntil(() => false, 75);
      await goBefore("2026-11-06T10:00");
      expect(await world.passUntil(() => postsIn(key).length === 2, 75)).toBe(true);
      expect(postsIn(key)).toEqual(["2026-11-05T09:00", "2026-11-06T10:00"]);
    });

    test("nothing is posted while it is paused, nor when nothing moved", async () => {
      await world.goTo("2026-11-10T08:00:00Z");
      const key = await channelWith("daily 9:00 UTC over 10%");
      await goBefore("2026-11-10T09:00");
      await world.passUntil(() => false, 40);
      await say(key, "always");
      await say(key, "pause");
      await goBefore("2026-11-11T09:00");
      await world.passUntil(() => false, 40);
      expect(postsIn(key)).toEqual([]);
    });

    test("after hours away, one missed digest is caught up on and says so; a day later it is left out", async () => {
      await world.goTo("2026-11-20T10:00:00Z");
      const key = await channelWith("daily 9:00 UTC always");
      await world.stop();
      // Three were missed; the latest, of the 23rd, is 5 hours old.
      await world.goTo("2026-11-23T14:00:00Z");
      await world.start();
      expect(await world.passUntil(() => postsIn(key).length > 0, 75)).toBe(true);
      await world.passUntil(() => false, 20);
      expect(postsIn(key)).toEqual(["2026-11-23T14:00"]);
      expect(JSON.stringify(world.platform.posted.at(-1)?.reply)).toContain("Late: due Mon 23 Nov, 9:00 UTC");
      // The machine slept until 13 hours after the next: too old, and the one after is still to come.
      await world.goTo("2026-11-24T22:00:00Z");
      const isNext = async () => (await store.digests.schedule(key))?.nextAt.toISOString();
      await world.passUntil(async () => (await isNext()) === "2026-11-25T09:00:00.000Z", 75);
      await world.passUntil(() => false, 20);
      expect(await isNext()).toBe("2026-11-25T09:00:00.000Z");
      expect(postsIn(key)).toHaveLength(1);
    });

    test("a platform that asks to wait gets the digest later, once", async () => {
      let refusals = 2;
      onPost = () => {
        refusals -= 1;
        if (refusals >= 0) throw new RetryLater("slow down", 3_000);
      };
      await expectPostsAt("daily 9:00 UTC always", ["2026-11-26T09:00"]);
      expect(refusals).toBeLessThan(0);
    });

    test("pauses itself after three digests in a row that were refused or failed every try, says so, can be resumed", async () => {
      await world.goTo("2026-11-27T08:00:00Z");
      const key = await channelWith("daily 9:00 UTC always");
      const told = world.platform.told.length;
      let tries = 0;
      for (const [day, count] of [
        ["27", 1],
        ["28", 2],
        ["29", 3],
      ] as const) {
        onPost = () => {
          tries += 1;
          // On the second day the platform is out of order, and every try fails.
          if (count === 2) throw new Error("502");
          throw new UserError({ code: "not-allowed", message: "The channel is archived." });
        };
        await goBefore(`2026-11-${day}T09:00`);
        const isSo = async (): Promise<boolean> => (await store.digests.schedule(key))?.refusals === count;
        expect([day, await world.passUntil(isSo, 400)]).toEqual([day, true]);
      }
      // One, seven, one.
      expect(tries).toBe(9);
      expect((await store.digests.schedule(key))?.state).toBe("refused");
      expect(await world.passUntil(() => world.platform.told.length > told, 10)).toBe(true);
      expect(world.platform.told.at(-1)?.summary).toMatch(/^Digest paused/);
      onPost = () => {};
      await say(key, "resume");
      await goBefore("2026-11-30T09:00");
      expect(await world.passUntil(() => postsIn(key).length === 1, 75)).toBe(true);
      expect(await store.digests.schedule(key)).toMatchObject({ state: "running", refusals: 0 });
    });

    test("a digest that came counts as posted, though the note in a thread failed every try", async () => {
      const key = await channelWith("daily 9:00 UTC always");
      const row = await store.digests.schedule(key);
      if (row === null) throw new Error("no schedule");
      const run = { id: `run ${row.id}`, occurrence: row.nextAt, late: false, notBefore: row.nextAt };
      const parts = runParts(world.parts, world.platform, 90);
      const posts = [null, "171.1"].map((thread) => ({ thread, reply: {} }));
      await store.digests.plan([{ key, scheduleId: row.id, nextAt: row.nextAt, run }]);
      await store.digests.claimRun(key, run.id, parts.holder, parts.leaseMs);
      await store.digests.setPosts(key, run.id, parts.holder, posts);
      await store.digests.setPosted(key, run.id, parts.holder, 1);
      await giveUpRun(parts, { key, runId: run.id });
      expect(await store.digests.claimRun(key, run.id, parts.holder, parts.leaseMs)).toBe("none");
      expect(await store.digests.schedule(key)).toMatchObject({ refusals: 0, state: "running" });
    });

    test("the 31st and the last day come on the last day of every month, leap day included", async () => {
      await expectPostsAt("31st of the month 9:00 UTC always", ["2027-01-31T09:00", "2027-02-28T09:00"]);
      // 18:00 in Sydney is 7:00 UTC in summer and, from 4 April, 8:00 UTC.
      await expectPostsAt("last day of the month 18:00 Sydney always", ["2027-04-30T08:00"]);
      await expectPostsAt("29th of the month 9:00 Berlin always", ["2028-02-29T08:00"], ["2028-02-28T08:00"]);
    });
  });
}
