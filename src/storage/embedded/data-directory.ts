import { chmodSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openPglite } from "./open-pglite.ts";
import { preparedCluster } from "./prepared-cluster.ts";

/** Only the owner may look inside: PGlite itself makes its files readable by everybody. */
const PRIVATE = 0o700;

/** Makes the directory of the store, closed to other accounts. */
export function makePrivateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: PRIVATE });
  chmodSync(directory, PRIVATE);
}

/**
 * The database cluster inside the store's directory, made if it is not there: a copy of the prepared one (a twentieth
 * of a second), or, without one, PostgreSQL's own initdb (seconds). It appears under its name only when whole.
 */
export async function makeCluster(directory: string, prepared: string = preparedCluster): Promise<string> {
  const cluster = join(directory, "pg");
  if (existsSync(cluster)) return cluster;
  const unfinished = join(directory, "pg.new");
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(prepared)) cpSync(prepared, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE });
  else await (await openPglite(unfinished)).close();
  renameSync(unfinished, cluster);
  return cluster;
}
