import { Worker } from "node:worker_threads";
import { databaseProgram } from "./database-program.ts";
import type { QueryResult, Request, Response, Start } from "./messages.ts";

/** An error of the database, with its SQLSTATE. `lost`: the database is gone and must be opened again. */
export class EmbeddedError extends Error {
  readonly code: string | null;
  readonly lost: boolean;

  constructor(message: string, code: string | null, lost: boolean) {
    super(message);
    this.name = "EmbeddedError";
    this.code = code;
    this.lost = lost;
  }
}

/** One open database in its own thread. Ask one thing at a time. */
export interface EmbeddedClient {
  query(sql: string, parameters: readonly unknown[]): Promise<QueryResult>;
  exec(sql: string): Promise<QueryResult[]>;
  /** True once the thread is gone. */
  isLost(): boolean;
  close(): Promise<void>;
}

export interface ClientOptions {
  dataDir: string;
  /** Longest wait for an answer; then the thread is taken for stuck. */
  answerWithinMs: number;
  /** Longest wait for the opening (a first one may run initdb). */
  openWithinMs: number;
}

/** After one of these, PostgreSQL would restart itself; PGlite can only spin. */
const FATAL =
  /could not (?:write|fsync|open|create|extend|sync).*(?:log file|pg_wal|pg_xact|pg_control)|PANIC|RuntimeError|Aborted\(/i;

type Pending = { resolve(results: QueryResult[]): void; reject(error: Error): void };
type Asking =
  | { kind: "query"; sql: string; parameters: readonly unknown[] }
  | { kind: "exec"; sql: string }
  | { kind: "close" };

/** Starts the thread and waits until the database is open. */
export async function openClient(options: ClientOptions): Promise<EmbeddedClient> {
  const start: Start = { dataDir: options.dataDir, program: await databaseProgram() };
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: start });
  const pending = new Map<number, Pending>();
  let nextId = 0;
  let lostBecause: string | null = null;

  const lose = (reason: string): void => {
    lostBecause ??= reason;
    for (const { reject } of pending.values()) reject(new EmbeddedError(reason, null, true));
    pending.clear();
    void worker.terminate();
  };

  worker.on("error", (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => lose("the database thread has ended"));
  worker.on("message", (response: Response) => {
    const waiting = pending.get(response.id);
    pending.delete(response.id);
    if (response.ok) return waiting?.resolve(response.results);
    const fatal = FATAL.test(response.error.message);
    waiting?.reject(new EmbeddedError(response.error.message, response.error.code, fatal || response.id === 0));
    if (fatal) lose(response.error.message);
  });

  const wait = (id: number, withinMs: number): Promise<QueryResult[]> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => lose(`the database gave no answer within ${withinMs} ms`), withinMs);
      const settle =
        <Value>(then: (value: Value) => void) =>
        (value: Value): void => {
          clearTimeout(timer);
          then(value);
        };
      pending.set(id, { resolve: settle(resolve), reject: settle(reject) });
    });

  const ask = (asking: Asking): Promise<QueryResult[]> => {
    if (lostBecause !== null) return Promise.reject(new EmbeddedError(lostBecause, null, true));
    nextId += 1;
    const answer = wait(nextId, options.answerWithinMs);
    const request: Request = { id: nextId, ...asking };
    worker.postMessage(request);
    return answer;
  };

  try {
    await wait(0, options.openWithinMs);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: async (sql, parameters) => {
      const [result] = await ask({ kind: "query", sql, parameters });
      return result ?? { rows: [], affectedRows: 0 };
    },
    exec: (sql) => ask({ kind: "exec", sql }),
    isLost: () => lostBecause !== null,
    close: async () => {
      if (lostBecause === null) await ask({ kind: "close" });
      await worker.terminate();
    },
  };
}
