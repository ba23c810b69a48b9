import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { makeCluster } from "#src/storage/embedded/data-directory.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const open = async (dataDir: string): Promise<Store> => {
  const store = await openStore({ databaseUrl: null, dataDir, secretKey: null });
  onTestFinished(() => store.close());
  return store;
};

test("the directory is closed to other accounts, also when it was there before", async () => {
  const directory = join(temporaryDirectory(), "data");
  mkdirSync(directory, { mode: 0o755 });
  await open(directory);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});

test("a second process is refused with what to do, and the first goes on", async () => {
  const directory = temporaryDirectory();
  const first = await open(directory);
  const second = openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
  await expect(second).rejects.toThrow(UserError);
  await expect(second).rejects.toMatchObject({ code: "store-in-use" });
  await expect(second).rejects.toThrow(/another Rethink process/i);
  await first.check();
});

test("a directory that was let go can be opened again, with what was in it", async () => {
  const directory = temporaryDirectory();
  const key = { platform: "terminal", tenant: "me", channel: "here" };
  const first = await openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
  await first.inbox.accept({ id: "i1", key, eventId: "e1", body: { text: "hello" } });
  await first.lanes.claim("dead process", 3_600_000, ["terminal"], "channel");
  await first.close();
  const second = await open(directory);
  expect(await second.inbox.next(key)).toMatchObject({ eventId: "e1", body: { text: "hello" } });
  // The lease of the process before does not keep this one waiting.
  expect(await second.lanes.claim("me", 1000, ["terminal"], "channel")).toEqual(key);
});

test("a copy of the cluster that was cut short is made anew", async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, "pg.new"));
  writeFileSync(join(directory, "pg.new", "PG_VERSION"), "18");
  const cluster = await makeCluster(directory);
  expect(existsSync(join(cluster, "global", "pg_control"))).toBe(true);
  expect(existsSync(join(directory, "pg.new"))).toBe(false);
});

test("tokens need a key, and the refusal says how to make one", async () => {
  const store = await open(temporaryDirectory());
  await expect(store.tokens.put("slack", "T1", "xoxb")).rejects.toMatchObject({
    nextStep: expect.stringContaining("openssl rand"),
  });
  expect(await store.tokens.get("slack", "T1")).toBeNull();
});
