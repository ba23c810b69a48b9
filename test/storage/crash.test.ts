import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crashRounds, seeded } from "#test/support/crash-rounds.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const ROUNDS = 2;

test("killed while changes flow, the embedded store has every acknowledged one once", {
  timeout: 120_000,
}, async () => {
  const directory = temporaryDirectory();
  const environment = { RETHINK_DATA_DIR: join(directory, "data") };
  const shownFile = join(directory, "shown");
  const outcome = await crashRounds({ environment, shownFile, rounds: ROUNDS, eventsARound: 12, random: seeded(1) });
  expect(outcome.kills).toBe(ROUNDS);
  // At most one reply per channel was between shown and noted at each kill.
  expect(outcome.repeated).toBeLessThanOrEqual(outcome.kills * 3);
});

test("killed while changes flow, PostgreSQL has every acknowledged one once", { timeout: 120_000 }, async () => {
  const environment = { DATABASE_URL: await server.newDatabase() };
  const shownFile = join(temporaryDirectory(), "shown");
  const outcome = await crashRounds({ environment, shownFile, rounds: ROUNDS, eventsARound: 12, random: seeded(2) });
  expect(outcome.kills).toBe(ROUNDS);
  expect(outcome.repeated).toBeLessThanOrEqual(outcome.kills * 3);
});
