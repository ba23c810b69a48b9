import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { preparedCluster } from "./embedded/prepared-cluster.ts";
import { openStore } from "./open-store.ts";

/** Makes the prepared cluster unless it is there. Safe to run twice at once: the rename is what counts. */
export async function prepareCluster(target: string = preparedCluster): Promise<"made" | "present"> {
  if (existsSync(target)) return "present";
  mkdirSync(dirname(target), { recursive: true });
  const dataDir = `${target}.${process.pid}`;
  try {
    await (await openStore({ databaseUrl: null, dataDir, secretKey: null })).close();
    renameSync(join(dataDir, "pg"), target);
    return "made";
  } catch (error) {
    if (!existsSync(target)) throw error;
    return "present";
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
