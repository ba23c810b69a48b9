import { parentPort, workerData } from "node:worker_threads";
import type { PGlite, Results } from "@electric-sql/pglite";
import type { QueryResult, Request, Response, Start } from "./messages.ts";
import { openPglite } from "./open-pglite.ts";

/**
 * The thread that owns the embedded database. It is a thread because a database that can't write its log never
 * answers again and spins: the main thread must stay able to say so, end it, and open it anew.
 */

const { dataDir, program }: Start = workerData;
const port = parentPort;
if (port === null) throw new Error("started outside a worker thread");

const answer = (response: Response): void => port.postMessage(response);

try {
  const database = await openPglite(dataDir, { program });
  // The client asks for one thing at a time.
  port.on("message", (request: Request) => {
    void serve(database, request);
  });
  answer({ id: 0, ok: true, results: [] });
} catch (error) {
  answer({ id: 0, ok: false, error: describe(error) });
}

async function serve(database: PGlite, request: Request): Promise<void> {
  try {
    answer({ id: request.id, ok: true, results: await run(database, request) });
    if (request.kind === "close") port?.close();
  } catch (error) {
    answer({ id: request.id, ok: false, error: describe(error) });
  }
}

async function run(database: PGlite, request: Request): Promise<QueryResult[]> {
  switch (request.kind) {
    case "query":
      return [plain(await database.query<Record<string, unknown>>(request.sql, [...request.parameters]))];
    case "exec":
      return (await database.exec(request.sql)).map(plain);
    case "close":
      await database.close();
      return [];
  }
}

function plain(results: Results<Record<string, unknown>>): QueryResult {
  return { rows: results.rows, affectedRows: results.affectedRows ?? 0 };
}

function describe(error: unknown): { message: string; code: string | null } {
  if (!(error instanceof Error)) return { message: String(error), code: null };
  return { message: error.message, code: "code" in error && typeof error.code === "string" ? error.code : null };
}
