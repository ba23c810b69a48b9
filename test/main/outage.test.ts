import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { compose } from "#src/main.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { type PostgresServer, startPostgres } from "#test/support/postgres.ts";
import { type Recorded, recordingPlatform } from "#test/support/recording-platform.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

function event(eventId: string, text: string): Invocation {
  return {
    verb: "review",
    args: { text },
    actor: { id: "U1", name: "Ada" },
    where: { platform: "slack", tenant: "T1", channel: eventId },
    eventId,
    addressed: true,
  };
}

const TEXT = "50 thumbnails a second, 200 ms at 512 MB, us-east-1";

test("database gone: the event is refused with a sentence, nothing is written, and service comes back by itself", {
  timeout: 60_000,
}, async () => {
  const shown: Recorded[] = [];
  const platform = recordingPlatform((one) => shown.push(one));
  const config = readConfig({ DATABASE_URL: await server.newDatabase() });
  const service = await compose(config, {
    platforms: [platform],
    log: createLog("silent"),
    worker: { slots: { channel: 2, side: 2 }, leaseMs: 1_000, pollMs: 100 },
  });
  onTestFinished(() => service.stop());
  await service.door.accept(event("before", TEXT));
  await service.settled();
  expect(shown.map(({ how }) => how)).toEqual(["card"]);

  // Accepted, and the database goes before it is worked: nothing of it may be lost.
  const taken = await service.door.accept(event("meanwhile", TEXT));
  await server.stop();
  expect(taken).toBe("accepted");
  const refused = service.door.accept(event("during", TEXT));
  await expect(refused).rejects.toMatchObject({ code: "storage-unavailable" });
  await expect(refused).rejects.toThrow(/can't reach its database, so nothing was changed/);

  await server.start();
  await expect.poll(() => shown.length, { timeout: 40_000 }).toBe(2);
  await service.door.accept(event("after", TEXT));
  await expect.poll(() => shown.length, { timeout: 40_000 }).toBe(3);
  const { reviews } = service.parts.store;
  for (const [channel, count] of [
    ["before", 1],
    ["meanwhile", 1],
    ["during", 0],
    ["after", 1],
  ] as const) {
    expect(await reviews.list({ platform: "slack", tenant: "T1", channel }), channel).toHaveLength(count);
  }
});
