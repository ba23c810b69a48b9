import type { DatabaseConnection, Dialect, Driver } from "kysely";
import { UserError } from "#src/errors.ts";

/** SQLSTATE classes that say "not now": connection, resources, operator intervention, system error. */
const UNAVAILABLE_CLASSES = new Set(["08", "53", "57", "58"]);
const DISK_FULL = /no space left|file too large|disk(?: is)? full|could not extend file/i;
const UNREACHABLE =
  /ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|EHOSTUNREACH|EAI_AGAIN|terminat|timeout exceeded|not queryable|Connection/;

/** What a person is told instead of an error of the database; other errors are bugs and stay what they are. */
export function toStorageFault(error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  if (DISK_FULL.test(error.message) || codeOf(error) === "53100") return diskFull(error);
  if (isUnreachable(error)) return unreachable(error);
  return error;
}

function isUnreachable(error: Error): boolean {
  const code = codeOf(error);
  if ("lost" in error && error.lost === true) return true;
  if (code !== null && /^[0-9A-Z]{5}$/.test(code)) return UNAVAILABLE_CLASSES.has(code.slice(0, 2));
  return UNREACHABLE.test(code ?? "") || UNREACHABLE.test(error.message);
}

function codeOf(error: Error): string | null {
  return "code" in error && typeof error.code === "string" ? error.code : null;
}

function diskFull(cause: Error): UserError {
  return new UserError(
    {
      code: "storage-unavailable",
      message: "Rethink has no room left to store anything, so nothing was changed.",
      nextStep: "Ask whoever runs it to free disk space; it goes on by itself after that.",
    },
    { cause },
  );
}

function unreachable(cause: Error): UserError {
  return new UserError(
    {
      code: "storage-unavailable",
      message: "Rethink can't reach its database, so nothing was changed.",
      nextStep: "Try again in a minute.",
    },
    { cause },
  );
}

/** The dialect with its errors put into words people understand. */
export function withFaults(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => driverWithFaults(dialect.createDriver()),
  };
}

function driverWithFaults(driver: Driver): Driver {
  const original = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const inner = (connection: DatabaseConnection): DatabaseConnection => original.get(connection) ?? connection;
  return {
    init: () => translated(driver.init()),
    acquireConnection: async () => {
      const connection = await translated(driver.acquireConnection());
      const translating: DatabaseConnection = {
        executeQuery: (query) => translated(connection.executeQuery(query)),
        streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
      };
      original.set(translating, connection);
      return translating;
    },
    beginTransaction: (connection, settings) => translated(driver.beginTransaction(inner(connection), settings)),
    commitTransaction: (connection) => translated(driver.commitTransaction(inner(connection))),
    rollbackTransaction: (connection) => translated(driver.rollbackTransaction(inner(connection))),
    releaseConnection: (connection) => driver.releaseConnection(inner(connection)),
    destroy: () => driver.destroy(),
  };
}

async function translated<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw toStorageFault(error);
  }
}
