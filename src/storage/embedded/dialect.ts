import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { EmbeddedClient } from "./client.ts";
import type { EmbeddedDatabase } from "./database.ts";

/** PostgreSQL's SQL for Kysely, run by the embedded database. */
export function embeddedDialect(database: EmbeddedDatabase): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => embeddedDriver(database),
  };
}

/** Holding a connection is having the turn: a transaction keeps it from begin to commit. */
function embeddedDriver(database: EmbeddedDatabase): Driver {
  const held = new WeakMap<DatabaseConnection, { client: EmbeddedClient; release(): void }>();
  const send = async (connection: DatabaseConnection, sql: string): Promise<void> => {
    await held.get(connection)?.client.query(sql, []);
  };
  return {
    init: async () => {},
    acquireConnection: async () => {
      const turn = await database.acquire();
      const connection = connectionOn(turn.client);
      held.set(connection, turn);
      return connection;
    },
    beginTransaction: (connection) => send(connection, "begin"),
    commitTransaction: (connection) => send(connection, "commit"),
    rollbackTransaction: async (connection) => {
      // A lost database rolls back by being opened again.
      if (held.get(connection)?.client.isLost() !== true) await send(connection, "rollback");
    },
    releaseConnection: async (connection) => {
      held.get(connection)?.release();
    },
    destroy: () => database.close(),
  };
}

function connectionOn(client: EmbeddedClient): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => {
      const result = await client.query(sql, parameters);
      return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows) } as QueryResult<Row>;
    },
    // biome-ignore lint/correctness/useYield: Kysely asks for a generator; nothing here streams.
    streamQuery: async function* () {
      throw new Error("the embedded database does not stream");
    },
  };
}
