import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { answerDescription } from "#src/understand/answer-description.ts";
import { readDescription } from "#src/understand/read-description.ts";
import { leafOf, notesOf, readValue } from "#test/understand/support/read.ts";

const day = 86_400;
const month = 730 * 3600;

describe("rates", () => {
  it.each([
    ["300rps, 200ms", 300],
    ["15k qps, 10 ms", 15_000],
    ["2M req/day, 40ms", 2_000_000 / day],
    ["daily=7.5e5; dur=1.8s", 750_000 / day],
    ["requests_per_month=15M duration=250ms", 15_000_000 / month],
    ["3 a minute, 90 ms", 3 / 60],
    ["30k/mnute, 80 ms", 500],
    ["500 request by second, 60 ms", 500],
    ["5 lakh requests per day, 300 ms", 500_000 / day],
    ["3.6M rows a week, 80 ms", 3_600_000 / (7 * day)],
    ["120k invoices per year, 2 s", 120_000 / (12 * month)],
    ["On a normal day we take about 60,000 orders. 100 ms.", 60_000 / day],
    ["Over the whole month it is 1.2 million documents, 3 s each", 1_200_000 / month],
    ["10,000 devices each sending every 30 seconds, 20 ms", 10_000 / 30],
    ["8k sensors reporting every 10s, 15 ms", 800],
    ["50,000 users doing 30 requests a day each, 40 ms", (50_000 * 30) / day],
    ["hourly batches of 500 files, 2 s per file", 500 / 3600],
    ["800,000 mails per campaign and a campaign every day, 60 ms", 800_000 / day],
    // 30 TB of 5 KB records: 30 x 1024^3 KB / 5 KB in a month of 2,628,000 s.
    ["30 TB of logs per month in 5 KB records, 600 ms", (30 * 1024 ** 3) / 5 / month],
    ["600 000 lines a day, 250ms", 600_000 / day],
    ["Before the launch we had 5 requests a second, now it is 400 a second, 80 ms", 400],
    ["50 rps, no wait, actually 70 rps, 80 ms", 70],
  ])("reads %s", (text, perSecond) => {
    expect(readValue(text, "ratePerSecond")).toBeCloseTo(perSecond, 6);
  });

  it("keeps the words and the range of a hedged rate", () => {
    expect(leafOf("~300rps, 200ms", "ratePerSecond")).toMatchObject({
      origin: "stated",
      evidence: "300rps",
      low: 240,
      high: 360,
    });
  });

  it("names two rates that contradict each other, and takes the first", () => {
    const text = "We get 100 requests per second. The other team says 1,000 requests per second. 80 ms, 256 MB.";
    expect(readValue(text, "ratePerSecond")).toBe(100);
    expect(notesOf(text).join(" ")).toContain("1,000 requests per second");
  });

  it("asks when no rate is said, and keeps what was", () => {
    const reading = readDescription(
      "It loads a 2 GB model so we gave it 6 GB of memory, and one scoring takes 4 seconds.",
    );
    expect(reading).toMatchObject({
      kind: "ask",
      code: "missing-rate",
      input: { steps: [{ durationMs: 4000, memoryMb: 6144 }] },
    });
  });

  it("takes concurrent users for no rate", () => {
    expect(readDescription("200 concurrent users, 100 ms, 256 MB").kind).toBe("ask");
  });
});

describe("peaks", () => {
  it.each([
    ["50 rps, peak 10x, 200 ms", 10],
    ["200 orders/s, up to 1,000/s, 40 ms", 5],
    ["60,000 orders a day, on Black Friday it goes up 40x, 100 ms", 40],
    ["120k photos/day, evenings 4x, 350 ms", 4],
    ["500 request by second in the middle, and when is storm can be 2000, 60 ms", 4],
    ["rate: 20 orders/s\npeak: 5\nduration: 80ms", 5],
    ["rate: 900 rps\npeak: 2700 rps\nduration: 65ms", 3],
    ["peak 3k rps, normally 200, 50 ms", 15],
    ["35 searches a second, more like 140 when schools have their project week, 90 ms", 4],
    ["25 rps, twice the normal on weekends, 50 ms", 2],
    ["45 million lines per hour, constant, 400ms", 1],
    ["300 rps, no peaks, 20 ms", 1],
  ])("reads %s", (text, peak) => {
    expect(readValue(text, "peakToMean")).toBeCloseTo(peak, 6);
  });

  it("leaves the mean open when only a maximum is said", () => {
    const reading = readDescription("up to 300 per minute, 2.5 seconds, 2 GB");
    expect(reading).toMatchObject({ kind: "workload", maximum: { perSecond: 5 } });
    expect(reading.input.ratePerSecond).toBeUndefined();
  });

  it("does not take a growth or a rate of runs for a peak", () => {
    expect(readValue("50 rps, 10x in two years, 20 ms", "peakToMean")).toBeUndefined();
    expect(readValue("a job runs 3 times a day, takes 40 s", "peakToMean")).toBeUndefined();
  });
});

describe("windows", () => {
  it.each([
    ["30k docs per weekday, 8am-6pm, 1 s", 10 * 21.7, 30_000 / 36_000],
    ["12.000 documents per day, 1,5 s, Mo-Fr 8-18 Uhr", 10 * 21.7, 12_000 / 36_000],
    ["every night at 1h it start and at 3h it finish, treat 600 000 lines, 250ms", 2 * (730 / 24), 600_000 / 7200],
    ["500 rps weekdays 9-17, 20 ms", 8 * 21.7, 500],
    ["90k mails a day, two hours a day, 50 ms", 2 * (730 / 24), 90_000 / 7200],
    ["300 rps 24x7, 10 ms", 730, 300],
    ["300k jobs/night (22-06), 4s each", 8 * (730 / 24), 300_000 / 28_800],
  ])("reads %s", (text, hours, perSecond) => {
    expect(readValue(text, "activeHoursPerMonth")).toBeCloseTo(hours, 4);
    expect(readValue(text, "ratePerSecond")).toBeCloseTo(perSecond, 6);
  });

  it("reads business hours without times as eight, and says so", () => {
    const leaf = leafOf("40 rps in business hours, 30 ms", "activeHoursPerMonth");
    expect(leaf).toMatchObject({ origin: "inferred" });
    expect(leaf.value).toBeCloseTo(8 * 21.7, 6);
    expect(notesOf("40 rps in business hours, 30 ms").join(" ")).toContain("8 hours on weekdays");
  });

  it("takes no window from a meeting or a peak time", () => {
    expect(readValue("standup is 9:00-10:00. 40 rps, 30 ms", "activeHoursPerMonth")).toBeUndefined();
    expect(readValue("40 rps, 4x between 18 and 22, 30 ms", "activeHoursPerMonth")).toBeUndefined();
  });
});

describe("schedules", () => {
  it.each([
    ["cron every 5 min, 45s run, 1 gig", 1 / 300],
    ["a job runs twice a day, takes 90 s, 2 GB", 2 / day],
    ["schedule: cron(30 2 * * ? *), runs 13 min", 1 / day],
    ["*/15 * * * * job, takes 20 s", 1 / 900],
  ])("reads %s", (text, perSecond) => {
    expect(readValue(text, "ratePerSecond")).toBeCloseTo(perSecond, 9);
    expect(readValue(text, "entry.kind")).toBe("schedule");
  });
});

describe("growth", () => {
  it.each([
    ["50 rps growing 5% a month, 20 ms", 0.05],
    ["growth=5%/month rate=50/s duration=120ms", 0.05],
    // 2^(1/12) - 1
    ["50 rps, doubling every year, 20 ms", 0.059463],
    // 1.2^(1/12) - 1
    ["50 rps, grows 20% yearly, 20 ms", 0.015309],
    // 2^(1/6) - 1
    ["traffic doubles every six months, 50 rps, 20 ms", 0.122462],
    // 10^(1/24) - 1
    ["50 rps, we expect growth of 10x in two years, 20 ms", 0.100694],
  ])("reads %s", (text, growth) => {
    expect(readValue(text, "growthPerMonth")).toBeCloseTo(growth, 5);
  });
});

it("takes the window of a batch for its peak, and a shop's hours not", () => {
  const peak = (text: string) => answerDescription(readDescription(text), loadCatalog()).origins["peakToMean"];
  expect(peak("nightly job: 400k invoices in a 2 hour window, 3 s each at 1 GB")).toMatchObject({ low: 1, high: 1.5 });
  expect(peak("400k orders a day between 9 and 18, 300 ms at 1 GB")).toMatchObject({ low: 1.7, high: 6 });
});
