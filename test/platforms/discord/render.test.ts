import { describe, expect, it } from "vitest";
import { attachmentSources } from "#src/platforms/discord/attachments.ts";
import type { MessageBody } from "#src/platforms/discord/components.ts";
import { renderMessages, renderOneMessage } from "#src/platforms/discord/pages.ts";
import type { Block, Reply } from "#src/reply/reply.ts";
import { code, plain, strong } from "#src/reply/spans.ts";
import { messageFaults } from "#test/support/discord/message-faults.ts";
import { card } from "#test/support/slack/example-card.ts";

const reply = (blocks: readonly Block[], about: Partial<Reply> = {}): Reply => ({
  kind: "detail",
  summary: "A summary.",
  accent: "none",
  blocks,
  ...about,
});

/** The parts of a message, those inside the frame without it. */
function inside({ components }: MessageBody): MessageBody["components"][number][] {
  const [first] = components;
  return first?.type === 17 ? first.components : components;
}

function texts(body: MessageBody): string[] {
  return inside(body).flatMap((part) => {
    if (part.type === 10) return [part.content];
    return part.type === 9 ? part.components.map(({ content }) => content) : [];
  });
}

function only(messages: readonly MessageBody[]): MessageBody {
  const [first] = messages;
  if (first === undefined || messages.length > 1) throw new Error(`${messages.length} messages`);
  return first;
}

describe("a review card", () => {
  const message = renderOneMessage(card);

  it("is one valid message that notifies nobody", () => {
    expect(messageFaults({ ...message })).toEqual([]);
    expect(message.allowed_mentions).toEqual({ parse: [] });
  });

  it("has an edge in the colour of the verdict's family", () => {
    expect(message.components).toMatchObject([{ type: 17, accent_color: 0x3d8bd9 }]);
  });

  it("shows the chart in a gallery, described, and names what to attach", () => {
    const [name = ""] = attachmentSources(card).keys();
    expect(inside(message).find(({ type }) => type === 12)).toMatchObject({
      items: [{ media: { url: `attachment://${name}` }, description: expect.stringContaining("Line chart") }],
    });
    expect(message.attachments).toMatchObject([{ id: "0", filename: name }]);
  });

  it("puts a button beside each assumption", () => {
    const sections = inside(message).filter(({ type }) => type === 9);
    expect(sections.length).toBeGreaterThan(0);
    for (const one of sections) expect(one).toMatchObject({ accessory: { type: 2, label: "Change" } });
  });

  it("tells the chart in words where nothing may be attached", () => {
    const written = renderOneMessage(card, "written");
    expect(written.attachments).toEqual([]);
    expect(texts(written).join("\n")).toContain("-# Line chart of the cost of a million images");
    expect(messageFaults({ ...written })).toEqual([]);
  });
});

describe("a frame", () => {
  const headline: Block = { kind: "headline", text: "Limits" };

  it("has no colour around details", () => {
    const [frame] = only(renderMessages(reply([headline], { accent: "hybrid" }))).components;
    expect(frame).toMatchObject({ type: 17 });
    expect(frame).not.toHaveProperty("accent_color");
  });

  it.each(["difference", "error", "ask", "notice"] as const)("is not drawn around %s", (kind) => {
    expect(only(renderMessages(reply([headline], { kind }))).components).toMatchObject([{ type: 10 }]);
  });
});

describe("a table", () => {
  const right = (label: string) => ({ label, align: "right" as const });
  const left = (label: string) => ({ label, align: "left" as const });
  const cells = (...words: string[]) => ({ cells: words.map((word) => [plain(word)]), emphasized: false });

  it("writes the figure first, padded with figure spaces, and the name of the preferred row in bold", () => {
    const table: Block = {
      kind: "table",
      columns: [left("Option"), right("A month"), left("Carries your peak?")],
      rows: [{ ...cells("Monolith", "$5.4k", "yes"), emphasized: true }, cells("As described", "$156k", "no")],
      figureColumn: 1,
    };
    expect(texts(only(renderMessages(reply([table]))))).toEqual([
      ["-# A month · Option · Carries your peak?", "`$5.4k` **Monolith** · yes", "`$156k` As described · no"].join(
        "\n",
      ),
    ]);
  });

  it("writes a list for each column of amounts, and leaves out what a column does not have", () => {
    const table: Block = {
      kind: "table",
      columns: [left("Item"), right("As described"), right("Monolith")],
      rows: [cells("Lambda", "$8,742", "–"), cells("Fargate", "–", "$5,332"), cells("Logs", "$338", "$34")],
      figureColumn: 1,
    };
    expect(texts(only(renderMessages(reply([table]))))).toEqual([
      "**As described**\n`$8,742` Lambda\n`\u2007\u2007$338` Logs",
      "**Monolith**\n`$5,332` Fargate\n`\u2007\u2007\u2007$34` Logs",
    ]);
  });

  it("sets a bold row without values above its rows, and names figures that would say nothing", () => {
    const heading = {
      cells: [[strong("As described")], [plain("–")], [plain("–")], [plain("33%")]],
      emphasized: false,
    };
    const table: Block = {
      kind: "table",
      columns: [left("Limit"), right("Needed"), right("Quota"), left("Holds to")],
      rows: [
        heading,
        cells("Starts", "900/s", "300/s", "33%"),
        { ...heading, emphasized: true },
        cells("Vcpu", "384", "–", "ask"),
      ],
      figureColumn: 3,
    };
    expect(texts(only(renderMessages(reply([table]))))).toEqual([
      "-# Holds to · Limit\n**As described** · 33%\n`33%` Starts · needed 900/s · quota 300/s",
      "**As described** · 33%\n`ask` Vcpu · needed 384",
    ]);
  });
});

describe("what does not fit", () => {
  it("continues a long reply in further messages, and counts what is left out of the last", () => {
    // 60 paragraphs of 1,500 characters, 2 to a message of 4,000: 5 messages hold 10, and 50 are left.
    const long = Array.from({ length: 60 }, (): Block => ({ kind: "paragraph", spans: [plain("x".repeat(1500))] }));
    const messages = renderMessages(reply(long));
    expect(messages).toHaveLength(5);
    expect(texts(messages[4] ?? renderOneMessage(card)).at(-1)).toBe("-# … 50 more parts");
  });

  it("keeps the buttons and the foot of a card that is edited in place", () => {
    const long = Array.from({ length: 10 }, (): Block => ({ kind: "paragraph", spans: [plain("x".repeat(1500))] }));
    const foot: Block[] = [
      { kind: "actions", actions: [{ label: "Limits", verb: "limits", args: {}, review: "7K2Q" }] },
      { kind: "context", spans: [code("7K2Q"), plain(" rev 1")] },
    ];
    const parts = inside(renderOneMessage(reply([...long, ...foot], { kind: "review" })));
    expect(parts.slice(-3)).toMatchObject([
      { content: "-# … 8 more parts" },
      { type: 1, components: [{ label: "Limits", custom_id: "ba:limits:7K2Q:" }] },
      { content: "-# `7K2Q` rev 1" },
    ]);
  });

  it("writes a file out that is larger than Discord takes", () => {
    const file: Block = {
      kind: "file",
      name: "all.json",
      mediaType: "application/json",
      content: "x".repeat(11 * 1024 * 1024),
    };
    const [first] = renderMessages(reply([file]));
    expect(first?.attachments).toEqual([]);
  });

  it("says the summary when there is nothing else to show", () => {
    expect(texts(only(renderMessages(reply([]))))).toEqual(["A summary."]);
  });
});

describe("a file", () => {
  it("is offered under a name Discord keeps", () => {
    const file: Block = { kind: "file", name: "../ADR 7: Ünïcode?.md", mediaType: "text/markdown", content: "# ADR" };
    const message = only(renderMessages(reply([file])));
    expect(message.attachments).toEqual([{ id: "0", filename: "ADR-7-n-code-.md" }]);
    expect(inside(message)).toEqual([{ type: 13, file: { url: "attachment://ADR-7-n-code-.md" } }]);
  });
});

describe("a button whose options are too long", () => {
  it("stays a button, and a button that cannot be is a line to type", () => {
    const text = "why ".repeat(40);
    const long: Block = {
      kind: "actions",
      actions: [{ label: "Record", verb: "decide", args: { choice: "hybrid", reason: text }, review: "7K2Q" }],
    };
    expect(inside(only(renderMessages(reply([long]))))).toMatchObject([
      { components: [{ label: "Record", custom_id: "b0!:decide:7K2Q:choice=hybrid" }] },
    ]);
    const never: Block = {
      kind: "actions",
      actions: [{ label: "Open", verb: "limits", args: {}, review: "x".repeat(100) }],
    };
    expect(texts(only(renderMessages(reply([never]))))).toEqual([
      `Open: \`/rethink limits review:${"x".repeat(100)}\``,
    ]);
  });
});
