import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakEvenChart } from "#src/reply/chart.ts";
import { numberedActions } from "#src/reply/numbered-actions.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Block, Reply } from "#src/reply/reply.ts";
import { code, person, plain, quiet, strong } from "#src/reply/spans.ts";
import { displayWidth } from "#src/reply/text/width.ts";
import { exampleAssessment } from "#test/support/example-assessment.ts";

const reply = (...blocks: Block[]): Reply => ({ kind: "detail", summary: "", accent: "none", blocks });
const render = (block: Block, options = {}) => renderPlainText(reply(block), options);

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
const obeyed = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;

describe("text without markup", () => {
  test("wraps at the width and keeps words whole", () => {
    const text = render({ kind: "paragraph", spans: [plain("one two three four five six")] }, { width: 20 });
    expect(text).toBe("one two three four\nfive six");
  });

  test("keeps a word together across styles", () => {
    const spans = [plain("of the "), strong("$138k"), plain("."), plain(" next")];
    expect(render({ kind: "paragraph", spans }, { width: 20 })).toBe("of the $138k. next");
  });

  test("cuts a word that fits no line", () => {
    const lines = render({ kind: "paragraph", spans: [plain("x".repeat(50))] }, { width: 20 }).split("\n");
    expect(lines.map((line) => line.length)).toEqual([20, 20, 10]);
  });

  test("styles only where there is colour, each closed on its line", () => {
    const block: Block = { kind: "paragraph", spans: [strong("a".repeat(25)), plain(" b "), quiet("c"), code("d")] };
    expect(render(block)).not.toMatch(obeyed);
    const lines = render(block, { colour: true, width: 20 }).split("\n");
    for (const line of lines) {
      const opened = line.split("\u001B[").length - 1;
      expect(opened % 2).toBe(0);
    }
  });

  test("a person is shown by name and never notified by id", () => {
    expect(render({ kind: "context", spans: [person("U123", "ada\u001B[2J\nx")] })).toBe("@ada x");
  });

  test("headings stand close to what they head, other blocks apart", () => {
    const text = renderPlainText(
      reply(
        { kind: "headline", text: "Title" },
        { kind: "heading", text: "Part" },
        { kind: "list", items: [[plain("one")], [plain("two")]] },
        { kind: "divider" },
      ),
      { width: 20 },
    );
    expect(text).toBe(`Title\n\nPart\n- one\n- two\n\n${"─".repeat(20)}`);
  });

  test("literal text keeps its lines; one too long goes on, indented", () => {
    expect(render({ kind: "preformatted", text: "a  b\n\nlong long long long long" }, { width: 20 })).toBe(
      "  a  b\n\n  long long long\n      long long",
    );
  });

  test("a file is shown under its name, byte for byte but for control characters", () => {
    const text = render({ kind: "file", name: "adr.md", mediaType: "text/markdown", content: "# A\n\n* b\u0007\n" });
    expect(text).toBe("adr.md:\n\n# A\n\n* b");
  });
});

describe("tables in columns", () => {
  const columns = [
    { label: "Option", align: "left" as const },
    { label: "A month", align: "right" as const },
  ];

  test("align by what is seen: wide characters, emoji and combining marks", () => {
    const names = ["画像処理", "👩‍👩‍👧‍👦 family", "e\u0301te\u0301", "plain"];
    const rows = names.map((name) => ({ cells: [[plain(name)], [plain("$1.40")]], emphasized: false }));
    const lines = render({ kind: "table", columns, rows, figureColumn: 1 }).split("\n");
    expect(new Set(lines.map((line) => displayWidth(line))).size).toBe(1);
  });

  test("mark the preferred row and write the header once", () => {
    const rows = [
      { cells: [[strong("A")], [strong("$5.4k")]], emphasized: true },
      { cells: [[plain("B")], [plain("$11k")]], emphasized: false },
    ];
    expect(render({ kind: "table", columns, rows, figureColumn: 1 })).toBe(
      "  Option   A month\n> A          $5.4k\n  B           $11k",
    );
  });

  test("wrap cells rather than leave the page", () => {
    const rows = [{ cells: [[plain("a long name of many words indeed")], [plain("$5.4k")]], emphasized: true }];
    const lines = render({ kind: "table", columns, rows, figureColumn: 1 }, { width: 30 }).split("\n");
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(lines[1]).toMatch(/^> a long name of/);
    expect(lines[2]).toMatch(/^ {2}\S/);
  });

  test("stand without rows, with missing cells and with more cells than columns", () => {
    expect(render({ kind: "table", columns, rows: [], figureColumn: 0 })).toBe("  Option   A month");
    const odd = [
      { cells: [[plain("A")]], emphasized: false },
      { cells: [[plain("B")], [plain("1")], [plain("2")]], emphasized: false },
    ];
    expect(render({ kind: "table", columns, rows: odd, figureColumn: 0 })).toBe(
      "  Option   A month\n  A\n  B              1",
    );
  });
});

describe("buttons", () => {
  const limits = { label: "Limits", verb: "limits", args: {}, review: "7K2Q" } as const;
  const change = { label: "Change", verb: "whatif", args: { path: "peakToMean" }, review: "7K2Q" } as const;
  const card = reply(
    {
      kind: "line-with-action",
      spans: [plain("Assumed: "), strong("3×"), plain(".")],
      consequence: [plain("No.")],
      action: change,
    },
    {
      kind: "line-with-action",
      spans: [plain("Assumed: "), strong("5%"), plain(".")],
      consequence: [],
      action: change,
    },
    { kind: "actions", actions: [limits, { ...limits, label: "Show everyone", args: { show: "everyone" } }] },
  );

  test("are numbered in reading order where people choose by number", () => {
    const text = renderPlainText(card, { choices: true });
    expect(text).toContain("Assumed  a number changes one");
    expect(text).toMatch(/\n {2}1 {2}3× +No/);
    expect(text).toMatch(/\n {2}2 {2}5%/);
    expect(text).toContain("[3] Limits · [4] Show everyone");
    expect(numberedActions(card).map(({ label }) => label)).toEqual(["Change", "Change", "Limits", "Show everyone"]);
  });

  test("are the words to type elsewhere, and those that cannot be typed are left out", () => {
    const text = renderPlainText(card);
    expect(text).toContain("next: limits");
    expect(text).not.toContain("Show everyone");
    expect(text).not.toContain("a number");
  });
});

describe("the chart", () => {
  const chart = breakEvenChart(exampleAssessment, "card");
  const block: Block | null = chart === null ? null : { kind: "chart", chart };

  test("is drawn by the drawer, described without one, left out on request", () => {
    expect(block).not.toBeNull();
    if (block === null) return;
    expect(render(block, { chart: () => ["drawn", "here"] })).toBe("drawn\nhere");
    expect(render(block)).toMatch(/^Above 6 images\/s a monolith costs least/);
    expect(render(block, { chart: "omit" })).toBe("");
  });
});

describe("any reply", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.constantFrom(
      "\u001B]8;;http://evil.example\u0007click\u001B]8;;\u0007",
      "\u001B[1A\u001B[2K",
      "a\r\nb\tc",
      "\u009B31m",
      "x".repeat(400),
    ),
  );
  const anySpan = fc.oneof(
    anyText.map(plain),
    anyText.map(strong),
    anyText.map(code),
    fc.tuple(anyText, anyText).map(([id, name]) => person(id, name)),
  );
  const spans = fc.array(anySpan, { maxLength: 5 });
  const action = anyText.map((label) => ({ label, verb: "limits" as const, args: {} }));
  const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc
      .array(fc.record({ cells: fc.array(spans, { maxLength: size + 1 }), emphasized: fc.boolean() }), {
        maxLength: 12,
      })
      .map((rows) => ({
        kind: "table",
        columns: Array.from({ length: size }, (_, position) => ({
          label: `c${position}`,
          align: position % 2 === 0 ? ("left" as const) : ("right" as const),
        })),
        rows,
        figureColumn: 0,
      })),
  );
  const anyBlock: fc.Arbitrary<Block> = fc.oneof(
    anyText.map((text): Block => ({ kind: "headline", text })),
    anyText.map((text): Block => ({ kind: "heading", text })),
    spans.map((all): Block => ({ kind: "paragraph", spans: all })),
    spans.map((all): Block => ({ kind: "context", spans: all })),
    table,
    fc.array(spans, { maxLength: 4 }).map((items): Block => ({ kind: "list", items })),
    fc
      .tuple(spans, spans, action)
      .map(([left, right, one]): Block => ({ kind: "line-with-action", spans: left, consequence: right, action: one })),
    fc.array(action, { maxLength: 6 }).map((actions): Block => ({ kind: "actions", actions })),
    anyText.map((text): Block => ({ kind: "preformatted", text })),
    fc.constant<Block>({ kind: "divider" }),
  );

  test("stays inside the page, and no terminal obeys anything in it", () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 8 }),
        fc.integer({ min: 20, max: 120 }),
        fc.boolean(),
        (blocks, width, choices) => {
          const text = renderPlainText(reply(...blocks), { width, choices });
          expect(text).not.toMatch(obeyed);
          for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width + TABLE_SLACK);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** A table of six columns on twenty columns of paper keeps a least width a column. */
const TABLE_SLACK = 40;
