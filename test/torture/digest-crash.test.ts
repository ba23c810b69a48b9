import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CrashOptions, crashRound } from "#test/support/digest-crash.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

/** A round starts up to nine processes: a busy machine takes minutes for one. */
const WITHIN_MS = 3 * 3_600_000;
const ROUNDS = Number(process.env["TORTURE_ROUNDS"] ?? 50);

describe("digests through crashes", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  const common = { replace: true, random: Math.random, postMs: 200 };

  async function rounds(optionsOf: (round: number) => CrashOptions, databaseUrl: () => Promise<string | null>) {
    let repeats = 0;
    let longestMs = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const directory = temporaryDirectory();
      const store = { databaseUrl: await databaseUrl(), dataDir: join(directory, "data") };
      const options = optionsOf(round);
      const began = performance.now();
      const outcome = await crashRound(store, join(directory, "posted"), options);
      longestMs = Math.max(longestMs, performance.now() - began);
      repeats += outcome.repeats;
      const once = Array.from({ length: options.channels }, () => 1);
      expect([round, [...outcome.shown.values()]]).toEqual([round, once]);
    }
    const longest = `${(longestMs / 1000).toFixed(0)} s`;
    process.stdout.write(`${ROUNDS} rounds: ${repeats} posts repeated under their key, longest round ${longest}\n`);
  }

  test(`${ROUNDS} rounds on PostgreSQL, two and four replicas, three killed in each`, { timeout: WITHIN_MS }, () =>
    rounds(
      (round) => ({ ...common, channels: 12, replicas: round % 2 === 0 ? 2 : 4, kills: 3, expireSeconds: 3 }),
      () => server.newDatabase(),
    ),
  );

  test(`${ROUNDS} rounds on the embedded store, killed twice in each`, { timeout: WITHIN_MS }, () =>
    rounds(
      () => ({ ...common, channels: 6, replicas: 1, kills: 2, expireSeconds: 90 }),
      async () => null,
    ),
  );
});
