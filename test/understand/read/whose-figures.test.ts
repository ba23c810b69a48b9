import { describe, expect, it } from "vitest";
import { notesOf, readValue } from "#test/understand/support/read.ts";

describe("figures that are not this workload's", () => {
  it.each([
    ["Our competitor does 1M rps. We do 40. Each takes 30 ms.", 40],
    ["The vendor's brochure says 10,000 TPS. We see 130 TPS, 28 ms.", 130],
    ["Load test: 2,000 rps for 10 minutes. Production: 160 rps. 50 ms.", 160],
    ["We expect 100 rps at launch, 500 rps after a year. 80 ms.", 100],
    ["The contract allows 250,000 lookups per day; we use 180,000 of them. 300 ms.", 180_000 / 86_400],
  ])("reads the rate of %s", (text, perSecond) => {
    expect(readValue(text, "ratePerSecond")).toBeCloseTo(perSecond, 6);
  });

  it("says what was left aside", () => {
    expect(notesOf("Our competitor does 900 rps. We do 40 rps, 30 ms.")).toContain(
      '"900 rps" is somebody else\'s figure and not used.',
    );
  });

  it("takes the time of the Lambda, not that of the server it replaces", () => {
    const text = "An m6i.xlarge serves 85 requests/s at 60 ms. On Lambda we measured 95 ms with 1024 MB.";
    expect(readValue(text, "steps.0.durationMs")).toBe(95);
  });

  it("takes the mean where the median is said as well", () => {
    expect(readValue("p50 is 40 ms, p99 380 ms, mean 60 ms. 900/s", "steps.0.durationMs")).toBe(60);
  });
});

describe("volumes and peaks said in parts", () => {
  it.each([
    // 20 + 35 + 10
    ["Team A sends 20 rps, team B 35 rps and team C 10 rps. 80 ms.", "ratePerSecond", 65],
    // 300,000 x 2 % / 15 s
    ["300,000 users; 2 % of them are active; each active user polls every 15 s. 30 ms.", "ratePerSecond", 400],
    // 140 x 2,300 a day
    ["One kiosk prints 140 tickets a day. There are 2,300 kiosks. 75 ms.", "ratePerSecond", (140 * 2300) / 86_400],
    // 12 % of a day in an hour: 0.12 x 24
    ["3M logins/day, peak hour is 12% of the day, 45 ms", "peakToMean", 2.88],
    // 12,000 in ten minutes are 1,200 a minute, 30 times 40
    ["Normally 40 sign-ups a minute, but once 12,000 sign-ups in ten minutes. 300 ms.", "peakToMean", 30],
    // 2.5 million / 500
    ["Four storms a month; 2.5 million phones, chunks of 500, 2 s each", "steps.0.invocationsPerUnit", 5000],
    ["Each run maps over 200 partitions, 30 s each, every 15 minutes", "steps.0.invocationsPerUnit", 200],
  ])("reads %s", (text, path, value) => {
    expect(readValue(text, path)).toBeCloseTo(value, 6);
  });

  it("leaves tokens of a call out of its batch", () => {
    expect(
      readValue("400 tokens out per call, 3 calls a second, 6 s, 512 MB", "steps.0.invocationsPerUnit"),
    ).toBeUndefined();
  });
});
