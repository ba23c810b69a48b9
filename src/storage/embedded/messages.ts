/** What the thread is started with. */
export interface Start {
  dataDir: string;
  program: WebAssembly.Module;
}

/** What the thread that owns the database and its client say to each other. */
export type Request =
  | { id: number; kind: "query"; sql: string; parameters: readonly unknown[] }
  | { id: number; kind: "exec"; sql: string }
  | { id: number; kind: "close" };

export interface QueryResult {
  rows: Record<string, unknown>[];
  affectedRows: number;
}

export type Response =
  | { id: number; ok: true; results: QueryResult[] }
  | { id: number; ok: false; error: { message: string; code: string | null } }
  /** The database is open (0 stands for the opening itself). */
  | { id: 0; ok: true; results: [] };
