import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#src/storage/open-store.ts";
import { timeTravel } from "./time-travel-suite.ts";

const directory = mkdtempSync(join(tmpdir(), "rethink-"));

timeTravel("digests on the embedded store", {
  open: () => openStore({ databaseUrl: null, dataDir: directory, secretKey: null }),
  close: async (store) => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  },
});
