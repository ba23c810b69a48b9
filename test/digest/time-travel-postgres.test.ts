import { afterAll, beforeAll } from "vitest";
import { openStore } from "#src/storage/open-store.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { timeTravel } from "./time-travel-suite.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

timeTravel("digests on PostgreSQL", {
  open: async () => openStore({ databaseUrl: await server.newDatabase(), dataDir: "unused", secretKey: null }),
  close: (store) => store.close(),
});
