import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factDate, forecast, monthName } from "#src/reply/dates.ts";
import { casesOf100, count, multiple, percent, percentGiven, quantity } from "#src/reply/numbers.ts";
import { duration, durationWords, memory, sizeOfKb, volumeOfGb } from "#src/reply/quantities.ts";
import { computedRate, rate, rateWords } from "#src/reply/rates.ts";
import { unitPrice } from "#src/reply/unit-price.ts";

describe("shares and multiples", () => {
  test("a share is rounded down: 33.9 % is 33%, 99.99 % is not 100%", () => {
    expect(percent(0.339)).toBe("33%");
    expect(percent(0.9999)).toBe("99%");
    expect(percent(0.29)).toBe("29%");
    expect(percent(0.0034)).toBe("0.3%");
    expect(percent(0.0004)).toBe("under 0.1%");
    expect(percent(0)).toBe("0%");
    expect(percent(Number.NaN)).toBe("–");
  });

  test("a need is rounded up", () => {
    expect(percent(0.404, "up")).toBe("41%");
    expect(count(384.2, "up")).toBe("385");
  });

  test("a value somebody gave keeps its digits", () => {
    expect(percentGiven(0.125)).toBe("12.5%");
    expect(percentGiven(0.005)).toBe("0.5%");
  });

  test("confidence is a count, never rounded up to a certainty", () => {
    expect(casesOf100(0.967)).toBe("96 of 100");
    expect(casesOf100(0.999)).toBe("99 of 100");
    expect(casesOf100(1)).toBe("100 of 100");
  });

  test.each([
    [1.85, "1.8×"],
    [1.8, "1.8×"],
    [1, "1.0×"],
    [9.99, "9.9×"],
    [10, "10×"],
    [63.9, "63×"],
    [263, "260×"],
    [12_345, "12,000×"],
    [0.333, "33%"],
  ])("the multiple %d is %s", (times, text) => {
    expect(multiple(times)).toBe(text);
  });
});

describe("counts and quantities", () => {
  test.each([
    [0.25, "0.25"],
    [7, "7"],
    [385, "385"],
    [12_345, "12,345"],
    [1_250_000, "1.25M"],
    [5_518_800_000, "5.52B"],
  ])("the count %d is %s", (value, text) => {
    expect(count(value)).toBe(text);
  });

  test.each([
    [7, "7"],
    [2_628_000, "2,628,000"],
    [5_518_800_000, "5,518.8M"],
    [0.000_123_45, "0.000123"],
    [0, "0"],
  ])("the factor %d is written so that it can be checked: %s", (value, text) => {
    expect(quantity(value)).toBe(text);
  });

  test("no number is ever printed with an exponent or as NaN", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), (value) => {
        const texts = [
          percent(value),
          percentGiven(value),
          multiple(value),
          count(value),
          quantity(value),
          rate(value),
          rateWords(value),
          duration(value),
          memory(value),
          sizeOfKb(value),
          volumeOfGb(value),
          unitPrice(value, "request", "lambda/requests-x86"),
          unitPrice(value, "GB-second", "lambda/duration-x86"),
        ];
        for (const text of texts) {
          expect(text).not.toMatch(/\de[+-]?\d|NaN|undefined/);
          expect(text.length).toBeLessThan(60);
        }
      }),
    );
  });

  test("what is not a number is a dash", () => {
    for (const write of [
      percent,
      percentGiven,
      multiple,
      count,
      quantity,
      rate,
      duration,
      memory,
      sizeOfKb,
      volumeOfGb,
    ]) {
      expect(write(Number.NaN)).toMatch(/–/);
    }
  });
});

describe("loads", () => {
  test.each([
    [300, "300/s"],
    [12_345, "12,345/s"],
    [0.05, "3/min"],
    [200 / 60, "200/min"],
    [60_000 / 86_400, "2,500/h"],
    [40 / 86_400, "40/day"],
    [1.4, "1.4/s"],
    [5e6, "5M/s"],
    [1 / 2_628_000, "1/month"],
    [0, "0/s"],
  ])("%d a second reads %s", (ratePerSecond, text) => {
    expect(rate(ratePerSecond)).toBe(text);
  });

  test("in words", () => {
    expect(rateWords(300)).toBe("300 a second");
    expect(rateWords(0.05)).toBe("3 a minute");
  });

  test("a computed load claims two digits", () => {
    expect(computedRate(6.04).digits).toBe("6");
    expect(computedRate(5.83).digits).toBe("5.8");
    expect(computedRate(71_234).digits).toBe("71,000");
  });
});

describe("times and sizes", () => {
  test.each([
    [0.4, "0.4 ms"],
    [200, "200 ms"],
    [1500, "1.5 s"],
    [1_200_000, "20 min"],
    [14_400_000, "4 h"],
    [259_200_000, "3 days"],
  ])("%d ms is %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  test("in words, singular and plural", () => {
    expect(durationWords(1_200_000)).toBe("20 minutes");
    expect(durationWords(60_000)).toBe("1 minute");
  });

  test("memory is GB only where it is round", () => {
    expect(memory(512)).toBe("512 MB");
    expect(memory(1024)).toBe("1 GB");
    expect(memory(1769)).toBe("1,769 MB");
    expect(memory(10_240)).toBe("10 GB");
  });

  test("sizes climb from bytes to GB", () => {
    expect(sizeOfKb(0.01)).toBe("10.2 bytes");
    expect(sizeOfKb(0.1)).toBe("0.1 KB");
    expect(sizeOfKb(256)).toBe("256 KB");
    expect(sizeOfKb(2048)).toBe("2 MB");
    expect(volumeOfGb(300)).toBe("300 GB");
  });
});

describe("dates", () => {
  test("facts carry the day, forecasts the month", () => {
    expect(factDate("2026-11-23")).toBe("23 Nov 2026");
    expect(factDate("2026-09")).toBe("Sep 2026");
    // 23 Nov 2026 + 12.6 months lies in December 2027
    expect(forecast("2026-11-23", 12.6)).toBe("Dec 2027");
    expect(forecast("2026-11-23", 0)).toBe("Nov 2026");
    expect(forecast("2026-11-23", 1e6)).toBe("after 2076");
    expect(monthName("2026-12")).toBe("Dec 2026");
  });

  test("what is not a date comes through as the source's own words", () => {
    expect(factDate("mirror crawl, after 2026-06-19")).toBe("mirror crawl, after 2026-06-19");
    expect(forecast("soon", 3)).toBe("–");
  });
});

describe("unit prices as AWS prints them", () => {
  test.each([
    [0.000025, "state transition", "step-functions/standard-transition", "$0.025 per 1,000"],
    [0.000005, "request", "s3/standard-put-copy-post-list", "$0.005 per 1,000"],
    [0.0000004, "request", "s3/standard-get-other", "$0.0004 per 1,000"],
    [0.0000002, "request", "lambda/requests-x86", "$0.20 per million"],
    [0.0000035, "request", "api-gateway/rest-requests", "$3.50 per million"],
    [0.0000004, "request (64 KB chunk)", "sqs/standard-requests", "$0.40 per million"],
    [0.000000014, "25 KB unit", "kinesis/put-payload-units", "$0.014 per million"],
    [0.0000166667, "GB-second", "lambda/duration-x86", "$0.0000166667 per GB-second"],
    [0.04048, "vCPU-hour", "fargate/vcpu-x86", "$0.04048 per vCPU-hour"],
    [0.5, "GB", "cloudwatch-logs/ingest", "$0.50 per GB"],
    [0, "request", "lambda/requests-x86", "$0 per million"],
  ])("%d for one %s", (usd, unit, id, text) => {
    expect(unitPrice(usd, unit, id)).toBe(text);
  });
});
