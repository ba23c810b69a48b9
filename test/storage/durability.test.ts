import { fsyncSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { openPglite } from "#src/storage/embedded/open-pglite.ts";
import { PGLITE_VERSION, preparedCluster } from "#src/storage/embedded/prepared-cluster.ts";
import { prepareCluster } from "#src/storage/prepare-cluster.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

test("every commit reaches the disk: one fsync each, at least", async () => {
  await prepareCluster();
  const directory = join(temporaryDirectory(), "pg");
  await cp(preparedCluster, directory, { recursive: true });
  let calls = 0;
  const database = await openPglite(directory, {
    fsync: (fd) => {
      calls += 1;
      fsyncSync(fd);
    },
  });
  await database.exec("create table t (i integer)");
  const before = calls;
  for (let i = 0; i < 20; i += 1) await database.query("insert into t values ($1)", [i]);
  const during = calls - before;
  await database.close();
  expect(during).toBeGreaterThanOrEqual(20);
  // A commit that needs many would be slow: 20 commits and a checkpoint at worst.
  expect(during).toBeLessThan(60);
});

test("the prepared cluster is of the PGlite that is installed", () => {
  const manifest = readFileSync(
    join(import.meta.dirname, "../../node_modules/@electric-sql/pglite/package.json"),
    "utf8",
  );
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
  expect(version).toBe(PGLITE_VERSION);
});
