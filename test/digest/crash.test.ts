import { join } from "node:path";
import { expect, test } from "vitest";
import { crashRound } from "#test/support/digest-crash.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

test("two replicas, one killed at a random moment: every channel gets its digest once", {
  timeout: 120_000,
}, async () => {
  const server = await startPostgres();
  try {
    const directory = temporaryDirectory();
    const outcome = await crashRound(
      { databaseUrl: await server.newDatabase(), dataDir: directory },
      join(directory, "posted"),
      { channels: 8, replicas: 2, kills: 1, random: Math.random, postMs: 60 },
    );
    expect([...outcome.shown.values()]).toEqual(Array.from({ length: 8 }, () => 1));
  } finally {
    await server.remove();
  }
});
