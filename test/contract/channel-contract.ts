import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChannelId, Store } from "#src/storage/port.ts";
import { ada, at, freshChannel, lin, review, type StoreUnderTest } from "./rows.ts";

/** What every store must do for what a channel and a tenant keep besides reviews, and for transactions. */
export function channelContract(name: string, under: StoreUnderTest): void {
  describe(`${name}: channels and tenants`, () => {
    let store: Store;
    let key: ChannelId;
    beforeAll(async () => {
      store = await under.open();
    });
    afterAll(() => under.close(store));
    beforeEach(() => {
      key = freshChannel();
    });

    describe("settings", () => {
      test("are kept a channel, replaced by name, and removed", async () => {
        const quota = { kind: "quota", name: "lambda.concurrency", value: 5000, by: ada, at } as const;
        await store.settings.put(key, quota);
        await store.settings.put(key, { ...quota, value: 6000, by: lin });
        expect(await store.settings.list(key)).toEqual([{ ...quota, value: 6000, by: lin }]);
        expect(await store.settings.list({ ...key, channel: "other" })).toEqual([]);
        expect(await store.settings.remove(key, "quota", "lambda.concurrency")).toBe(true);
        expect(await store.settings.list(key)).toEqual([]);
      });
    });

    test("a question is open for its person and channel, until it is old or answered", async () => {
      const before = new Date(at.getTime() - 1);
      const after = new Date(at.getTime() + 1);
      await store.asks.put(key, "U1", "first", before);
      await store.asks.put(key, "U1", "second", at);
      expect(await store.asks.get(key, "U1", at)).toBe("second");
      expect(await store.asks.get(key, "U1", after)).toBeNull();
      expect(await store.asks.get(key, "U2", before)).toBeNull();
      expect(await store.asks.get({ ...key, channel: "other" }, "U1", before)).toBeNull();
      await store.asks.remove({ ...key, tenant: "other" }, "U1");
      expect(await store.asks.get(key, "U1", before)).toBe("second");
      expect(await store.asks.prune(at)).toBe(0);
      await store.asks.remove(key, "U1");
      expect(await store.asks.get(key, "U1", before)).toBeNull();
    });

    describe("transactions", () => {
      test("leave nothing behind when they fail", async () => {
        const work = store.transaction(async (records) => {
          await records.reviews.insert(review(key, "7K2Q"));
          throw new Error("on purpose");
        });
        await expect(work).rejects.toThrow("on purpose");
        expect(await store.reviews.list(key)).toEqual([]);
      });

      test("of several callers do not mix", async () => {
        const ids = ["AAAA", "BBBB", "CCCC", "DDDD"];
        await Promise.allSettled(
          ids.map((id) =>
            store.transaction(async (records) => {
              await records.reviews.insert(review(key, id));
              if (id === "BBBB") throw new Error("on purpose");
            }),
          ),
        );
        await store.check();
        const kept = (await store.reviews.list(key)).map(({ shortId }) => shortId).toSorted();
        expect(kept).toEqual(["AAAA", "CCCC", "DDDD"]);
      });
    });

    test("counts what is queued, and forgets a tenant whole", async () => {
      await store.reviews.insert(review(key, "7K2Q"));
      await store.inbox.accept({ id: `i-${key.tenant}`, key, eventId: "e1", body: {} });
      await store.outbox.add([{ id: `d-${key.tenant}`, key, body: {} }]);
      expect(await store.inbox.backlog()).toBeGreaterThan(0);
      expect(await store.outbox.backlog()).toBeGreaterThan(0);
      await store.tokens.put(key.platform, key.tenant, "xoxb-secret");
      await store.cleanup.forgetTenant(key.platform, key.tenant);
      expect(await store.reviews.list(key)).toEqual([]);
      expect(await store.inbox.next(key)).toBeNull();
      expect(await store.outbox.next(key)).toBeNull();
      expect(await store.tokens.get(key.platform, key.tenant)).toBeNull();
    });

    test("a tenant that left loses its token at once, the rest later, nothing when it comes back", async () => {
      const [before, left, after] = ["2026-01-01", "2026-02-01", "2026-03-01"].map((day) => new Date(day));
      if (before === undefined || left === undefined || after === undefined) throw new Error("no days");
      const back = { ...key, tenant: `${key.tenant}-back` };
      for (const place of [key, back]) {
        await store.reviews.insert(review(place, "7K2Q"));
        await store.tokens.put(place.platform, place.tenant, "xoxb");
        await store.cleanup.tenantLeft(place.platform, place.tenant, left);
        expect(await store.tokens.get(place.platform, place.tenant)).toBeNull();
      }
      expect(await store.cleanup.forgetDeparted(before)).toBe(0);
      await store.inbox.accept({ id: `b-${back.tenant}`, key: back, eventId: "e", body: {} });
      expect(await store.cleanup.forgetDeparted(after)).toBe(1);
      expect(await store.reviews.list(key)).toEqual([]);
      expect(await store.reviews.list(back)).toHaveLength(1);
      await store.cleanup.forgetTenant(back.platform, back.tenant);
    });

    test("keeps a token for its tenant only", async () => {
      await store.tokens.put(key.platform, key.tenant, "xoxb-secret");
      await store.tokens.put(key.platform, key.tenant, "xoxb-newer");
      expect(await store.tokens.get(key.platform, key.tenant)).toBe("xoxb-newer");
      expect(await store.tokens.get(key.platform, "other")).toBeNull();
      expect(await store.tokens.remove(key.platform, key.tenant)).toBe(true);
      expect(await store.tokens.get(key.platform, key.tenant)).toBeNull();
    });
  });
}
