import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crashRound } from "#test/support/digest-crash.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const ROUNDS = 50;

describe("digests through crashes", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  test(`${ROUNDS} rounds on PostgreSQL, two and four replicas, three killed in each`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const directory = temporaryDirectory();
      const outcome = await crashRound(
        { databaseUrl: await server.newDatabase(), dataDir: directory },
        join(directory, "posted"),
        { channels: 12, replicas: round % 2 === 0 ? 2 : 4, kills: 3, random: Math.random, postMs: 80 },
      );
      expect([round, [...outcome.shown.values()]]).toEqual([round, Array.from({ length: 12 }, () => 1)]);
    }
  });

  test(`${ROUNDS} rounds on the embedded store, killed twice in each`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const directory = temporaryDirectory();
      const outcome = await crashRound(
        { databaseUrl: null, dataDir: join(directory, "data") },
        join(directory, "posted"),
        { channels: 6, replicas: 1, kills: 2, random: Math.random, postMs: 60 },
      );
      expect([round, [...outcome.shown.values()]]).toEqual([round, Array.from({ length: 6 }, () => 1)]);
    }
  });
});
