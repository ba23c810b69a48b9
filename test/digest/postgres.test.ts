import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";
import { jobRetries } from "#test/jobs/retries-suite.ts";
import { crashRound } from "#test/support/digest-crash.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";
import { timeTravel } from "./time-travel-suite.ts";

let server: PostgresServer;
let store: Store;
beforeAll(async () => {
  server = await startPostgres();
  store = await openStore({ databaseUrl: await server.newDatabase(), dataDir: "unused", secretKey: null });
});
afterAll(async () => {
  await store.close();
  await server.remove();
});

jobRetries("jobs on PostgreSQL", () => store);
timeTravel("digests on PostgreSQL", () => store);

// `npm run torture` does it with two replicas too, many times.
test("four replicas, killed at random moments until one is left: every channel gets its digest once", {
  timeout: 120_000,
}, async () => {
  const directory = temporaryDirectory();
  const outcome = await crashRound(
    { databaseUrl: await server.newDatabase(), dataDir: directory },
    join(directory, "posted"),
    { channels: 8, replicas: 4, kills: 3, replace: false, random: Math.random, postMs: 80, expireSeconds: 3 },
  );
  expect([...outcome.shown.values()]).toEqual(Array.from({ length: 8 }, () => 1));
});
