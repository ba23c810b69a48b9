import { describe, expect, test } from "vitest";
import type { Door } from "#src/platforms/port.ts";
import { createConversation } from "#src/platforms/terminal/conversation.ts";
import type { Shown } from "#src/platforms/terminal/seats.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Action, Form, Reply } from "#src/reply/reply.ts";

/** The port's own door, standing in: remembers what came in and opens the form it is told to. */
function talk(formFor: (invocation: Invocation) => Form | null = () => null) {
  const accepted: Invocation[] = [];
  const said: string[] = [];
  const door: Door = {
    accept: async (invocation) => {
      accepted.push(invocation);
      return "accepted";
    },
    formFor,
    isReviewThread: async () => true,
    tenantRemoved: async () => {},
    homeFor: async () => reply([]),
  };
  let events = 0;
  const conversation = createConversation({
    door,
    actor: { id: "ada", name: "ada" },
    tenant: "local",
    channel: "terminal",
    newEventId: () => `e${++events}`,
    say: async (text) => {
      said.push(text);
    },
  });
  return { accepted, said, conversation, last: () => accepted.at(-1) };
}

function reply(actions: readonly Action[]): Reply {
  return { kind: "detail", summary: "", accent: "none", blocks: [{ kind: "actions", actions }] };
}

const shown = (kind: Shown["kind"], id: string, actions: readonly Action[]): Shown => ({
  id,
  kind,
  reply: reply(actions),
  opener: null,
  isPrivate: false,
  thread: null,
});

const changeForm: Form = {
  title: "Change an assumption",
  submitLabel: "Re-run",
  verb: "whatif",
  args: { path: "peakToMean" },
  review: "7K2Q",
  fields: [
    { kind: "text", name: "value", label: "Peak", multiline: false, required: true, initial: "3×" },
    { kind: "text", name: "why", label: "How do you know?", multiline: false, required: false },
  ],
};
const change: Action = {
  label: "Change",
  verb: "whatif",
  args: { path: "peakToMean" },
  review: "7K2Q",
  form: changeForm,
};
const limits: Action = { label: "Limits", verb: "limits", args: {}, review: "7K2Q" };

describe("a line", () => {
  test("goes to the thread of the latest review, once there is one", async () => {
    const { conversation, last } = talk();
    await conversation.line("300 a second, 200 ms");
    expect(last()).toMatchObject({ verb: null, args: { text: "300 a second, 200 ms" }, addressed: true });
    expect(last()?.where.thread).toBeUndefined();
    conversation.saw(shown("card", "m1", []));
    await conversation.line("what if traffic doubles?");
    expect(last()?.where.thread).toBe("m1");
  });

  test("with the slash command is a line of the channel, as on the other platforms", async () => {
    const { conversation, last } = talk();
    conversation.saw(shown("card", "m1", []));
    for (const line of ["/rethink limits 7K2Q", "/limits 7K2Q"]) {
      await conversation.line(line);
      expect(last()).toMatchObject({ verb: null, args: { text: "limits 7K2Q" } });
      expect(last()?.where.thread).toBeUndefined();
    }
  });

  test.each(["/quit", "quit", "exit", "/exit", "BYE"])("%s leaves", async (line) => {
    const { conversation, accepted } = talk();
    expect(await conversation.line(line)).toBe("leave");
    expect(accepted).toEqual([]);
  });

  test("that is empty does nothing", async () => {
    const { conversation, accepted } = talk();
    expect(await conversation.line("   ")).toBe("stay");
    expect(accepted).toEqual([]);
  });

  test("each is an event of its own", async () => {
    const { conversation, accepted } = talk();
    await conversation.line("limits");
    await conversation.line("limits");
    expect(new Set(accepted.map(({ eventId }) => eventId)).size).toBe(2);
  });
});

describe("a number", () => {
  test("presses the button that was shown last with it", async () => {
    const { conversation, last } = talk();
    conversation.saw(shown("card", "m1", [change, limits]));
    await conversation.line("2");
    expect(last()).toMatchObject({ verb: "limits", args: {}, review: "7K2Q", addressed: true });
  });

  test("with a value fills the one field of its form", async () => {
    const { conversation, last, said } = talk();
    conversation.saw(shown("card", "m1", [change]));
    for (const line of ["1 is 5x", "1 = 5x", "1: 5x"]) {
      await conversation.line(line);
      expect(last()).toMatchObject({ verb: "whatif", args: { path: "peakToMean", value: "5x" }, review: "7K2Q" });
    }
    expect(said).toEqual([]);
  });

  test("that was not shown says so; a message without buttons keeps the choices, an edit does not change them", async () => {
    const { conversation, accepted, said, last } = talk();
    conversation.saw(shown("card", "m1", [limits]));
    conversation.saw(shown("message", "m2", []));
    conversation.saw(shown("edit", "m1", [change, limits]));
    await conversation.line("2");
    expect(said).toHaveLength(1);
    expect(accepted).toEqual([]);
    await conversation.line("1");
    expect(last()?.verb).toBe("limits");
  });

  test("before anything was shown is just words", async () => {
    const { conversation, last } = talk();
    await conversation.line("300");
    expect(last()?.args["text"]).toBe("300");
  });
});

describe("a form", () => {
  test("asks field by field; empty keeps what is there and leaves the optional out", async () => {
    const { conversation, last, said, accepted } = talk();
    conversation.saw(shown("card", "m1", [change]));
    await conversation.line("1");
    expect(said[0]).toMatch(/Change an assumption/);
    expect(said[0]).toMatch(/Peak \[3×\]/);
    await conversation.line("");
    expect(said[1]).toMatch(/How do you know\? \(optional\)/);
    expect(accepted).toEqual([]);
    await conversation.line("");
    expect(last()).toMatchObject({ verb: "whatif", args: { path: "peakToMean", value: "3×" }, review: "7K2Q" });
    expect(last()?.args).not.toHaveProperty("why");
  });

  test("takes a choice by number, label or value, and asks again for anything else", async () => {
    const region: Form = {
      ...changeForm,
      verb: "review",
      args: {},
      fields: [
        {
          kind: "choice",
          name: "handoff",
          label: "How do steps pass data?",
          required: true,
          choices: [
            { label: "In the payload", value: "none" },
            { label: "Through S3", value: "s3" },
          ],
        },
      ],
    };
    for (const [line, value] of [
      ["2", "s3"],
      ["through s3", "s3"],
      ["none", "none"],
    ] as const) {
      const { conversation, last, said } = talk(() => region);
      await conversation.line("review");
      expect(said[0]).toMatch(/1 {2}In the payload\n {2}2 {2}Through S3/);
      await conversation.line("by pigeon");
      await conversation.line("");
      expect(last()).toBeUndefined();
      await conversation.line(line);
      expect(last()?.args).toMatchObject({ handoff: value });
    }
  });

  test("is left with /cancel, and nothing happens", async () => {
    const { conversation, accepted, said } = talk();
    conversation.saw(shown("card", "m1", [change]));
    await conversation.line("1");
    await conversation.line("/cancel");
    expect(said.at(-1)).toMatch(/nothing was changed/);
    expect(conversation.openForm()).toBeNull();
    expect(accepted).toEqual([]);
  });
});
