import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { UserError } from "#src/errors.ts";
import { openStore } from "#src/storage/open-store.ts";

/**
 * A process that owns an embedded store. A line on its input is the id of an event to accept; it answers `kept <id>`,
 * or `refused <code> <sentence>`.
 */
const [dataDir = ""] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

try {
  const store = await openStore({ databaseUrl: null, dataDir, secretKey: null });
  say("ready");
  const key = { platform: "slack", tenant: "T1", channel: "C1" };
  for await (const id of createInterface({ input: process.stdin })) {
    try {
      await store.inbox.accept({ id, key, eventId: id, body: { text: "x".repeat(2_000) } });
      say(`kept ${id}`);
    } catch (error) {
      say(refusal(error));
    }
  }
  await store.close();
} catch (error) {
  say(refusal(error));
  process.exitCode = 2;
}

function refusal(error: unknown): string {
  return error instanceof UserError ? `refused ${error.code} ${error.sentence}` : `refused bug ${String(error)}`;
}
