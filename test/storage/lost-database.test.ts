import { expect, onTestFinished, test } from "vitest";
import { openEmbedded } from "#src/storage/embedded/database.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

test("a database that never answers again is ended, opened anew, and has what it had", async () => {
  const database = await openEmbedded(temporaryDirectory(), { answerWithinMs: 1_500, openWithinMs: 60_000 });
  onTestFinished(() => database.close());
  const first = await database.acquire();
  await first.client.exec("create table kept (i integer); insert into kept values (1)");
  const stuck = first.client.query("select pg_sleep(600)", []);
  await expect(stuck).rejects.toMatchObject({ lost: true });
  expect(first.client.isLost()).toBe(true);
  await expect(first.client.query("select 1", [])).rejects.toMatchObject({ lost: true });
  first.release();

  const second = await database.acquire();
  expect((await second.client.query("select i from kept", [])).rows).toEqual([{ i: 1 }]);
  second.release();
});

test("waits for its turn: two users of the database do not mix", async () => {
  const database = await openEmbedded(temporaryDirectory());
  onTestFinished(() => database.close());
  const first = await database.acquire();
  let second = false;
  const waiting = database.acquire().then((turn) => {
    second = true;
    return turn;
  });
  await first.client.query("select 1", []);
  expect(second).toBe(false);
  first.release();
  (await waiting).release();
  expect(second).toBe(true);
});
