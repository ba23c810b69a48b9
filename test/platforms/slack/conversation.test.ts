import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "#src/errors.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import * as example from "#test/support/slack/example-replies.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { buttonsOf, type ReadMessage, readMessages, textOf, viewOf } from "#test/support/slack/read-back.ts";
import { startWorld, type World } from "#test/support/slack/world.ts";

let world: World;
let ada: slack.Person;
let lin: slack.Person;
let channel: string;

beforeAll(async () => {
  world = await startWorld({ home: example.home });
  [ada, lin] = await Promise.all([world.person("ada"), world.person("lin")]);
  channel = await world.channel("design");
});
afterAll(() => world.stop());

beforeEach(() => {
  const { script } = world.door;
  script.work = async () => undefined;
  script.form = null;
  script.failWith = undefined;
});

let events = 0;
const unique = (): string => {
  events += 1;
  return `${events}.${Date.now()}`;
};

async function slash(text: string, person = ada): Promise<{ status: number; body: string }> {
  const trigger = await world.trigger(person);
  return world.send.command(
    slack.command({ person, channel, text, trigger, responseUrl: world.proxy.responseUrl(unique()) }),
  );
}

/** Posts the example card as the answer to a command, and returns it as a person in the channel reads it. */
async function postedCard(): Promise<ReadMessage> {
  world.door.script.work = async ({ where }) => {
    const { thread } = await world.platform.postCard(where, example.card, example.opener);
    world.door.script.reviewThreads.add(`${where.channel}/${thread}`);
  };
  await slash("300 image resizes a second");
  await world.door.settled();
  const [newest] = await readMessages(world.human("lin"), channel);
  if (newest === undefined) throw new Error("no card came");
  return newest;
}

const last = (): Invocation => {
  const invocation = world.door.accepted.at(-1);
  if (invocation === undefined) throw new Error("nothing was accepted");
  return invocation;
};

describe("/rethink", () => {
  it("hands the line to the door and is acknowledged without a word", async () => {
    const answer = await slash("300 image resizes a second &amp; 200 ms");
    expect(answer).toEqual({ status: 200, body: "" });
    expect(last()).toMatchObject({
      verb: null,
      args: { text: "300 image resizes a second & 200 ms" },
      actor: { id: ada.id, name: "ada" },
      where: { platform: "slack", tenant: "T000000001", channel },
      addressed: true,
    });
    expect(last().where.thread).toBeUndefined();
  });

  it("posts the card as an ordinary message with its chart, and opens its thread", async () => {
    const read = await postedCard();
    const text = textOf(read);
    expect(text).toContain("Monolith costs least: $5.4k a month, against $156k as described");
    expect(text).toContain("$8.4k (7.5–9.4k)");
    expect(text).toContain("@ada asked: 300 image resizes a second");
    expect(read.text).toMatch(/^Monolith costs least: \$5\.4k a month against \$156k/);
    expect(read.blocks.map(({ type }) => type)).toContain("image");
    expect(world.drawn).toContain("Above 6 images/s a monolith costs least");
    const thread = await readMessages(world.human("lin"), channel, read.ts);
    expect(thread.map(textOf).join("\n")).toContain("how busy do your containers run?");
  });

  it("uploads the chart of an unchanged card once", async () => {
    await postedCard();
    const before = world.wire.of("files.completeUploadExternal").length;
    await postedCard();
    expect(world.wire.of("files.completeUploadExternal").length).toBe(before);
  });

  it("opens the form the door asks for, and takes the answers", async () => {
    world.door.script.form = example.reviewForm;
    const before = world.door.accepted.length;
    await slash("");
    const opened = world.wire.of("views.open").at(-1)?.args["view"];
    expect(opened).toMatchObject({ title: { text: "Review a workload" }, submit: { text: "Review" } });
    expect(world.door.accepted.length).toBe(before);

    const view = viewOf(opened);
    const answers = { text: "resize images", orchestration: "queue" };
    const answer = await world.send.interaction(slack.submission(ada, view, answers, "t.1"));
    expect(answer.status).toBe(200);
    expect(last()).toMatchObject({ verb: "review", args: answers, where: { channel }, actor: { id: ada.id } });
  });

  it("keeps the form open with the reason when the answers could not be taken", async () => {
    world.door.script.form = example.reviewForm;
    await slash("");
    const view = viewOf(world.wire.of("views.open").at(-1)?.args["view"]);
    world.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
      nextStep: "Send it again in a minute.",
    });
    const answer = await world.send.interaction(slack.submission(ada, view, { text: "resize" }, "t.2"));
    expect(JSON.parse(answer.body)).toEqual({
      response_action: "errors",
      errors: { text: "The database does not answer. Send it again in a minute." },
    });
  });

  it("tells only the asker when the command could not be taken, and acknowledges it", async () => {
    world.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
      nextStep: "Send it again in a minute.",
    });
    const before = world.proxy.answers.length;
    const channelBefore = (await readMessages(world.human("lin"), channel)).length;
    expect((await slash("300 a second")).status).toBe(200);
    await world.proxy.until("a private answer", () => world.proxy.answers.length > before);
    expect(world.proxy.answers.at(-1)?.message).toMatchObject({
      response_type: "ephemeral",
      text: "The database does not answer. Send it again in a minute.",
    });
    expect((await readMessages(world.human("lin"), channel)).length).toBe(channelBefore);
  });
});

describe("a review's thread", () => {
  it("answers words in the thread there, and edits the card in place", async () => {
    const read = await postedCard();
    world.door.script.work = async ({ where }) => {
      await world.platform.edit(where, { channel, message: read.ts, thread: read.ts }, revised);
      await world.platform.post(where, example.difference);
    };
    await world.human("lin").chat.postMessage({ channel, thread_ts: read.ts, text: "what if traffic doubles?" });
    await world.door.settled();
    expect(last()).toMatchObject({
      verb: null,
      args: { text: "what if traffic doubles?" },
      actor: { id: lin.id, name: "lin" },
      where: { channel, thread: read.ts },
      addressed: false,
    });
    const thread = await readMessages(world.human("ada"), channel, read.ts);
    expect(textOf(thread.at(-1))).toContain("300 → 600 images a second.");
    expect(textOf(thread[0])).toContain("rev 2");
  });

  it("takes a mention and its message as one", async () => {
    const read = await postedCard();
    const before = world.door.accepted.length;
    const text = "<@U0RETHINK> why &lt;$138k&gt;?";
    const ts = `${Date.now()}.000001`;
    await world.send.event(slack.envelope(slack.mention(ada, channel, text, ts, read.ts)));
    await world.send.event(slack.envelope(slack.message(ada, channel, text, ts, { thread_ts: read.ts })));
    expect(world.door.accepted.length).toBe(before + 1);
    expect(last()).toMatchObject({ args: { text: "why <$138k>?" }, addressed: true, where: { thread: read.ts } });
  });

  it("ignores other threads, edits, bots and itself", async () => {
    const read = await postedCard();
    const before = world.door.accepted.length;
    const at = (n: number): string => `${Date.now()}.00000${n}`;
    const thread_ts = read.ts;
    const ignored = [
      slack.message(ada, channel, "elsewhere", at(1), { thread_ts: "1.000001" }),
      slack.message(ada, channel, "not in a thread", at(2)),
      slack.message(ada, channel, "edited", at(3), { thread_ts, subtype: "message_changed", hidden: true }),
      slack.message(ada, channel, "another bot", at(4), { thread_ts, bot_id: "B1", subtype: "bot_message" }),
      slack.message(ada, channel, "another bot without a subtype", at(5), { thread_ts, bot_id: "B1" }),
      slack.message({ id: "U0RETHINK", name: "rethink" }, channel, "myself", at(6), { thread_ts }),
      slack.message(ada, channel, " ", at(7), { thread_ts }),
    ];
    for (const event of ignored) expect((await world.send.event(slack.envelope(event))).status).toBe(200);
    expect(world.door.accepted.length).toBe(before);
  });

  it("reads a reply that is also shown in the channel, and one with a file", async () => {
    const read = await postedCard();
    for (const subtype of ["thread_broadcast", "file_share"]) {
      const event = slack.message(lin, channel, `said as ${subtype}`, `${unique()}`, { thread_ts: read.ts, subtype });
      await world.send.event(slack.envelope(event));
      expect(last().args).toEqual({ text: `said as ${subtype}` });
    }
  });
});

describe("a mention anywhere", () => {
  it("is a command without the slash", async () => {
    await world.send.event(slack.envelope(slack.mention(lin, channel, "<@U0RETHINK> 20 files every night", unique())));
    expect(last()).toMatchObject({ verb: null, args: { text: "20 files every night" }, addressed: true });
    expect(last().where.thread).toBeUndefined();
  });

  it("needs no mention in the bot's own conversation", async () => {
    const event = slack.message(lin, "D0LIN", "20 files every night", unique(), { channel_type: "im" });
    await world.send.event(slack.envelope(event));
    expect(last()).toMatchObject({
      args: { text: "20 files every night" },
      addressed: true,
      where: { channel: "D0LIN" },
    });
  });
});

describe("buttons", () => {
  it("carry their verb, options and review; the answer is private", async () => {
    const read = await postedCard();
    const before = world.proxy.answers.length;
    world.door.script.work = (invocation) => world.platform.answerPrivately(invocation, example.limits);
    const answer = await press(read, "Limits");
    expect(answer.status).toBe(200);
    await world.door.settled();
    expect(last()).toMatchObject({ verb: "limits", args: {}, review: "7K2Q", actor: { name: "lin" }, addressed: true });
    expect(last().where.thread).toBeUndefined();
    expect(world.proxy.answers.length).toBe(before + 1);
    const message = world.proxy.answers.at(-1)?.message;
    expect(message).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(JSON.stringify(message)).toContain("Step Functions, starts");
  });

  it("open their form first, prefilled, then run the verb with the answers", async () => {
    const read = await postedCard();
    await press(read, "Change: containers are 65% busy");
    const opened = world.wire.of("views.open").at(-1)?.args["view"];
    expect(JSON.stringify(opened)).toContain('"initial_value":"65%"');
    await world.send.interaction(slack.submission(lin, viewOf(opened), { value: "50%" }, "t.3"));
    expect(last()).toMatchObject({
      verb: "whatif",
      args: { path: "containers are 65% busy", value: "50%" },
      review: "7K2Q",
      actor: { id: lin.id },
    });
  });

  it("pressed in a thread keep the thread", async () => {
    const read = await postedCard();
    const [, openerMessage] = await readMessages(world.human("lin"), channel, read.ts);
    if (openerMessage === undefined) throw new Error("no opener");
    await press(openerMessage, "Under 40%");
    expect(last()).toMatchObject({ verb: "whatif", args: { text: "Under 40%" }, where: { channel, thread: read.ts } });
  });

  it("pressed twice by Slack's doing run once", async () => {
    const read = await postedCard();
    const before = world.door.accepted.length;
    await press(read, "Decide", "same.trigger");
    await press(read, "Decide", "same.trigger");
    expect(world.door.accepted.length).toBe(before + 1);
  });

  it("of another version are acknowledged and do nothing", async () => {
    const before = world.door.accepted.length;
    const button = { action_id: "rethink:gone:1", value: '{"v":"no-such-verb"}' };
    const payload = slack.press({
      person: lin,
      channel,
      message: { ts: "1.1" },
      button,
      trigger: "t",
      responseUrl: "",
    });
    expect((await world.send.interaction(payload)).status).toBe(200);
    expect(world.door.accepted.length).toBe(before);
  });
});

describe("the shortcut “Review this”", () => {
  it("reviews what the message says", async () => {
    const message = { ts: "1.1", text: "we resize 300 images a second &gt; 1 MB", user: lin.id };
    const payload = slack.messageShortcut(ada, channel, message, await world.trigger(ada), "");
    expect((await world.send.interaction(payload)).status).toBe(200);
    expect(last()).toMatchObject({
      verb: "review",
      args: { text: "we resize 300 images a second > 1 MB" },
      actor: { id: ada.id },
      where: { channel },
    });
  });
});

describe("App Home", () => {
  it("shows the person's page, whose buttons work in their conversation with the bot", async () => {
    await world.send.event(slack.envelope(slack.homeOpened(ada, "D0ADA")));
    const view = world.wire.of("views.publish").at(-1)?.args["view"];
    expect(JSON.stringify(view)).toContain("image-resize");
    expect(world.door.script.homes.at(-1)).toMatchObject({ actorId: ada.id, where: { channel: "D0ADA" } });
    const button = buttonsOf(view).find(({ accessibility_label }) => accessibility_label === "Open image-resize");
    if (button === undefined) throw new Error("no button");
    const { private_metadata } = viewOf(view);
    await world.send.interaction(slack.homePress(ada, private_metadata, button, unique()));
    expect(last()).toMatchObject({ verb: "review", review: "7K2Q", where: { channel: "D0ADA" } });
  });

  it("is left alone when another tab is opened", async () => {
    const before = world.wire.of("views.publish").length;
    await world.send.event(slack.envelope(slack.homeOpened(ada, "D0ADA", "messages")));
    expect(world.wire.of("views.publish").length).toBe(before);
  });

  it("says what went wrong when there is no page", async () => {
    world.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
    });
    await world.send.event(slack.envelope(slack.homeOpened(ada, "D0ADA")));
    expect(JSON.stringify(world.wire.of("views.publish").at(-1)?.args)).toContain("The database does not answer.");
  });
});

describe("removal", () => {
  it("is passed on when the app is uninstalled or its token revoked", async () => {
    const before = world.door.script.removed.length;
    await world.send.event(slack.envelope({ type: "app_uninstalled" }));
    await world.send.event(slack.envelope({ type: "tokens_revoked", tokens: { oauth: [], bot: ["U0RETHINK"] } }));
    await world.send.event(slack.envelope({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } }));
    expect(world.door.script.removed.slice(before)).toEqual([
      { platform: "slack", tenant: "T000000001" },
      { platform: "slack", tenant: "T000000001" },
    ]);
  });
});

const revised = {
  ...example.card,
  blocks: [
    ...example.card.blocks.slice(0, -1),
    { kind: "context" as const, spans: [{ kind: "text" as const, text: "7K2Q rev 2", style: "plain" as const }] },
  ],
};

async function press(message: ReadMessage, label: string, trigger?: string) {
  const button = buttonsOf(message.blocks).find((one) => (one.accessibility_label ?? one.text.text) === label);
  if (button === undefined) throw new Error(`no button "${label}"`);
  return world.send.interaction(
    slack.press({
      person: lin,
      channel,
      message,
      button: { action_id: button.action_id, value: button.value },
      trigger: trigger ?? (await world.trigger(lin)),
      responseUrl: world.proxy.responseUrl(unique()),
    }),
  );
}
