import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openStore } from "#src/storage/open-store.ts";
import type { NewReviewRow, Store, TransferRow } from "#src/storage/port.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const secretKey = Buffer.alloc(32, 3).toString("base64");
const key = { platform: "slack", tenant: "T1", channel: "C1" };
const ada = { id: "U1", name: "Ada" };
const at = new Date("2026-11-24T10:00:00.123Z");

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const review = (shortId: string): NewReviewRow => ({
  id: `r-${shortId}`,
  shortId,
  key,
  thread: "t",
  cardMessage: "m",
  cardChannel: "C1",
  createdBy: ada,
  createdAt: at,
  revisions: [{ number: 1, author: ada, at, said: 'it\'s "quoted" \\ 50 €', restores: null, body: { z: 0.1, a: [] } }],
});

async function fill(store: Store): Promise<void> {
  // More than one page of rows, oldest last by name, so that order by insertion shows.
  for (let index = 249; index >= 0; index -= 1) {
    await store.reviews.insert(review(String(index)));
  }
  await store.reviews.addDecision(key, "r-7", { number: 1, by: ada, at, revision: 1, body: { choice: "hybrid" } });
  await store.reviews.addDissent(key, "r-7", 1, { author: ada, text: "no", at });
  await store.reviews.putActual(key, "r-7", { month: "2026-10", amountUsd: 0.1 + 0.2, by: ada, at });
  await store.settings.put(key, { kind: "discount", name: "all", value: 12.5, by: ada, at });
  await store.tokens.put("slack", "T1", "xoxb-secret");
  await store.inbox.accept({ id: "i1", key, eventId: "e1", body: { text: "waiting" } });
  await store.asks.put(key, "U1", "a Lambda of 200 ms", at);
  await store.outbox.add([{ id: "d1", key, body: { say: "hello" } }]);
}

async function all(store: Store): Promise<TransferRow[]> {
  const rows: TransferRow[] = [];
  for await (const row of store.dump()) rows.push(row);
  return rows;
}

test("everything moves from the embedded store to PostgreSQL and back", { timeout: 60_000 }, async () => {
  const embedded = await openStore({ databaseUrl: null, dataDir: temporaryDirectory(), secretKey });
  onTestFinished(() => embedded.close());
  await fill(embedded);
  const postgres = await openStore({ databaseUrl: await server.newDatabase(), dataDir: "unused", secretKey });
  onTestFinished(() => postgres.close());
  const rows = await all(embedded);
  // 250 reviews and revisions; one decision, dissent, actual, setting, question, token, event, delivery, lane.
  expect(rows).toHaveLength(250 * 2 + 9);
  expect(await postgres.load(embedded.dump())).toBe(rows.length);
  expect(JSON.stringify(await all(postgres))).toBe(JSON.stringify(rows));
  expect(await postgres.reviews.list(key)).toEqual(await embedded.reviews.list(key));
  expect(await postgres.tokens.get("slack", "T1")).toBe("xoxb-secret");
  expect(await postgres.inbox.next(key)).toEqual(await embedded.inbox.next(key));

  const again = await openStore({ databaseUrl: null, dataDir: temporaryDirectory(), secretKey });
  onTestFinished(() => again.close());
  await again.load(postgres.dump());
  expect(JSON.stringify(await all(again))).toBe(JSON.stringify(rows));
});

test("a store that was used takes no import, and a bad row leaves nothing", async () => {
  const store = await openStore({ databaseUrl: await server.newDatabase(), dataDir: "unused", secretKey });
  onTestFinished(() => store.close());
  async function* rows(...given: TransferRow[]): AsyncGenerator<TransferRow> {
    yield* given;
  }
  const setting = {
    ...key,
    kind: "discount",
    name: "all",
    value: 5,
    by_id: "U1",
    by_name: "Ada",
    at: at.toISOString(),
  };
  const good = { table: "settings", row: setting };
  await expect(store.load(rows(good, { table: "nonsense", row: {} }))).rejects.toThrow(/nonsense/);
  expect(await store.settings.list(key)).toEqual([]);
  await expect(store.load(rows({ table: "settings", row: { 'x") values (1); --': 1 } }))).rejects.toThrow();
  await store.load(rows(good));
  await expect(store.load(rows(good))).rejects.toThrow(/not empty/);
});
