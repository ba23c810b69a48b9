import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#src/storage/open-store.ts";
import { channelContract } from "./channel-contract.ts";
import { queueContract } from "./queue-contract.ts";
import type { StoreUnderTest } from "./rows.ts";
import { storageContract } from "./storage-contract.ts";

const key = Buffer.alloc(32, 7).toString("base64");

function embedded(): StoreUnderTest {
  const directory = mkdtempSync(join(tmpdir(), "rethink-"));
  return {
    open: () => openStore({ databaseUrl: null, dataDir: directory, secretKey: key }),
    close: async (store) => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

storageContract("embedded store", embedded());
channelContract("embedded store", embedded());
queueContract("embedded store", embedded());
