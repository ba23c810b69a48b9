import { describe, expect, test } from "vitest";
import { drawReply, type Screen } from "#src/platforms/terminal/render.ts";
import { reviewCard } from "#src/reply/views/review-card.ts";
import { exampleAssessment } from "#test/support/example-assessment.ts";

const screen: Screen = { width: 80, rows: 50, colour: false, chart: () => ["(the chart)"] };
const card = reviewCard({
  review: { shortId: "7K2Q", revision: 1, askedBy: null, said: "" },
  assessment: exampleAssessment,
  llm: "off",
  notes: [],
});

describe("a reply on a terminal", () => {
  test("numbers its buttons, and each number is an action", () => {
    const { text, choices } = drawReply(card, screen);
    expect(text).toContain("[4] Assumptions · [5] Limits");
    expect(choices.map(({ label }) => label)).toEqual([
      "Change",
      "Change",
      "Change",
      "Assumptions",
      "Limits",
      "Breakdown",
      "What flips it",
      "Decide",
    ]);
  });

  test("shows the chart on a screen of 45 rows, on a pipe, and not on a lower one", () => {
    expect(drawReply(card, { ...screen, rows: 45 }).text).toContain("(the chart)");
    expect(drawReply(card, { ...screen, rows: null }).text).toContain("(the chart)");
    expect(drawReply(card, { ...screen, rows: 44 }).text).not.toContain("(the chart)");
  });

  test("a low screen still shows the chart that was asked for", () => {
    const chart = card.blocks.filter((block) => block.kind === "chart");
    const detail = { ...card, kind: "detail", blocks: chart } as const;
    expect(drawReply(detail, { ...screen, rows: 24 }).text).toBe("(the chart)");
  });

  test("without colour there is no escape sequence, with it the text is the same", () => {
    const bare = drawReply(card, screen).text;
    const coloured = drawReply(card, { ...screen, colour: true }).text;
    expect(bare).not.toContain("\u001B");
    expect(coloured).toContain("\u001B[1m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the styles are what is taken out
    expect(coloured.replace(/\u001B\[[0-9;]*m/g, "")).toBe(bare);
  });

  test("a wide window does not make long lines", () => {
    const lines = drawReply(card, { ...screen, width: 300 }).text.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("silence prints nothing", () => {
    expect(drawReply({ ...card, kind: "silent" }, screen)).toEqual({ text: "", choices: [] });
  });
});
