import { PGlite } from "@electric-sql/pglite";
import { DurableFs } from "./durable-fs.ts";

/**
 * `fsync`, not the default `fdatasync`, which PGlite leaves empty. Small buffers: a channel's reviews are few.
 */
const settings = ["wal_sync_method = fsync", "shared_buffers = 16MB", "max_wal_size = 64MB", "min_wal_size = 32MB"];

interface OpenOptions {
  program?: WebAssembly.Module;
  fsync?: (fd: number) => void;
}

/** Opens (or makes) the database in a directory. `-F`, PGlite's switch that turns fsync off, is left out. */
export function openPglite(dataDir: string, { program, fsync }: OpenOptions = {}): Promise<PGlite> {
  return PGlite.create({
    ...(program === undefined ? {} : { pgliteWasmModule: program }),
    fs: new DurableFs(dataDir, fsync),
    startParams: PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
    postgresqlconf: settings,
  });
}
