import { readConfig } from "#src/config.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { MachineCommand } from "./machine-command.ts";
import { readArguments } from "./machine-command.ts";

/** First line of an export: what follows is one row a line. */
export const EXPORT_FORMAT = "rethink-store-1";

const USAGE = `rethink export > reviews.ndjson

Writes everything the store holds (RETHINK_DATA_DIR, or DATABASE_URL) as one JSON row a line. Stop Rethink first when the
store is the embedded one. Tokens stay encrypted: import them with the same RETHINK_SECRET_KEY.
`;

export const exportCommand: MachineCommand = {
  name: "export",
  summary: "Write everything the store holds, to move it to another",
  run: async (args, io) => {
    const { flags } = readArguments(args, {});
    if (flags["help"] === true) {
      await io.write(USAGE);
      return 0;
    }
    const store = await openStore(readConfig());
    try {
      await io.write(`${JSON.stringify({ format: EXPORT_FORMAT, exportedAt: io.clock.now().toISOString() })}\n`);
      let rows = 0;
      for await (const row of store.dump()) {
        await io.write(`${JSON.stringify(row)}\n`);
        rows += 1;
      }
      // Without its last line an export was cut short: import refuses it.
      await io.write(`${JSON.stringify({ end: true, rows })}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
