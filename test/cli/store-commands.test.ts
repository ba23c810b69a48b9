import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doctorCommand } from "#src/cli/doctor.ts";
import { exportCommand } from "#src/cli/export.ts";
import { importCommand } from "#src/cli/import.ts";
import type { Io } from "#src/cli/io.ts";
import type { MachineCommand } from "#src/cli/machine-command.ts";
import { openStore } from "#src/storage/open-store.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

const key = { platform: "slack", tenant: "T1", channel: "C1" };

// No variable of whoever runs the tests says where a store is.
beforeEach(() => {
  for (const name of ["DATABASE_URL", "RETHINK_SECRET_KEY", "SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "DISCORD_TOKEN"]) {
    vi.stubEnv(name, "");
  }
});
afterEach(() => vi.unstubAllEnvs());

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function run(command: MachineCommand, dataDir: string, input = "", args: readonly string[] = []) {
  vi.stubEnv("RETHINK_DATA_DIR", dataDir);
  let out = "";
  const io: Io = {
    input: once(input),
    write: async (text) => {
      out += text;
    },
    writeError: () => {},
    terminal: { interactive: false, width: 80, colour: false },
    clock: { now: () => new Date("2026-11-24T10:00:00Z") },
  };
  return { code: await command.run(args, io), out };
}

let exporting: Promise<string> | null = null;

/** What `export` writes of a store with one setting in it: one store for all tests, as opening one is what takes time. */
function exported(): Promise<string> {
  exporting ??= filled().then(async (dataDir) => (await run(exportCommand, dataDir)).out);
  return exporting;
}

async function filled(): Promise<string> {
  const dataDir = temporaryDirectory();
  const store = await openStore({ databaseUrl: null, dataDir, secretKey: null });
  await store.settings.put(key, {
    kind: "discount",
    name: "all",
    value: 12,
    by: { id: "U1", name: "Ada" },
    at: new Date(),
  });
  await store.close();
  return dataDir;
}

test("what export writes, import reads into an empty store", async () => {
  expect((await exported()).split("\n")[0]).toBe(
    '{"format":"rethink-store-1","exportedAt":"2026-11-24T10:00:00.000Z"}',
  );
  const target = temporaryDirectory();
  expect(await run(importCommand, target, await exported())).toEqual({ code: 0, out: '{"imported":1}\n' });
  const store = await openStore({ databaseUrl: null, dataDir: target, secretKey: null });
  expect(await store.settings.list(key)).toMatchObject([{ value: 12, by: { name: "Ada" } }]);
  await store.close();
});

test.each([
  ["cut short", (text: string) => text.split("\n").slice(0, -2).join("\n"), /ends before the export did/],
  ["that lost a row", (text: string) => text.split("\n").toSpliced(1, 1).join("\n"), /0 rows of 1/],
  ["of something else", () => '{"hello":1}\n', /no file of `rethink export`/],
  ["with nothing in it", () => "", /no file of `rethink export`/],
])("an export %s is refused, and nothing of it stays", async (_what, damage, message) => {
  const target = temporaryDirectory();
  await expect(run(importCommand, target, damage(await exported()))).rejects.toThrow(message);
  const store = await openStore({ databaseUrl: null, dataDir: target, secretKey: null });
  expect(await store.settings.list(key)).toEqual([]);
  await store.close();
});

test("doctor finds a fresh directory ready, in words and as JSON", async () => {
  const dataDir = temporaryDirectory();
  const ready = await run(doctorCommand, dataDir);
  expect(ready.code).toBe(0);
  expect(ready.out).toMatch(/Ready to start/);
  const { out } = await run(doctorCommand, dataDir, "", ["--json"]);
  expect(JSON.parse(out)).toMatchObject({ checks: expect.arrayContaining([{ code: "config", problem: null }]) });
});

test("doctor says what needs mending, and exits 1", async () => {
  const dataDir = temporaryDirectory();
  vi.stubEnv("RETHINK_SECRET_KEY", "short");
  const store = await openStore({ databaseUrl: null, dataDir, secretKey: null });
  const { code, out } = await run(doctorCommand, dataDir);
  await store.close();
  expect(code).toBe(1);
  expect(out).toMatch(/2 things need mending/);
  expect(out).toMatch(/another Rethink process is using/i);
  expect(out.replaceAll(/\s+/g, " ")).toMatch(/not 32 bytes/);
});

test("doctor reads a broken configuration as such", async () => {
  vi.stubEnv("RETHINK_HEALTH_PORT", "many");
  const { code, out } = await run(doctorCommand, temporaryDirectory());
  expect(code).toBe(1);
  expect(out).toMatch(/RETHINK_HEALTH_PORT is not valid/);
});
