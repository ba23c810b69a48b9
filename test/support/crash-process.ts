import { appendFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { readInvocation } from "#src/main/stored.ts";
import { compose } from "#src/main.ts";
import { recordingPlatform } from "#test/support/recording-platform.ts";

/**
 * The whole service as a process that can be killed. Reads one invocation a line, says `ack <eventId>` once it was
 * accepted, and writes one line per reply it shows to the file given. `settle` is answered when all work is done.
 */
const [shownFile = ""] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const platform = recordingPlatform(({ how, reply, deliveryKey }) => {
  appendFileSync(shownFile, `${JSON.stringify({ how, deliveryKey, summary: reply.summary })}\n`);
});
const service = await compose(readConfig(), {
  platforms: [platform],
  log: createLog("error"),
  worker: { slots: { channel: 4, side: 4 }, leaseMs: 1_000, pollMs: 200 },
});
say("ready");

const accepting = new Set<Promise<void>>();
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "settle") {
    await Promise.all(accepting);
    while ((await service.parts.store.inbox.backlog()) + (await service.parts.store.outbox.backlog()) > 0) {
      await service.settled();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    say("settled");
    continue;
  }
  const invocation = readInvocation(JSON.parse(line));
  const taken: Promise<void> = service.door
    .accept(invocation)
    .then(
      () => say(`ack ${invocation.eventId}`),
      (error: unknown) => say(`refused ${invocation.eventId} ${error instanceof Error ? error.message : ""}`),
    )
    .finally(() => accepting.delete(taken));
  accepting.add(taken);
}
await service.stop();
