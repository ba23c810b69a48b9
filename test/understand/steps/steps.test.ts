import { describe, expect, it } from "vitest";
import { readDescription } from "#src/understand/read-description.ts";
import { leafOf, notesOf, readValue } from "#test/understand/support/read.ts";

function steps(text: string): string[] {
  return (readDescription(text).input.steps ?? []).map(({ name, invocationsPerUnit, durationMs, memoryMb }) => {
    const calls = invocationsPerUnit === undefined ? "" : ` x${Number(invocationsPerUnit.toPrecision(6))}`;
    return `${name}${calls} ${durationMs}/${memoryMb}`;
  });
}

describe("several steps", () => {
  it.each([
    [
      "validate (100 ms), charge the card (1.2 s) and ship (600 ms), all at 512 MB. 5 rps",
      ["validate 100/512", "charge the card 1200/512", "ship 600/512"],
    ],
    ["rate: 2/s\nsteps: validate 80ms 256MB; charge 900ms 512MB", ["validate 80/256", "charge 900/512"]],
    ["5 rps. 1. scan – 4 s, 2 GB\n2. OCR – 9 s, 3 GB", ["scan 4000/2048", "OCR 9000/3072"]],
    ["1. scan – 4 s, 2 GB\n2. OCR – 9 s, 3 GB\n5 rps", ["scan 4000/2048", "OCR 9000/3072"]],
    ["parse (1.5s, 1GB) -> store (80ms, 256MB). 5 rps", ["parse 1500/1024", "store 80/256"]],
    [
      "first detect 800 ms 2 giga, second crop 200 ms 1 giga, third save 100 ms 512 mega. 5 rps",
      ["detect 800/2048", "crop 200/1024", "save 100/512"],
    ],
    [
      "| step | ms | MB |\n|---|---|---|\n| ingest | 120 | 256 |\n| enrich | 900 | 1024 |\n\n5 rps",
      ["ingest 120/256", "enrich 900/1024"],
    ],
    [
      "identity (350 ms) and scoring (120 ms); identity has 256 MB, scoring 2 GB. 5 rps",
      ["identity 350/256", "scoring 120/2048"],
    ],
    [
      "a converter (300 ms, 1769 MB) and three detectors (100 ms each, same memory). 5 rps",
      ["converter 300/1769", "detectors x3 100/1769"],
    ],
    [
      "check (50 ms), 10% of orders also go to review (2 s), all 256 MB. 5 rps",
      ["check 50/256", "orders also go to review x0.1 2000/256"],
    ],
  ])("reads %s", (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it.each([
    ["5 rps, three steps of 200 ms at 1 GB", ["step 1 200/1024", "step 2 200/1024", "step 3 200/1024"]],
    [
      "5 rps, 4 lambdas: 40 / 60 / 120 / 30 ms, 256 MB each",
      ["lambdas 40/256", "step 2 60/256", "step 3 120/256", "step 4 30/256"],
    ],
    [
      "5 rps, 4 lambdas of 800 ms in total, 256 MB",
      ["step 1 200/256", "step 2 200/256", "step 3 200/256", "step 4 200/256"],
    ],
  ])("counts the steps in %s", (text, expected) => {
    expect(steps(text).map((step) => step.replace(/^.*(?= \d)/, ""))).toEqual(
      expected.map((step) => step.replace(/^.*(?= \d)/, "")),
    );
  });
});

describe("one step", () => {
  it.each([
    ["300rps, 200ms @512mb", 200, 512],
    ["5 rps. It loads a 2 GB model so we gave it 6 GB of memory, takes 4 seconds.", 4000, 6144],
    ["5 rps, took 400 ms before, now 250 ms, 256 MB", 250, 256],
    ["5 rps, 90 ms, worst case 2 s, 256 MB", 90, 256],
    ["5 rps, 90 ms, cold start 2 s, timeout 30 s, 256 MB", 90, 256],
    ["1 job a minute, 20 minutes each, 2 GB", 1_200_000, 2048],
    ["20 rps, 3 s each, 50 GB memory on one Lambda", 3000, 51_200],
    ["200 ms on my laptop, on Lambda with 2 GB it's 450 ms. 5 rps", 450, 2048],
  ])("reads %s", (text, durationMs, memoryMb) => {
    expect(readValue(text, "steps.0.durationMs")).toBe(durationMs);
    expect(readValue(text, "steps.0.memoryMb")).toBe(memoryMb);
    expect(readDescription(text).input.steps).toHaveLength(1);
  });

  it("assumes the first of two durations that nothing tells apart, between both, and says so", () => {
    const text = "5 rps, 200 ms average or maybe 2 s on average, 256 MB";
    expect(leafOf(text, "steps.0.durationMs")).toMatchObject({ value: 200, origin: "assumed", low: 200, high: 2000 });
    expect(notesOf(text).join(" ")).toContain("Two durations");
  });
});

describe("batches and fan-out", () => {
  it.each([
    ["45 million lines per hour, 1 invocation per 1,000 lines, 400ms", 0.001],
    ["5k events/s in batches of 100, 250 ms per batch", 0.01],
    ["5k events/s, batch size 500, 250 ms", 0.002],
    ["120k photos/day, 3 sizes per photo, each its own invocation, 350 ms", 3],
    ["200 docs/h, 12 pages per document, 300 ms per page", 12],
    ["20 orders/s, fanned out to 8 warehouses, 70 ms", 8],
  ])("reads %s", (text, perUnit) => {
    expect(readValue(text, "steps.0.invocationsPerUnit")).toBeCloseTo(perUnit, 9);
  });

  it("multiplies a duration that is said for one item of a batch", () => {
    // 2 ms x 500 records
    expect(leafOf("5k records/s in batches of 500 records, 2 ms per record", "steps.0.durationMs")).toMatchObject({
      value: 1000,
      origin: "inferred",
    });
  });
});

describe("computing or waiting", () => {
  it.each([
    ["12ms cpu per bid", 0.9],
    ["150 ms pure CPU", 0.9],
    ["180 ms mostly waiting on twilio", 0.1],
    ["180 ms, I/O-bound", 0.1],
    ["180 ms, cpu=0.9", 0.9],
    ["200 ms of which 50 ms is CPU", 0.25],
    ["5 seconds, of which four seconds are waiting for the provider", 0.2],
    ["180 ms, 80% waiting on the database", 0.2],
  ])("reads %s", (words, fraction) => {
    expect(readValue(`50 rps, 256 MB, ${words}`, "steps.0.cpuBoundFraction")).toBeCloseTo(fraction, 6);
  });

  it("leaves it open when only the kind of work is known", () => {
    expect(readValue("img resize, 50 rps, 200 ms, 256 MB", "steps.0.cpuBoundFraction")).toBeUndefined();
  });
});
