import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { openEmbedded } from "./embedded/database.ts";
import { embeddedDialect } from "./embedded/dialect.ts";
import { toStorageFault, withFaults } from "./faults.ts";
import { migrate } from "./migrate.ts";
import type { JobDatabase, Store } from "./port.ts";
import { recordsOn } from "./records.ts";
import type { Schema } from "./schema.ts";
import { createSeal, type Seal } from "./seal.ts";
import { dumpRows, loadRows } from "./transfer.ts";

export interface StoreOptions {
  /** PostgreSQL; null: embedded, in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Encrypts tokens; null: none can be kept. */
  secretKey: string | null;
}

/** Opens the store and brings its schema up to date. @throws UserError `store-in-use`, `storage-unavailable`. */
export function openStore(options: StoreOptions): Promise<Store> {
  const seal = createSeal(options.secretKey);
  return options.databaseUrl === null
    ? openEmbeddedStore(options.dataDir, seal)
    : openPostgresStore(options.databaseUrl, seal);
}

async function openEmbeddedStore(dataDir: string, seal: Seal): Promise<Store> {
  const database = await openEmbedded(dataDir).catch((error: unknown) => {
    throw toStorageFault(error);
  });
  const db = new Kysely<Schema>({ dialect: withFaults(embeddedDialect(database)) });
  await migrate(db);
  // Nobody else can hold a lane or a digest of a directory this process owns: what is left is of a process that died.
  await db.updateTable("lanes").set({ holder: null, held_until: null }).execute();
  await db.updateTable("digest_runs").set({ holder: null, held_until: null }).where("outcome", "is", null).execute();
  const jobs: JobDatabase = {
    kind: "embedded",
    query: (text, values = []) => withTurn((client) => client.query(text, values)),
    exec: (text) => withTurn((client) => client.exec(text)),
  };
  async function withTurn<Result>(
    work: (client: Awaited<ReturnType<typeof database.acquire>>["client"]) => Promise<Result>,
  ): Promise<Result> {
    const turn = await database.acquire();
    try {
      return await work(turn.client);
    } finally {
      turn.release();
    }
  }
  return storeOn(db, seal, "embedded", jobs);
}

const POOL_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 5_000;

async function openPostgresStore(connectionString: string, seal: Seal): Promise<Store> {
  const pool = new pg.Pool({
    connectionString,
    max: POOL_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  });
  // A connection that breaks is replaced at its next use, and the query that used it is told. Without listeners, on the
  // idle and on those in use, the event alone would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Schema>({ dialect: withFaults(new PostgresDialect({ pool })) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOn(db, seal, "postgres", { kind: "postgres", connectionString });
}

function storeOn(db: Kysely<Schema>, seal: Seal, kind: Store["kind"], jobs: JobDatabase): Store {
  return {
    ...recordsOn(db, seal),
    kind,
    jobs,
    transaction: (work) => db.transaction().execute((transaction) => work(recordsOn(transaction, seal))),
    check: async () => {
      await sql`select 1`.execute(db);
    },
    dump: () => dumpRows(db),
    load: (rows) => db.transaction().execute((transaction) => loadRows(transaction, rows)),
    close: () => db.destroy(),
  };
}
