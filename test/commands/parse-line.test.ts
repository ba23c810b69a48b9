import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLine } from "#commands/parse-line.ts";
import { registry } from "#commands/registry.ts";

const parse = (line: string) => parseLine(line, registry);

describe("a verb counts when the rest fits", () => {
  test.each([
    ["limits", { verb: "limits", args: {} }],
    ["limits 7K2Q", { verb: "limits", args: {}, review: "7K2Q" }],
    ["LIMITS 7k2q", { verb: "limits", args: {}, review: "7K2Q" }],
    ["limits, for 7K2Q please", { verb: "limits", args: {}, review: "7K2Q" }],
    ["show me the limits", { verb: "limits", args: {} }],
    ["what breaks first?", { verb: "limits", args: {} }],
    ["break even", { verb: "break-even", args: {} }],
    ["breakeven 7K2Q", { verb: "break-even", args: {}, review: "7K2Q" }],
    ["cost", { verb: "breakdown", args: {} }],
    ["breakdown monolith", { verb: "breakdown", args: { lines: "monolith" } }],
    ["why $138k?", { verb: "explain", args: { figure: "$138k" } }],
    ["explain 7K2Q step functions", { verb: "explain", args: { figure: "step functions" }, review: "7K2Q" }],
    ["what if traffic doubles?", { verb: "whatif", args: { text: "traffic doubles" } }],
    ["whatif 7K2Q half the memory", { verb: "whatif", args: { text: "half the memory" }, review: "7K2Q" }],
    ["whatif the 99th percentile is 200 ms", { verb: "whatif", args: { text: "the 99th percentile is 200 ms" } }],
    ["compare 7K2Q with 4M9X", { verb: "compare", args: { left: "7K2Q", right: "4M9X" } }],
    ["case", { verb: "case", args: {} }],
    ["case prime-video", { verb: "case", args: { name: "prime-video" } }],
    ["prime video", { verb: "case", args: {} }],
    ["undo", { verb: "undo", args: {} }],
    ["undo that", { verb: "undo", args: {} }],
    [
      "decide 7K2Q monolith because it is steady",
      { verb: "decide", args: { choice: "monolith", reason: "it is steady" }, review: "7K2Q" },
    ],
    ["decide tuned serverless", { verb: "decide", args: { choice: "tuned serverless", reason: "" } }],
    [
      "decide 7K2Q ec2, revisit 2027-05-24",
      { verb: "decide", args: { choice: "ec2", reason: "", revisit: "2027-05-24" }, review: "7K2Q" },
    ],
    ["decide 7K2Q dissent: too early", { verb: "decide", args: { dissent: "too early" }, review: "7K2Q" }],
    ["decide reopen", { verb: "decide", args: { reopen: "yes" } }],
    ["actual 7K2Q $5,400 2026-10", { verb: "actual", args: { amount: "$5,400", month: "2026-10" }, review: "7K2Q" }],
    ["actual 5.4k last month", { verb: "actual", args: { amount: "5.4k", month: "last month" } }],
    ["quota lambda.concurrency = 5000", { verb: "quota", args: { name: "lambda.concurrency", value: "5000" } }],
    ["quota lambda concurrency 5k", { verb: "quota", args: { name: "lambda concurrency", value: "5k" } }],
    ["quota lambda.concurrency default", { verb: "quota", args: { name: "lambda.concurrency", value: "default" } }],
    ["discount 12%", { verb: "discount", args: { percent: "12%" } }],
    ["discount of 12 percent", { verb: "discount", args: { percent: "12" } }],
    ["forget 7K2Q", { verb: "forget", args: { scope: "review" }, review: "7K2Q" }],
    ["forget me", { verb: "forget", args: { scope: "me" } }],
    ["forget me everywhere", { verb: "forget", args: { scope: "everywhere" } }],
    ["delete this channel", { verb: "forget", args: { scope: "channel" } }],
    ["forget channel yes", { verb: "forget", args: { scope: "channel", confirm: "yes" } }],
    ["help limits", { verb: "help", args: { verb: "limits" } }],
    ["?", { verb: "help", args: {} }],
    ["/rethink limits", { verb: "limits", args: {} }],
    ["`limits`", { verb: "limits", args: {} }],
    ["  ,limits,  ", { verb: "limits", args: {} }],
    ["review 50 thumbnails a second", { verb: "review", args: { text: "50 thumbnails a second" } }],
    ["review", { verb: "review", args: {} }],
  ])("%s", (line, parsed) => {
    expect(parse(line)).toEqual(parsed);
  });
});

describe("a word that only looks like a verb does not", () => {
  test.each([
    "limits of our API: 300 requests a second, 200 ms",
    "chart rendering, 50 a second, 300 ms",
    "prices service, 20 requests a second",
    "case management API with 40 requests a second",
    "remove the S3 hop",
    "record 30 videos a second, 2 s each",
    "decide tomorrow?",
    "help me understand why this costs so much",
    "export pipeline, 3 million rows a day",
    "actually 200 a minute",
    "compare apples with pears",
    "quota service at 300/s",
    "forget about the queue",
    "limitless storage",
    "double the memory",
  ])("%s", (line) => {
    expect(parse(line)).toBeNull();
  });
});

test("any text is read or not, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (line) => {
      const parsed = parse(line);
      expect(parsed === null || registry.some(({ verb }) => verb === parsed.verb)).toBe(true);
    }),
  );
});
