import { chmod, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { readPrices } from "#src/catalog/read-prices.ts";
import { UserError } from "#src/errors.ts";

/** Folder in the making; the catalog reads only folders named by a plain date. */
const PARTIAL = /^\.\d{4}-\d{2}-\d{2}\.partial-/;

/**
 * Puts a snapshot in place, whole or not at all: its files are written beside the others, read back and checked as the
 * catalog would, and only then given their name in one step. A process that dies on the way leaves a hidden folder
 * that nothing reads, and that the next write removes.
 *
 * @param move gives the finished folder its name
 * @throws UserError `refresh-failed` when there is such a snapshot already, or the folder can't be written
 */
export async function writeSnapshot(
  dataDir: string,
  date: string,
  files: ReadonlyMap<string, string>,
  move: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  const pricesDir = join(dataDir, "prices");
  let partial: string | null = null;
  try {
    await removeLeftovers(pricesDir);
    partial = await mkdtemp(join(pricesDir, `.${date}.partial-`));
    for (const [name, text] of files) await writeDurably(join(partial, name), text);
    // mkdtemp makes it private; others read the catalog too.
    await chmod(partial, 0o755);
    readPrices(dataDir, basename(partial));
    await move(partial, join(pricesDir, date));
    await syncFolder(pricesDir);
  } catch (cause) {
    if (partial !== null) await rm(partial, { recursive: true, force: true });
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    const exists = cause.code === "ENOTEMPTY" || cause.code === "EEXIST";
    throw new UserError(
      {
        code: "refresh-failed",
        message: exists ? `There is a catalog of ${date} already.` : `${pricesDir} can't be written (${cause.code}).`,
        nextStep: exists ? "Remove it, or refresh on another day." : "Run where the catalog's files may be changed.",
      },
      { cause },
    );
  }
}

async function removeLeftovers(pricesDir: string): Promise<void> {
  const names = await readdir(pricesDir);
  const leftovers = names.filter((name) => PARTIAL.test(name));
  await Promise.all(leftovers.map((name) => rm(join(pricesDir, name), { recursive: true, force: true })));
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
