import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "#src/reply/markdown.ts";
import { codeBlock, codeSpan, escapeMarkdown } from "#src/reply/markdown-escape.ts";
import type { Block, Reply } from "#src/reply/reply.ts";
import { code, person, plain, strong } from "#src/reply/spans.ts";

const render = (...blocks: Block[]) =>
  renderMarkdown({ kind: "detail", summary: "", accent: "none", blocks } satisfies Reply);

describe("Markdown", () => {
  test("writes each block in its own form", () => {
    const text = render(
      { kind: "headline", text: "Title" },
      { kind: "heading", text: "Part" },
      { kind: "paragraph", spans: [plain("In "), strong(" 96 of 100 "), plain("cases\nnext")] },
      {
        kind: "table",
        columns: [
          { label: "Option", align: "left" },
          { label: "A month", align: "right" },
        ],
        rows: [
          { cells: [[plain("A")], [plain("5")]], emphasized: true },
          { cells: [[plain("B | C")], [code("x|y")]], emphasized: false },
        ],
        figureColumn: 1,
      },
      { kind: "list", items: [[plain("one")], [plain("two")]] },
      { kind: "preformatted", text: "a ``` b" },
      { kind: "divider" },
      { kind: "actions", actions: [{ label: "Limits", verb: "limits", args: {} }] },
    );
    expect(text).toBe(
      [
        "## Title",
        "### Part",
        "In  **96 of 100** cases<br>next",
        "| Option | A month |\n| :--- | ---: |\n| **A** | **5** |\n| B \\| C | `x\\|y` |",
        "- one\n- two",
        "````\na ``` b\n````",
        "---",
        "Next: `limits`",
      ].join("\n\n"),
    );
  });

  test.each([
    ["*bold* _it_ `code` ~s~", "\\*bold\\* \\_it\\_ \\`code\\` \\~s\\~"],
    ["<script>&", "\\<script\\>&amp;"],
    ["@ada a@b", "@\u2060ada a@b"],
    ["see http://a.b www.c.d", "see http:&#47;&#47;a.b www&#46;c.d"],
    ["# one\n- two", "\\# one - two"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["a\u0007\u001B[31mb", "ab"],
  ])("%j comes out literally", (typed, escaped) => {
    expect(escapeMarkdown(typed)).toBe(escaped);
  });

  test("code holds backticks, spans and blocks alike", () => {
    expect(codeSpan("a`b``c")).toBe("```a`b``c```");
    expect(codeSpan("`a`")).toBe("`` `a` ``");
    expect(codeBlock("````")).toBe("`````\n````\n`````");
  });

  test("a name is no mention", () => {
    expect(render({ kind: "context", spans: [person("U1", "ada")] })).toBe("<sub>@\u2060ada</sub>");
  });

  test("nothing anybody typed opens HTML, a link, emphasis or a heading", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 120 }), (typed) => {
        const escaped = escapeMarkdown(typed);
        expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[*_`<>[\]{}#|~!$]/);
        expect(escaped.split("\n")).toHaveLength(1);
      }),
    );
  });
});
