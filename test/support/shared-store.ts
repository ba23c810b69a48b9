import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";

/**
 * One embedded store for all tests of a file: opening one is what takes time. Call once in the file; each test works
 * in a tenant of its own. A service may close what it is given, the store stays open.
 */
export function sharedStore(): () => Store {
  const directory = mkdtempSync(join(tmpdir(), "rethink-"));
  let opened: Store | null = null;
  beforeAll(async () => {
    opened = await openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return () => {
    if (opened === null) throw new Error("the store is not open yet");
    return { ...opened, close: async () => {} };
  };
}
