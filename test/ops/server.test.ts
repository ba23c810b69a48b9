import { expect, onTestFinished, test } from "vitest";
import { createLog } from "#src/log.ts";
import { createMetrics } from "#src/ops/metrics.ts";
import { startOps } from "#src/ops/server.ts";
import { openStore } from "#src/storage/open-store.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";

async function started() {
  const store = await openStore({ databaseUrl: null, dataDir: temporaryDirectory(), secretKey: null });
  const metrics = createMetrics(store);
  const ops = await startOps({ store, metrics, log: createLog("silent"), port: 0 });
  onTestFinished(async () => {
    await ops.close();
    await store.close();
  });
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${ops.port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { store, metrics, get };
}

test("says that the process lives and that its database answers", async () => {
  const { get } = await started();
  expect(await get("/healthz")).toEqual({ status: 200, text: "ok\n" });
  expect(await get("/readyz")).toEqual({ status: 200, text: "ready\n" });
  expect((await get("/reviews")).status).toBe(404);
});

test("counts commands, replies and what waits, without a word of what people wrote", async () => {
  const { store, metrics, get } = await started();
  metrics.commandRan({ platform: "slack", verb: "review", outcome: "done" }, 0.2);
  metrics.replyPosted("slack", "posted");
  const key = { platform: "slack", tenant: "T-secret", channel: "C-secret" };
  await store.inbox.accept({ id: "i1", key, eventId: "e1", body: { text: "our secret plan" } });
  const { text } = await get("/metrics");
  expect(text).toContain('rethink_command_seconds_count{platform="slack",verb="review",outcome="done"} 1');
  expect(text).toContain('rethink_replies_total{platform="slack",outcome="posted"} 1');
  expect(text).toContain("rethink_inbox_waiting 1");
  expect(text).toContain("rethink_outbox_waiting 0");
  expect(text).not.toMatch(/secret/);
});

test("is not ready when the database is gone, and still alive", async () => {
  const { store, get } = await started();
  await store.close();
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/healthz")).status).toBe(200);
});
