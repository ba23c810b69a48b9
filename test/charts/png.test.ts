import { execFile } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { createPngDrawer, type PngDrawer } from "#src/charts/png.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { sample } from "./support/sample-specs.ts";

const open: PngDrawer[] = [];

function drawer(file?: URL): PngDrawer {
  const created = createPngDrawer(file);
  open.push(created);
  return created;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A drawing thread with this script instead of ours. */
function thread(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

/** Width and height from the header chunk of a PNG file. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Draws in a process of its own. */
function drawElsewhere(spec: ChartSpec, theme: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ["scripts/render-chart.ts", theme],
      { encoding: "buffer", maxBuffer: 1e7 },
      (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
    );
    child.stdin?.end(JSON.stringify(spec));
  });
}

/** A chart whose title is missing, as it could arrive from a stored review of another version. */
const broken: ChartSpec = JSON.parse(JSON.stringify({ ...sample("image-resize"), title: undefined }));

describe("the PNG of a chart", () => {
  test("is 1,200 pixels wide and 680 high, 860 with more than three lines", async () => {
    const { drawPng } = drawer();
    expect(sizeOf(await drawPng(sample("image-resize"), "light"))).toEqual([1200, 680]);
    expect(sizeOf(await drawPng(sample("image-resize-five"), "dark"))).toEqual([1200, 860]);
  });

  test("is the same to the byte in two processes and in this one", async () => {
    const spec = sample("image-resize");
    const [here, there, elsewhere] = await Promise.all([
      drawer().drawPng(spec, "dark"),
      drawElsewhere(spec, "dark"),
      drawElsewhere(spec, "dark"),
    ]);
    expect(there.equals(elsewhere)).toBe(true);
    expect(here.equals(there)).toBe(true);
  });

  test("differs between the themes", async () => {
    const { drawPng } = drawer();
    const [light, dark] = await Promise.all([
      drawPng(sample("one-line"), "light"),
      drawPng(sample("one-line"), "dark"),
    ]);
    expect(light.equals(dark)).toBe(false);
  });
});

describe("the drawing thread", () => {
  test("answers each of many requests with its own chart", async () => {
    const { drawPng } = drawer();
    const charts = await Promise.all([
      drawPng(sample("image-resize-five"), "light"),
      drawPng(sample("one-line"), "light"),
      drawPng(sample("image-resize-five"), "light"),
    ]);
    expect(charts.map((chart) => sizeOf(chart)[1])).toEqual([860, 680, 860]);
    expect(charts[0]?.equals(charts[2] ?? Buffer.alloc(0))).toBe(true);
  });

  test("rejects a chart that cannot be drawn and draws the next", async () => {
    const { drawPng } = drawer();
    const [bad, good] = await Promise.allSettled([drawPng(broken, "light"), drawPng(sample("one-line"), "light")]);
    expect(bad).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(/could not be drawn/) } });
    expect(good.status).toBe("fulfilled");
  });

  test("is started anew when it dies; only the chart in hand is lost", async () => {
    // Dies on its first request of a title "die", answers every other one with the bytes 1 and 2.
    const { drawPng } = drawer(
      thread(`
        import { parentPort } from "node:worker_threads";
        parentPort.on("message", ({ spec }) => {
          if (spec.title === "die") process.exit(3);
          parentPort.postMessage({ kind: "png", png: new Uint8Array([1, 2]) });
        });`),
    );
    const outcomes = await Promise.allSettled([
      drawPng({ ...sample("one-line"), title: "die" }, "light"),
      drawPng(sample("one-line"), "light"),
    ]);
    expect(outcomes[0]).toMatchObject({
      status: "rejected",
      reason: { message: "the drawing thread ended with code 3" },
    });
    expect(outcomes[1]).toMatchObject({ status: "fulfilled", value: Buffer.from([1, 2]) });
  });

  test("rejects an answer it cannot read", async () => {
    const { drawPng } = drawer(
      thread(`
        import { parentPort } from "node:worker_threads";
        parentPort.on("message", () => parentPort.postMessage({ kind: "gif" }));`),
    );
    await expect(drawPng(sample("one-line"), "light")).rejects.toThrow("cannot be read");
  });

  test("rejects what cannot be sent to it and goes on", async () => {
    const { drawPng } = drawer();
    const unsendable = { ...sample("one-line"), extra: () => 1 };
    await expect(drawPng(unsendable, "light")).rejects.toThrow("could not be cloned");
    expect(sizeOf(await drawPng(sample("one-line"), "light"))).toEqual([1200, 680]);
  });

  test("once closed, rejects charts that wait and charts that come later", async () => {
    const { drawPng, close } = drawer();
    const waiting = [drawPng(sample("one-line"), "light"), drawPng(sample("one-line"), "dark")];
    const settled = Promise.allSettled(waiting);
    await close();
    expect((await settled).map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
    await expect(drawPng(sample("one-line"), "light")).rejects.toThrow("closed");
    await close();
  });
});
