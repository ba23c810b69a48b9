import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crashRounds, seeded } from "#test/support/crash-rounds.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const ROUNDS = 50;
const HALF_AN_HOUR = { timeout: 1_800_000 };

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

test("fifty kills, and the embedded store has every acknowledged change once", HALF_AN_HOUR, async () => {
  const directory = temporaryDirectory();
  const environment = { RETHINK_DATA_DIR: join(directory, "data") };
  const shownFile = join(directory, "shown");
  const outcome = await crashRounds({ environment, shownFile, rounds: ROUNDS, eventsARound: 20, random: seeded(11) });
  expect(outcome.kills).toBe(ROUNDS);
  expect(outcome.repeated).toBeLessThanOrEqual(outcome.kills * 3);
});

test("fifty kills, and PostgreSQL has every acknowledged change once", HALF_AN_HOUR, async () => {
  const environment = { DATABASE_URL: await server.newDatabase() };
  const shownFile = join(temporaryDirectory(), "shown");
  const outcome = await crashRounds({ environment, shownFile, rounds: ROUNDS, eventsARound: 20, random: seeded(12) });
  expect(outcome.kills).toBe(ROUNDS);
  expect(outcome.repeated).toBeLessThanOrEqual(outcome.kills * 3);
});
