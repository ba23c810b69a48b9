import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChannelId, NewReviewRow, RevisionRow, Store } from "#src/storage/port.ts";

/** How a suite gets a store: the same one for all its tests, each test in channels of its own. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  close(store: Store): Promise<void>;
}

const ada = { id: "U1", name: "Ada" };
const lin = { id: "U2", name: "Lin" };
const at = new Date("2026-11-24T10:00:00.000Z");

let counter = 0;
/** A channel no other test uses. */
function freshChannel(): ChannelId {
  counter += 1;
  return { platform: "slack", tenant: `T${counter}`, channel: `C${counter}` };
}

function revision(number: number, author = ada, restores: number | null = null): RevisionRow {
  return { number, author, at, said: `words ${number}`, restores, body: { b: number, a: [1.5, null, "x"] } };
}

function review(key: ChannelId, shortId: string, id = `review-${shortId}`): NewReviewRow {
  return {
    id,
    shortId,
    key,
    thread: null,
    cardMessage: null,
    cardChannel: null,
    createdBy: ada,
    createdAt: at,
    revisions: [revision(1)],
  };
}

/** What every store must do. */
export function storageContract(name: string, under: StoreUnderTest): void {
  describe(name, () => {
    let store: Store;
    let key: ChannelId;
    beforeAll(async () => {
      store = await under.open();
    });
    afterAll(() => under.close(store));
    beforeEach(() => {
      key = freshChannel();
    });

    describe("reviews", () => {
      test("come back as they were written, bodies with their keys in order", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        const read = await store.reviews.byShortId(key, "7K2Q");
        expect(read).toEqual({ ...review(key, "7K2Q"), decisions: [], actuals: [] });
        expect(JSON.stringify(read?.revisions[0]?.body)).toBe('{"b":1,"a":[1.5,null,"x"]}');
      });

      test("are found by id, thread and newest", async () => {
        await store.reviews.insert(review(key, "AAAA"));
        await store.reviews.insert(review(key, "BBBB"));
        await store.reviews.setCard(key, "review-AAAA", { message: "m1", channel: "C9", thread: "t1" });
        expect((await store.reviews.byId(key, "review-BBBB"))?.shortId).toBe("BBBB");
        expect(await store.reviews.byThread(key, "t1")).toMatchObject({
          shortId: "AAAA",
          cardMessage: "m1",
          cardChannel: "C9",
        });
        expect((await store.reviews.newest(key))?.shortId).toBe("BBBB");
        expect((await store.reviews.list(key)).map(({ shortId }) => shortId)).toEqual(["BBBB", "AAAA"]);
      });

      test("a short id is free in another channel and taken in its own", async () => {
        const elsewhere = { ...key, channel: "other" };
        await store.reviews.insert(review(key, "7K2Q", "one"));
        await store.reviews.insert(review(elsewhere, "7K2Q", "one"));
        await expect(store.reviews.insert(review(key, "7K2Q", "two"))).rejects.toThrow();
      });

      test("keep revisions in order with author and what they restore", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        await store.reviews.addRevision(key, "review-7K2Q", revision(2, lin));
        await store.reviews.addRevision(key, "review-7K2Q", revision(3, ada, 1));
        const read = await store.reviews.byShortId(key, "7K2Q");
        expect(read?.revisions.map(({ number, author, restores }) => [number, author.name, restores])).toEqual([
          [1, "Ada", null],
          [2, "Lin", null],
          [3, "Ada", 1],
        ]);
      });

      test("a revision number is used once", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        await expect(store.reviews.addRevision(key, "review-7K2Q", revision(1))).rejects.toThrow();
      });

      test("keep decisions, dissent and what the bill was", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        const decision = { number: 1, by: lin, at, revision: 1, body: { choice: "hybrid" } };
        await store.reviews.addDecision(key, "review-7K2Q", decision);
        await store.reviews.addDissent(key, "review-7K2Q", 1, { author: ada, text: "too early", at });
        await store.reviews.putActual(key, "review-7K2Q", { month: "2026-10", amountUsd: 90, by: ada, at });
        await store.reviews.putActual(key, "review-7K2Q", { month: "2026-10", amountUsd: 91.5, by: lin, at });
        const read = await store.reviews.byShortId(key, "7K2Q");
        expect(read?.decisions).toEqual([
          { ...decision, reopened: false, dissent: [{ author: ada, text: "too early", at }] },
        ]);
        expect(read?.actuals).toEqual([{ month: "2026-10", amountUsd: 91.5, by: lin, at }]);
        await store.reviews.reopenDecisions(key, "review-7K2Q");
        expect((await store.reviews.byShortId(key, "7K2Q"))?.decisions[0]?.reopened).toBe(true);
      });

      test("removing one takes everything under it and leaves the others", async () => {
        await store.reviews.insert(review(key, "AAAA"));
        await store.reviews.insert(review(key, "BBBB"));
        await store.reviews.addDecision(key, "review-AAAA", { number: 1, by: lin, at, revision: 1, body: {} });
        expect(await store.reviews.remove(key, "review-AAAA")).toBe(true);
        expect(await store.reviews.remove(key, "review-AAAA")).toBe(false);
        expect((await store.reviews.list(key)).map(({ shortId }) => shortId)).toEqual(["BBBB"]);
        await store.reviews.insert(review(key, "AAAA"));
        expect(await store.reviews.byShortId(key, "AAAA")).toMatchObject({ decisions: [], actuals: [] });
      });

      test("a person is taken out of one channel: id, name and words, not the figures", async () => {
        const elsewhere = { ...key, channel: "other" };
        const nobody = { id: "forgotten", name: "someone" };
        for (const place of [key, elsewhere]) {
          await store.reviews.insert(review(place, "7K2Q"));
          await store.reviews.addRevision(place, "review-7K2Q", revision(2, lin));
        }
        await store.reviews.anonymise(key, "U1", nobody);
        const read = await store.reviews.byShortId(key, "7K2Q");
        expect(read?.createdBy).toEqual(nobody);
        expect(read?.revisions.map(({ author, said }) => [author.name, said])).toEqual([
          ["someone", ""],
          ["Lin", "words 2"],
        ]);
        expect((await store.reviews.byShortId(elsewhere, "7K2Q"))?.createdBy).toEqual(ada);
      });

      test("words inside a body can be taken out, in one channel only", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        await store.reviews.addDecision(key, "review-7K2Q", { number: 1, by: lin, at, revision: 1, body: { r: "x" } });
        await store.reviews.rewriteRevision({ ...key, channel: "other" }, "review-7K2Q", 1, {});
        await store.reviews.rewriteDecision({ ...key, tenant: "other" }, "review-7K2Q", 1, {});
        expect((await store.reviews.byShortId(key, "7K2Q"))?.decisions[0]?.body).toEqual({ r: "x" });
        expect((await store.reviews.byShortId(key, "7K2Q"))?.revisions[0]?.body).not.toEqual({});
        await store.reviews.rewriteRevision(key, "review-7K2Q", 1, { clean: true });
        await store.reviews.rewriteDecision(key, "review-7K2Q", 1, { r: "" });
        const read = await store.reviews.byShortId(key, "7K2Q");
        expect([read?.revisions[0]?.body, read?.decisions[0]?.body]).toEqual([{ clean: true }, { r: "" }]);
      });

      test("finds every channel of a tenant in which a person left anything", async () => {
        const places = ["C-a", "C-b", "C-c", "C-d"].map((channel) => ({ ...key, channel }));
        const [asked, dissented, set, none] = places;
        if (asked === undefined || dissented === undefined || set === undefined || none === undefined)
          throw new Error();
        await store.asks.put(asked, "U2", "text", at);
        for (const place of [dissented, none]) await store.reviews.insert(review(place, "7K2Q"));
        await store.reviews.addDecision(dissented, "review-7K2Q", { number: 1, by: ada, at, revision: 1, body: {} });
        await store.reviews.addDissent(dissented, "review-7K2Q", 1, { author: lin, text: "no", at });
        await store.settings.put(set, { kind: "discount", name: "all", value: 1, by: lin, at });
        const found = await store.reviews.channelsWith(key.platform, key.tenant, "U2");
        expect(found).toEqual([asked, dissented, set]);
        expect(await store.reviews.channelsWith(key.platform, "other", "U2")).toEqual([]);
      });

      test("lists those a person took part in, in their tenant only", async () => {
        const otherTenant = { ...key, tenant: `${key.tenant}x` };
        const otherChannel = { ...key, channel: "other" };
        await store.reviews.insert(review(key, "AAAA"));
        await store.reviews.insert(review(otherChannel, "BBBB"));
        await store.reviews.insert(review(otherTenant, "CCCC"));
        await store.reviews.addRevision(otherChannel, "review-BBBB", revision(2, lin));
        const taken = await store.reviews.takenPartIn(key.platform, key.tenant, "U1", 10);
        expect(taken.map(({ shortId }) => shortId)).toEqual(["BBBB", "AAAA"]);
        expect(await store.reviews.takenPartIn(key.platform, key.tenant, "U2", 10)).toHaveLength(1);
      });
    });

    describe("another channel or tenant", () => {
      const strangers = (own: ChannelId): ChannelId[] => [
        { ...own, channel: "other" },
        { ...own, tenant: "other" },
        { ...own, platform: "discord" },
      ];

      test("reads nothing", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        await store.reviews.setCard(key, "review-7K2Q", { message: "m", channel: "c", thread: "t" });
        for (const other of strangers(key)) {
          expect(await store.reviews.byId(other, "review-7K2Q")).toBeNull();
          expect(await store.reviews.byShortId(other, "7K2Q")).toBeNull();
          expect(await store.reviews.byThread(other, "t")).toBeNull();
          expect(await store.reviews.newest(other)).toBeNull();
          expect(await store.reviews.list(other)).toEqual([]);
        }
      });

      test("changes nothing", async () => {
        await store.reviews.insert(review(key, "7K2Q"));
        await store.reviews.addDecision(key, "review-7K2Q", { number: 1, by: lin, at, revision: 1, body: {} });
        const before = await store.reviews.byShortId(key, "7K2Q");
        for (const other of strangers(key)) {
          const id = "review-7K2Q";
          await store.reviews.setCard(other, id, { message: "x", channel: "x", thread: "x" });
          await store.reviews.reopenDecisions(other, id);
          await store.reviews.anonymise(other, "U1", lin);
          expect(await store.reviews.remove(other, id)).toBe(false);
          await expect(store.reviews.addRevision(other, id, revision(2))).rejects.toThrow();
          await expect(store.reviews.addDissent(other, id, 1, { author: ada, text: "", at })).rejects.toThrow();
          await expect(
            store.reviews.putActual(other, id, { month: "2026-01", amountUsd: 1, by: ada, at }),
          ).rejects.toThrow();
          await store.cleanup.forgetChannel(other, "none");
        }
        expect(await store.reviews.byShortId(key, "7K2Q")).toEqual(before);
      });
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
