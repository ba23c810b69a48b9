import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { workloadInputSchema } from "#src/model/workload.ts";
import { answerDescription } from "#src/understand/answer-description.ts";
import { longestText } from "#src/understand/lex/clean-text.ts";
import { lex } from "#src/understand/lex/lex.ts";
import { readDescription } from "#src/understand/read-description.ts";

const fragments = [
  "50",
  "1.500",
  "1,5",
  "rps",
  "ms",
  "MB",
  "GB",
  "p99",
  "<",
  "200ms",
  "512MB",
  "a",
  "per",
  "day",
  "each",
  "every",
  "and",
  "step",
  "lambda",
  "peak",
  "10x",
  "%",
  "growth",
  "S3",
  "SQS",
  "eu",
  "Ireland",
  "us-east-1",
  "x",
  "-",
  "/",
  ",",
  ".",
  ":",
  "=",
  "(",
  ")",
  "->",
  "\n",
  "|",
  "{",
  "}",
  '"',
  "half",
  "million",
  "two",
  "hundred",
  "between",
  "to",
  "not",
  "1e5",
  "24x7",
  "8-18",
  "Mo-Fr",
  "express",
  "states",
  "batch",
  "of",
  "1e308",
  "-5",
  "~",
  "about",
  "up",
];
const soup = fc.array(fc.constantFrom(...fragments), { maxLength: 120 }).map((words) => words.join(" "));

describe("any text", () => {
  it("gives a valid partial workload, and the same one again", () => {
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ maxLength: 400 }), fc.string({ unit: "binary", maxLength: 400 })),
        (text) => {
          const reading = readDescription(text);
          expect(workloadInputSchema.safeParse(reading.input).success).toBe(true);
          expect(readDescription(text)).toEqual(reading);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is answered without a fault, with an origin for every value it states", () => {
    const catalog = loadCatalog();
    fc.assert(
      fc.property(soup, (text) => {
        const reading = readDescription(text);
        answerDescription(reading, catalog);
        for (const origin of Object.values(reading.origins)) {
          expect(origin.origin === "assumed" || (origin.evidence ?? "").length > 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every lexeme inside the text, in order", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ maxLength: 300 })), (raw) => {
        const { text, lexemes } = lex(raw);
        let end = 0;
        for (const lexeme of lexemes) {
          expect(lexeme.start).toBeGreaterThanOrEqual(end);
          expect(lexeme.end).toBeGreaterThan(lexeme.start);
          end = lexeme.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});

/** Work grows with the length and no faster: doubling a long text must not do much more than double the steps taken. */
describe("long texts", () => {
  const units = [
    "1",
    "1.",
    "1,",
    "a ",
    "- ",
    "((",
    "))",
    "1 and ",
    "200 ms, ",
    "50 rps ",
    "per per ",
    "a a a ",
    "1-",
    "x=",
    "key=1 ",
    "one hundred and ",
    "{",
    '{"a":',
    "[",
    "|1|\n",
    "p99 < ",
    "every 5 min ",
    "steps: ",
    "a@b.",
    "eyJ",
    "sk-",
    "AKIA",
    "-----BEGIN PRIVATE KEY-----",
    "https://",
    "1e",
    "ab-",
    "\n- ",
    "\u001b[",
    "é",
    "😀",
    "between 1 ",
    "state machine ",
    "lambda 1 GB 2 s -> ",
    "10 MB files 1 GB/day ",
    "1,000 devices each ",
    "3 per order ",
  ];

  it.each(units)("reads 20,000 characters of %j", (unit) => {
    const text = unit.repeat(Math.ceil(longestText / unit.length));
    expect(["workload", "ask", "out-of-scope"]).toContain(readDescription(text).kind);
  });
});
