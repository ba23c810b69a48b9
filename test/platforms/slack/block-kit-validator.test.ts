import { describe, expect, it } from "vitest";
import { describedLimits, messageFaults, viewFaults } from "#test/support/slack/block-kit-validator.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text, verbatim: true });
const divider = { type: "divider" };

describe("the validator every Slack payload passes", () => {
  it("reads the limits Slack states in its types", () => {
    const value = (property: string, kind: string): number | undefined =>
      describedLimits.find((limit) => limit.property === property && limit.kind === kind)?.value;
    // From the pages of docs.slack.dev, read apart from the types.
    expect(value("HeaderBlock.text", "textMaxLength")).toBe(150);
    expect(value("SectionBlock.text", "textMaxLength")).toBe(3000);
    expect(value("SectionBlock.fields", "maxItems")).toBe(10);
    expect(value("ActionsBlock.elements", "maxItems")).toBe(25);
    expect(value("TableBlock.rows", "maxItems")).toBe(100);
    expect(value("TableBlock.rows", "rowMaxItems")).toBe(20);
    expect(value("Button.text", "textMaxLength")).toBe(75);
    expect(value("Button.value", "maxLength")).toBe(2000);
    expect(value("ModalView.title", "textMaxLength")).toBe(24);
    expect(value("ModalView.private_metadata", "maxLength")).toBe(3000);
    expect(value("PlainTextOption.text", "textMaxLength")).toBe(75);
    expect(describedLimits.length).toBeGreaterThan(90);
  });

  it("lets good blocks through", () => {
    expect(
      messageFaults([
        { type: "header", text: plain("x".repeat(150)) },
        { type: "section", text: mrkdwn("*a*") },
        { type: "table", rows: [[{ type: "raw_text", text: "a" }]] },
        { type: "actions", elements: [{ type: "button", text: plain("x"), action_id: "a", value: "v" }] },
        { type: "image", slack_file: { id: "F123" }, alt_text: "a chart" },
        chart({}),
      ]),
    ).toEqual([]);
  });

  const refused: [string, readonly unknown[]][] = [
    ["an unknown block", [{ type: "nonsense" }]],
    ["mrkdwn in a header", [{ type: "header", text: mrkdwn("Hi") }]],
    ["a header of 151 characters", [{ type: "header", text: plain("x".repeat(151)) }]],
    ["a section of 3,001 characters", [{ type: "section", text: mrkdwn("x".repeat(3001)) }]],
    ["a misspelt property", [{ type: "section", txt: mrkdwn("x") }]],
    ["an image without a description", [{ type: "image", slack_file: { id: "F1" } }]],
    ["a button without text", [{ type: "actions", elements: [{ type: "button", action_id: "a" }] }]],
    ["a button whose value is too long", [buttonRow({ value: "x".repeat(2001) })]],
    ["a button whose text is too long", [buttonRow({ text: plain("x".repeat(76)) })]],
    ["26 buttons in a row", [{ type: "actions", elements: Array.from({ length: 26 }, (_, n) => button(`${n}`)) }]],
    ["51 blocks", Array.from({ length: 51 }, () => divider)],
    ["two tables", [table(1, 1), table(1, 1)]],
    ["101 rows", [table(101, 1)]],
    ["21 columns", [table(1, 21)]],
    ["an empty cell", [{ type: "table", rows: [[{ type: "raw_text", text: "" }]] }]],
    ["ragged rows", [{ type: "table", rows: [[cell, cell], [cell]] }]],
    ["too much text in all", Array.from({ length: 5 }, () => ({ type: "section", text: mrkdwn("x".repeat(2900)) }))],
    ["one action_id twice", [{ type: "actions", elements: [button("a"), button("a")] }]],
    ["a mention", [{ type: "section", text: mrkdwn("<@U123> look") }]],
    [
      "a mention in rich text",
      [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "user", user_id: "U1" }] }] }],
    ],
    ["text Slack would add links to", [{ type: "section", text: { type: "mrkdwn", text: "a" } }]],
    ["a chart with a title too long", [chart({ title: "x".repeat(51) })]],
    ["a chart whose labels are not its categories", [chart({ label: "other" })]],
  ];
  for (const [name, blocks] of refused) {
    it(`refuses ${name}`, () => expect(messageFaults(blocks)).not.toEqual([]));
  }

  it("checks modals", () => {
    const modal = { type: "modal", title: plain("Review"), blocks: [divider] };
    expect(viewFaults(modal)).toEqual([]);
    expect(viewFaults({ ...modal, title: plain("x".repeat(25)) })).not.toEqual([]);
    expect(viewFaults({ type: "modal", blocks: [] })).not.toEqual([]);
    expect(viewFaults({ ...modal, private_metadata: "x".repeat(3001) })).not.toEqual([]);
    expect(viewFaults({ ...modal, blocks: [table(1, 1)] })).not.toEqual([]);
  });
});

const cell = { type: "raw_text", text: "a" };

function table(rows: number, columns: number) {
  return { type: "table", rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)) };
}

function button(id: string) {
  return { type: "button", text: plain("x"), action_id: id };
}

function buttonRow(change: object) {
  return { type: "actions", elements: [{ ...button("a"), ...change }] };
}

function chart({ title = "t", label = "1/s" }: { title?: string; label?: string }) {
  return {
    type: "data_visualization",
    title,
    chart: {
      type: "line",
      series: [{ name: "a", data: [{ label, value: 1 }] }],
      axis_config: { categories: ["1/s"], x_label: "x", y_label: "y" },
    },
  };
}
