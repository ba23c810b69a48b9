import { describe, expect, it } from "vitest";
import { nativeChart } from "#src/charts/native-chart.ts";
import { readLength } from "#src/platforms/slack/block-kit.ts";
import { renderMessages, renderOneMessage } from "#src/platforms/slack/pages.ts";
import * as looks from "#src/platforms/slack/render.ts";
import { type Look, plainLook, renderBlocks } from "#src/platforms/slack/render.ts";
import type { Block, Reply } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { card } from "#test/support/slack/example-card.ts";
import { help, limits } from "#test/support/slack/example-replies.ts";
import { buttonsOf, textOf } from "#test/support/slack/read-back.ts";

const nativeLook = looks.nativeLook(nativeChart);
const pictureLook = looks.pictureLook(() => "F1", nativeChart);

const reply = (...blocks: Block[]): Reply => ({ kind: "detail", summary: "s", accent: "none", blocks });
const table = (rows: number, text = "x"): Block => ({
  kind: "table",
  columns: [
    { label: "Name", align: "left" },
    { label: "Figure", align: "right" },
  ],
  rows: Array.from({ length: rows }, (_, n) => ({
    cells: [[plain(`${text} ${n}`)], [plain(`$${n}`)]],
    emphasized: false,
  })),
  figureColumn: 1,
});

describe("the review card", () => {
  it("has the parts of the mock-up in its order", () => {
    const types = renderBlocks(card, pictureLook).map(({ type }) => type);
    // Who asked, verdict, driver, what breaks first, options, tie, chart, three assumptions, Prime Video, buttons, footer.
    expect(types).toEqual([
      "context",
      "header",
      "rich_text",
      "rich_text",
      "table",
      "context",
      "image",
      "section",
      "section",
      "section",
      "context",
      "actions",
      "context",
    ]);
  });

  it("says an assumption and its consequence on one line, details on two", () => {
    const line = renderBlocks(card, nativeLook).find(({ type }) => type === "section");
    expect(line).toMatchObject({
      text: { text: "Assumed: *80%* of step time is CPU (50–100%). Monolith $3.7k to $6.6k." },
      accessory: { text: { text: "Change" }, accessibility_label: "Change: 80% of step time is CPU work" },
    });
    const detail = renderBlocks({ ...card, kind: "detail" }, nativeLook).find(({ type }) => type === "section");
    expect(detail).toMatchObject({ text: { text: expect.stringContaining("(50–100%).\nMonolith") } });
  });

  it("describes its picture for people who do not see it", () => {
    const image = renderBlocks(card, pictureLook).find(({ type }) => type === "image");
    expect(image).toMatchObject({ slack_file: { id: "F1" }, alt_text: expect.stringContaining("5.7 images a second") });
  });

  it("draws a chart Slack can draw when there is no picture", () => {
    const chart = renderBlocks(card, nativeLook).find(({ type }) => type === "data_visualization");
    expect(chart).toMatchObject({
      title: "Above 6 images/s a monolith costs least",
      chart: { type: "line", axis_config: { x_label: "images a second", y_label: "$ per million images" } },
    });
    const text = textOf({ blocks: renderBlocks(card, nativeLook) });
    // As described costs 18 times the tuned one: drawn, it would press the others flat. It is said in words.
    expect(text).toContain("Serverless as described: $156k/mo");
  });

  it("says the same in lines where tables are refused: the figure first", () => {
    const text = textOf({ blocks: renderBlocks(card, plainLook) });
    expect(text).toContain("A month (8 cases in 10) · Option · Carries your peak?");
    expect(text).toMatch(/\$5\.4k \(4\.2–8\.0k\) Monolith on Fargate · if vCPU quota ≥ 385/);
  });

  it("has the same buttons in every look", () => {
    const labels = (look: Look) =>
      buttonsOf(renderBlocks(card, look)).map((one) => one.accessibility_label ?? one.text.text);
    expect(labels(plainLook)).toEqual(labels(nativeLook));
    expect(labels(nativeLook)).toHaveLength(8);
  });
});

describe("tables", () => {
  it("write a dash where a cell is empty", () => {
    const [block] = renderBlocks(limits, nativeLook).filter(({ type }) => type === "table");
    expect(textOf({ blocks: [block] })).toContain("As described | – | – | 33% of peak");
  });

  it("of 99 rows fit one message with their header, of 100 take two", () => {
    expect(renderMessages(reply(table(99)), nativeLook)).toHaveLength(1);
    const two = renderMessages(reply(table(100)), nativeLook);
    expect(two).toHaveLength(2);
    expect(two.map(textOf).join("\n")).toContain("x 99 | $99");
    expect(textOf(two[1])).toContain("Name | Figure");
  });

  it("after the first of a reply are written as lines", () => {
    const types = renderBlocks(reply(table(2), table(2)), nativeLook).map(({ type }) => type);
    expect(types).toEqual(["table", "rich_text"]);
  });

  it("too wide for Slack are written as lines", () => {
    const columns = Array.from({ length: 21 }, (_, n) => ({ label: `c${n}`, align: "left" as const }));
    const cells = columns.map((_, n) => [plain(`v${n}`)]);
    const wide: Block = { kind: "table", columns, rows: [{ cells, emphasized: false }], figureColumn: 0 };
    const blocks = renderBlocks(reply(wide), nativeLook);
    expect(blocks.map(({ type }) => type)).toEqual(["rich_text"]);
    expect(textOf({ blocks })).toContain("v20");
  });

  it("let long columns wrap", () => {
    const [block] = renderBlocks(reply(table(1, "a name of more than forty characters altogether")), nativeLook);
    expect(block).toMatchObject({ column_settings: [{ align: "left", is_wrapped: true }, { align: "right" }] });
  });
});

describe("length", () => {
  const paragraph = (n: number): Block => ({ kind: "paragraph", spans: [plain(`${n} ${"word ".repeat(500)}`)] });

  it("beyond one message goes on in the next, nothing lost", () => {
    // Each paragraph has 2,502 to 2,503 characters: four to a message of 12,000.
    const messages = renderMessages(reply(...[...Array(10).keys()].map(paragraph)), nativeLook);
    expect(messages.map(({ blocks }) => blocks.length)).toEqual([4, 4, 2]);
    expect(Math.max(...messages.map(({ blocks }) => readLength(blocks)))).toBeLessThanOrEqual(12_000);
  });

  it("beyond five messages ends with how much is left out", () => {
    const messages = renderMessages(reply(...[...Array(30).keys()].map(paragraph)), nativeLook);
    expect(messages).toHaveLength(5);
    expect(textOf(messages[4])).toContain("… 10 more parts");
  });

  it("of a card is cut in the middle: buttons and footer stay, and what is left out is counted", () => {
    const footer: Block = { kind: "context", spans: [plain("7K2Q rev 1")] };
    const actions = card.blocks.find(({ kind }) => kind === "actions");
    if (actions === undefined) throw new Error("no actions");
    const long = reply(...[...Array(6).keys()].map(paragraph), actions, footer);
    const { blocks } = renderOneMessage(long, nativeLook);
    expect(textOf({ blocks })).toContain("… 2 more parts");
    expect(blocks.at(-2)?.type).toBe("actions");
    expect(textOf({ blocks: [blocks.at(-1)] })).toBe("7K2Q rev 1");
  });

  it("of a headline beyond 150 characters keeps every word, in smaller type", () => {
    const text = `Monolith costs least: ${"very ".repeat(40)}long`;
    const [block] = renderBlocks(reply({ kind: "headline", text }), nativeLook);
    expect(block?.type).toBe("rich_text");
    expect(textOf({ blocks: [block] })).toBe(text);
    expect(renderBlocks(reply({ kind: "headline", text: "x".repeat(150) }), nativeLook)[0]?.type).toBe("header");
  });
});

describe("headings", () => {
  it("stand on top of their text, in one block", () => {
    const blocks = renderBlocks(
      reply({ kind: "heading", text: "Ask" }, { kind: "paragraph", spans: [plain("review")] }),
      nativeLook,
    );
    expect(blocks).toHaveLength(1);
    expect(textOf({ blocks })).toBe("Ask\nreview");
  });

  it("of the help are all there", () => {
    const text = textOf({ blocks: renderBlocks(help, nativeLook) });
    for (const group of ["Ask", "Look closer", "Decide", "Keep watch"]) expect(text).toContain(group);
  });
});

describe("buttons whose options are too long", () => {
  it("become the line to type", () => {
    const action = { label: "Limits", verb: "limits" as const, args: { text: "x".repeat(2001) }, review: "7K2Q" };
    const blocks = renderBlocks(reply({ kind: "actions", actions: [action] }), nativeLook);
    expect(buttonsOf(blocks)).toEqual([]);
    expect(textOf({ blocks })).toBe("Limits: /rethink limits 7K2Q");
  });

  it("stay beside their sentence as the line to type", () => {
    const action = { label: "Change", verb: "whatif" as const, args: { text: "x".repeat(2001) } };
    const line: Block = { kind: "line-with-action", spans: [strong("80%"), plain(" CPU")], consequence: [], action };
    expect(textOf({ blocks: renderBlocks(reply(line), nativeLook) })).toBe("80% CPU\nChange: /rethink whatif");
  });
});
