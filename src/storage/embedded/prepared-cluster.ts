import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openPglite } from "./open-pglite.ts";

/** Change when the pinned PGlite changes: a cluster of another build must not be copied. */
const CLUSTER_VERSION = "pglite-0.5.16";

/** An empty database cluster, made once an installation and copied for each new store. */
export const preparedCluster = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "node_modules",
  ".cache",
  "rethink",
  CLUSTER_VERSION,
);

/** Makes the prepared cluster unless it is there. Safe to run twice at once: the rename is what counts. */
export async function prepareCluster(target: string = preparedCluster): Promise<"made" | "present"> {
  if (existsSync(target)) return "present";
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  await (await openPglite(unfinished)).close();
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
    return "present";
  }
  return "made";
}
