import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Change when the pinned PGlite changes: a cluster of another build must not be copied. */
export const PGLITE_VERSION = "0.5.16";

const root = join(import.meta.dirname, "..", "..", "..");

/**
 * A database with our schema and nothing in it, made once an installation and copied for each new store. Its name holds
 * what it was made from: after an edited migration there is none until one is prepared again.
 */
export const preparedCluster = join(
  root,
  "node_modules",
  ".cache",
  "rethink",
  `pglite-${PGLITE_VERSION}-${fingerprint(join(root, "src", "storage", "migrations"))}`,
);

function fingerprint(directory: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(directory).sort()) hash.update(name).update(readFileSync(join(directory, name)));
  return hash.digest("hex").slice(0, 12);
}
