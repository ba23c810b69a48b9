import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { openStore } from "#src/storage/open-store.ts";
import { startLineProcess } from "#test/support/line-process.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const UNLIMITED = "unlimited:unlimited";

/** Limits the size of files a running process may write, as a full disk does. */
function limitFileSize(pid: number | undefined, limit: string): void {
  const { status, stderr } = spawnSync("prlimit", ["--pid", String(pid), `--fsize=${limit}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

const hasPrlimit = spawnSync("prlimit", ["--version"]).status === 0;

test("a second process on one embedded store is refused with what to do; after a kill the next gets in", async () => {
  const directory = temporaryDirectory();
  const first = startLineProcess("store-process.ts", [directory]);
  expect(await first.line()).toBe("ready");
  const second = startLineProcess("store-process.ts", [directory]);
  const refusal = await second.line();
  expect(refusal).toContain("refused store-in-use Another Rethink process is using");
  expect(refusal).toContain("DATABASE_URL");
  expect(await second.exited).toBe(2);
  first.send("e1");
  expect(await first.line()).toBe("kept e1");
  first.child.kill("SIGKILL");
  await first.exited;
  const third = startLineProcess("store-process.ts", [directory]);
  expect(await third.line()).toBe("ready");
});

test.runIf(hasPrlimit)("a full disk refuses with a sentence, keeps what was kept, and goes on by itself", async () => {
  const directory = temporaryDirectory();
  const store = startLineProcess("store-process.ts", [directory]);
  expect(await store.line()).toBe("ready");
  store.send("before");
  expect(await store.line()).toBe("kept before");

  limitFileSize(store.child.pid, "1000000:unlimited");
  for (const id of ["full-1", "full-2"]) {
    store.send(id);
    expect(await store.line()).toMatch(/^refused storage-unavailable Rethink has no room left .* free disk space/);
  }
  limitFileSize(store.child.pid, UNLIMITED);
  store.send("after");
  expect(await store.line()).toBe("kept after");
  store.child.stdin.end();
  expect(await store.exited).toBe(0);

  const reopened = await openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
  const kept: unknown[] = [];
  for await (const { table, row } of reopened.dump()) if (table === "inbox") kept.push(row["event_id"]);
  await reopened.close();
  expect(kept).toEqual(["before", "after"]);
});
