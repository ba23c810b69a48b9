import { afterAll, beforeAll } from "vitest";
import { openStore } from "#src/storage/open-store.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { channelContract } from "./channel-contract.ts";
import { queueContract } from "./queue-contract.ts";
import type { StoreUnderTest } from "./rows.ts";
import { storageContract } from "./storage-contract.ts";

const key = Buffer.alloc(32, 7).toString("base64");
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const postgres: StoreUnderTest = {
  open: async () => openStore({ databaseUrl: await server.newDatabase(), dataDir: "unused", secretKey: key }),
  close: (store) => store.close(),
};

storageContract("PostgreSQL store", postgres);
channelContract("PostgreSQL store", postgres);
queueContract("PostgreSQL store", postgres);
