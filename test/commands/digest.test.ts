import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Delivery } from "#commands/command.ts";
import { dispatch, formFor } from "#commands/dispatch.ts";
import { registry } from "#commands/registry.ts";
import { loadCatalog } from "#src/catalog/load.ts";
import { logTotals } from "#src/cli/actuals/write-actuals.ts";
import { UserError } from "#src/errors.ts";
import { digestWatches } from "#src/main/digests.ts";
import { renderUnits } from "#src/platforms/discord/render.ts";
import { plainLook, renderBlocks } from "#src/platforms/slack/render.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { ChannelId, Records, Store } from "#src/storage/port.ts";
import { addReview, contextOf, servicePartsOn } from "#test/support/digest-world.ts";
import { messageFaults } from "#test/support/slack/block-kit-validator.ts";

const directory = mkdtempSync(join(tmpdir(), "rethink-"));
let store: Store;
let channel = 0;
let key: ChannelId;
let now = new Date("2026-10-23T12:00:00Z");

beforeAll(async () => {
  store = await openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(() => {
  channel += 1;
  key = { platform: "slack", tenant: "T1", channel: `C${channel}` };
  now = new Date("2026-10-23T12:00:00Z");
});

const parts = () => servicePartsOn(store, () => now);

function said(text: string, who = { id: "U2", name: "lin" }): Invocation {
  return {
    verb: null,
    args: { text },
    actor: who,
    where: { platform: "slack", tenant: key.tenant, channel: key.channel },
    eventId: "e1",
    addressed: true,
  };
}

function run(invocation: Invocation): Promise<readonly Delivery[]> {
  return store.transaction((records) => runOn(records, invocation));
}

function runOn(records: Records, invocation: Invocation): Promise<readonly Delivery[]> {
  return dispatch(invocation, {
    reviews: contextOf(parts(), records),
    commands: registry,
    spoken: false,
    mention: "",
    readLater: null,
    catalogOf: loadCatalog,
    digestWatches: (where) => digestWatches(records, where),
  });
}

/** What the channel is told, as plain text on one line. */
async function told(text: string): Promise<string> {
  const deliveries = await run(said(text));
  return deliveries
    .map((one) => renderPlainText(one.reply, { width: 400, colour: false, chart: "omit", choices: false }))
    .join(" ")
    .replace(/\s+/g, " ");
}

describe("digest", () => {
  test("says the state it left, the next three runs on the clock of the place, and the words that take it back", async () => {
    const text = await told("digest every day at 9:00 Berlin");
    expect(text).toContain(
      "Digest set: every day at 9:00. It posts only when something moved by 10% or $500 a month, up or down.",
    );
    // Clocks go back in the night to the 25th.
    expect(text).toContain("Next: Sat 24 Oct, 9:00 CEST · Sun 25 Oct, 9:00 CET · Mon 26 Oct, 9:00 CET (Europe/Berlin)");
    expect(text).toContain("Take it back with /rethink digest remove");
    expect((await store.digests.schedule(key))?.nextAt.toISOString()).toBe("2026-10-24T07:00:00.000Z");
  });

  test("a second one changes the first, whoever made it, and each step back is exact", async () => {
    await told("digest mondays 8am Tokyo always");
    await run(said("digest fridays 9am London over 5%", { id: "U3", name: "sam" }));
    const row = await store.digests.schedule(key);
    expect(row?.setBy).toEqual({ id: "U3", name: "sam" });
    const changed = await told("digest only flips");
    expect(changed).toContain("Take it back with /rethink digest over 5%");
    expect(await told("digest pause")).toContain("/rethink digest resume");
    expect((await store.digests.schedule(key))?.state).toBe("paused");
    expect(await told("digest list")).toContain("every Friday at 9:00 Europe/London. It is paused.");
    await told("digest resume");
    expect(await told("digest remove")).toContain("/rethink digest every Friday at 9:00 Europe/London only flips");
    expect(await store.digests.schedule(key)).toBeNull();
    expect(await told("digest list")).toContain("No digest in this channel yet.");
  });

  test("a step back from a paused digest, or one of every other week, sets exactly that again", async () => {
    await told("digest every other friday 9:00 Berlin always");
    await told("digest pause");
    const before = await store.digests.schedule(key);
    const text = await told("digest mondays 8:00 Tokyo");
    const undo = /Take it back with \/rethink (digest .* paused)/.exec(text)?.[1] ?? "";
    expect(undo).toBe("digest every other Friday at 9:00 Europe/Berlin counted from 2026-10-26 always paused");
    await told(undo);
    const after = await store.digests.schedule(key);
    expect([after?.body, after?.state]).toEqual([before?.body, "paused"]);
  });

  test("a changed rule leaves the next run where it is, also one that is overdue", async () => {
    await told("digest daily 9:00 UTC");
    now = new Date("2026-10-24T10:00:00Z");
    await told("digest over 5%");
    expect((await store.digests.schedule(key))?.nextAt.toISOString()).toBe("2026-10-24T09:00:00.000Z");
    await told("digest at 10");
    expect((await store.digests.schedule(key))?.nextAt.toISOString()).toBe("2026-10-25T10:00:00.000Z");
  });

  test("now, while the scheduled one tells the same, changes nothing and comes again by itself", async () => {
    await addReview(parts(), key);
    const other = store.transaction(async (records) => {
      const digests = { ...records.digests, putMarks: async () => false };
      return runOn({ ...records, digests }, said("digest now"));
    });
    await expect(other).rejects.toMatchObject({ code: "storage-unavailable" });
    expect(await store.digests.marks(key)).toEqual([]);
  });

  test("says that no time zone was named, and which is taken", async () => {
    expect(await told("digest mondays 8am")).toContain("No time zone was said: UTC is taken.");
    expect(await told("digest tuesdays 8am")).toContain("No time zone was said: UTC stays.");
  });

  test("now, with nothing moved, says so; in an empty channel, how to start", async () => {
    expect(await told("digest now")).toContain("No reviews in this channel yet.");
    await addReview(parts(), key);
    expect(await told("digest now")).toContain("Nothing moved by 10% or $500 a month. 1 review watched");
  });

  test("now, after a year of growth, says what moved and why; the same again is quiet", async () => {
    await addReview(parts(), key, { growthPerMonth: 0.05 });
    now = new Date("2027-10-23T12:00:00Z");
    const moved = await told("digest now");
    expect(moved).toMatch(/^Digest: 1 of 1 review moved/);
    // 50 x 1.05^12 = 89.8.
    expect(moved).toContain("Growth as planned: 50 → 89.8/s.");
    expect(await told("digest now")).toMatch(/^Nothing moved by 10% or \$500 a month since 23 Oct/);
  });

  test.each(["hourly", "mondays 9:00 Narnia", "daily 9am IST"])(
    '"digest %s" changes nothing and says what to type',
    async (words) => {
      await expect(run(said(`digest ${words}`))).rejects.toThrow(UserError);
      expect(await store.digests.schedule(key)).toBeNull();
    },
  );

  test.each(["pause", "resume", "remove", "always"])(
    '"digest %s" without a digest says how to set one',
    async (words) => {
      await expect(run(said(`digest ${words}`))).rejects.toThrow(/no digest/);
    },
  );

  test("alone, it asks in a form, whose answers set one", async () => {
    const form = formFor(said("digest"));
    expect(form?.fields.map(({ name }) => name)).toEqual(["days", "time", "zone", "rule"]);
    const answers = { days: "weekdays", time: "9:30", zone: "New York", rule: "only flips" };
    await run({ ...said(""), verb: "digest", args: answers });
    const body = (await store.digests.schedule(key))?.body;
    expect(body).toMatchObject({
      timing: { hour: 9, minute: 30, zone: "America/New_York", days: { days: [1, 2, 3, 4, 5] } },
      rule: { kind: "flips" },
    });
  });

  test("goes with the channel when that is forgotten, and with the tenant at once", async () => {
    await told("digest daily 9:00 UTC");
    await store.cleanup.forgetChannel(key, "e1");
    expect(await store.digests.schedule(key)).toBeNull();
    await told("digest daily 9:00 UTC");
    await store.cleanup.tenantLeft("slack", key.tenant, now);
    expect(await store.digests.schedule(key)).toBeNull();
  });

  test("survives whoever made it being forgotten", async () => {
    await told("digest daily 9:00 UTC");
    await store.reviews.anonymise(key, "U2", { id: "forgotten", name: "someone" });
    expect(await store.digests.schedule(key)).toMatchObject({ state: "running", setBy: { name: "someone" } });
  });

  test("is drawn within the limits of Slack and Discord, the sparkline last in its line", async () => {
    await addReview(parts(), key, { ratePerSecond: 500, growthPerMonth: 0.05 });
    now = new Date("2027-10-23T12:00:00Z");
    await run(said("digest now"));
    now = new Date("2028-10-23T12:00:00Z");
    await run(said("digest now"));
    now = new Date("2029-10-23T12:00:00Z");
    const [delivery] = await run(said("digest now"));
    if (delivery === undefined) throw new Error("nothing was told");
    expect(delivery.reply.kind).toBe("digest");
    const blocks = renderBlocks(delivery.reply, plainLook);
    expect(messageFaults(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).toMatch(/ a month \(\+\d+%\)\s+[▁-▇]{3}/);
    expect(JSON.stringify(renderUnits(delivery.reply, "written"))).toMatch(/ a month \(\+\d+%\)\s+[▁-▇]{3}/);
  });
});

describe("bills out of a cost file", () => {
  const by = { id: "import", name: "import" };
  const clock = { now: () => new Date("2027-03-10T12:00:00Z") };
  const total = (review: string, month: string, totalUsd: string) => ({ review, month, totalUsd, rows: 1 });

  test("are logged all or none, replace what was logged before, and are told by the next digest", async () => {
    const { shortId } = await addReview(parts(), key);
    await logTotals(store, [total(shortId, "2027-01", "10.00"), total(shortId, "2027-02", "9000.13")], key, by, clock);
    await logTotals(store, [total(shortId, "2027-02", "9000.12")], key, by, clock);
    now = clock.now();
    expect(await told("digest now")).toMatch(/Feb 2027: predicted \$[\d.k]+, billed \$9\.0k/);
    const logged = async () =>
      (await store.reviews.list(key))[0]?.actuals.map(({ month, amountUsd }) => [month, amountUsd]);
    const before = [
      ["2027-01", 10],
      ["2027-02", 9000.12],
    ];
    expect(await logged()).toEqual(before);
    for (const wrong of [
      total("ZZZZ", "2027-02", "1.00"),
      total(shortId, "2027-02", "-0.25"),
      total(shortId, "2027-04", "1.00"),
    ]) {
      const several = [total(shortId, "2027-01", "77.00"), wrong];
      await expect(logTotals(store, several, key, by, clock)).rejects.toThrow(UserError);
      expect(await logged()).toEqual(before);
    }
    await expect(logTotals(store, [total(shortId, "2027-02", "-0.25")], key, by, clock)).rejects.toThrow(
      `${shortId} comes to -$0.25 in 2027-02`,
    );
  });
});
