import { describe, expect, test } from "vitest";
import { readArchitecture } from "#commands/words/architecture-words.ts";
import { readDecision } from "#commands/words/decision-words.ts";
import { readMonth } from "#commands/words/month-words.ts";
import { readNumber } from "#commands/words/number-words.ts";

test.each([
  ["5400", 5400],
  ["$5,400", 5400],
  ["5.4k", 5400],
  ["1,234,567", 1_234_567],
  ["1 000", 1000],
  ["12%", 12],
  ["2M", 2_000_000],
  ["$1.2b", 1_200_000_000],
  ["0,5", 0.5],
  ["100 USD", 100],
])("%s is %d", (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 6);
});

test.each(["", "many", "5x4", "-3", "1e9", "5 apples"])("%j is no number", (text) => {
  expect(readNumber(text)).toBeNull();
});

const now = new Date("2026-11-24T10:00:00Z");
test.each([
  ["2026-10", "2026-10"],
  ["10/2026", "2026-10"],
  ["October 2026", "2026-10"],
  ["oct", "2026-10"],
  ["for November", "2026-11"],
  ["december", "2025-12"],
  ["last month", "2026-10"],
  ["this month", "2026-11"],
])("%s is %s", (text, month) => {
  expect(readMonth(text, now)).toBe(month);
});

test.each(["2026-13", "Octember", "", "soon", "2026"])("%j is no month", (text) => {
  expect(readMonth(text, now)).toBeNull();
});

test.each([
  ["serverless", "serverless"],
  ["Lambda", "serverless"],
  ["tuned", "serverless-tuned"],
  ["tuned serverless", "serverless-tuned"],
  ["as described", "serverless"],
  ["the monolith", "monolith-fargate"],
  ["fargate", "monolith-fargate"],
  ["monolith on ec2", "monolith-ec2"],
  ["monolith-ec2", "monolith-ec2"],
  ["hybrid.", "hybrid"],
])("%s names %s", (words, architecture) => {
  expect(readArchitecture(words)).toBe(architecture);
});

test.each(["kubernetes", "", "tomorrow", "the whole thing"])("%j names no option", (words) => {
  expect(readArchitecture(words)).toBeNull();
});

describe("a decision in words", () => {
  test.each([
    ["monolith because the load is steady", "monolith", "the load is steady"],
    ["let's go with the monolith", "the monolith", ""],
    ["ok, so we'll use tuned serverless, since nobody gets paged", "tuned serverless", "nobody gets paged"],
    ["fargate: we know it", "fargate", "we know it"],
    ["other: Kubernetes because we have it", "other", "Kubernetes because we have it"],
  ])("%s", (words, choice, reason) => {
    expect(readDecision(words)).toEqual({ choice, reason });
  });

  test.each(["tomorrow", "let's talk about it", "go with the flow", ""])("%j decides nothing", (words) => {
    expect(readDecision(words)).toBeNull();
  });
});
