import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "#src/errors.ts";

/** SQLITE_BUSY: another connection holds the file. */
const BUSY = 5;

/**
 * Makes this process the only owner of a data directory until it ends, however it ends: the operating system drops the
 * lock with the process, so no stale mark is left behind. Local disks only.
 *
 * @throws UserError `store-in-use` when another process owns it.
 */
export function takeOwnership(directory: string): { release(): void } {
  const file = new DatabaseSync(join(directory, "owner.lock"));
  try {
    file.exec("pragma locking_mode = exclusive; begin exclusive");
  } catch (cause) {
    file.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === BUSY) throw inUse(directory, cause);
    throw cause;
  }
  return { release: () => file.close() };
}

function inUse(directory: string, cause: Error): UserError {
  return new UserError(
    {
      code: "store-in-use",
      message: `Another Rethink process is using ${directory}.`,
      nextStep:
        "Stop that one, give this one its own RETHINK_DATA_DIR, or set DATABASE_URL to a PostgreSQL that several can share.",
    },
    { cause },
  );
}
