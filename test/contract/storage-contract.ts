import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChannelId, Store } from "#src/storage/port.ts";
import { ada, at, freshChannel, lin, review, revision, type StoreUnderTest } from "./rows.ts";

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
  });
}
