import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { card } from "#test/support/slack/example-card.ts";
import * as example from "#test/support/slack/example-replies.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { readMessages, textOf } from "#test/support/slack/read-back.ts";
import { startWorld, type World } from "#test/support/slack/world.ts";

let world: World;
let ada: slack.Person;
let channel: string;

beforeAll(async () => {
  world = await startWorld({ mode: "socket" });
  ada = await world.person("ada");
  channel = await world.channel("design");
});
afterAll(() => world.stop());

let envelopes = 0;

/** Sends an envelope over the newest connection and waits for its acknowledgement. */
async function deliver(type: string, payload: object, more: object = {}): Promise<unknown> {
  envelopes += 1;
  const envelope_id = `e${envelopes}`;
  world.proxy.sockets.at(-1)?.send({ envelope_id, type, payload, accepts_response_payload: true, ...more });
  await world.proxy.until(`an acknowledgement of ${envelope_id}`, () => acknowledged(envelope_id) !== undefined);
  return acknowledged(envelope_id)?.payload;
}

const acknowledged = (id: string) => world.proxy.received.find(({ envelope_id }) => envelope_id === id);

describe("Socket Mode", () => {
  it("needs no address of its own", () => {
    expect(world.platform.port()).toBeNull();
  });

  it("takes a command, acknowledges it and posts the card", async () => {
    world.door.script.work = async ({ where }) => {
      const { thread } = await world.platform.postCard(where, card, example.opener);
      world.door.script.reviewThreads.add(`${where.channel}/${thread}`);
    };
    const payload = slack.command({ person: ada, channel, text: "300 a second", trigger: "t.1", responseUrl: "" });
    expect(await deliver("slash_commands", payload)).toEqual({});
    await world.door.settled();
    const [seen] = await readMessages(world.human("lin"), channel);
    expect(textOf(seen)).toContain("Monolith costs least");
    world.door.script.work = async () => undefined;
  });

  it("takes a press and an event", async () => {
    const button = { action_id: "rethink:limits:0", value: '{"v":"limits","r":"7K2Q"}' };
    const pressed = slack.press({
      person: ada,
      channel,
      message: { ts: "1.1" },
      button,
      trigger: "t.2",
      responseUrl: "",
    });
    await deliver("interactive", pressed);
    expect(world.door.accepted.at(-1)).toMatchObject({ verb: "limits", review: "7K2Q" });
    await deliver("events_api", slack.envelope(slack.mention(ada, channel, "<@U0RETHINK> help", "21.000001")));
    expect(world.door.accepted.at(-1)).toMatchObject({ args: { text: "help" }, addressed: true });
  });

  it("takes an event that is delivered again once", async () => {
    const event = slack.envelope(slack.mention(ada, channel, "<@U0RETHINK> 9 a day", "22.000001"));
    await deliver("events_api", event);
    const before = world.door.accepted.length;
    await deliver("events_api", event, { retry_attempt: 1, retry_reason: "timeout" });
    expect(world.door.accepted.length).toBe(before);
  });

  it("does not acknowledge an event that could not be taken", async () => {
    world.door.script.reviewThreads.add(`${channel}/23.000001`);
    world.door.script.failWith = new Error("the database is away");
    const event = slack.envelope(slack.message(ada, channel, "half", "23.000002", { thread_ts: "23.000001" }));
    world.proxy.sockets.at(-1)?.send({ envelope_id: "lost", type: "events_api", payload: event });
    // A command sent after it is acknowledged in order: by then the event would have been.
    const payload = slack.command({
      person: ada,
      channel,
      text: "x",
      trigger: "t.3",
      responseUrl: world.proxy.responseUrl("s"),
    });
    await deliver("slash_commands", payload);
    world.door.script.failWith = undefined;
    expect(acknowledged("lost")).toBeUndefined();
    await deliver("events_api", event, { retry_attempt: 1, retry_reason: "timeout" });
    expect(world.door.accepted.at(-1)?.args).toEqual({ text: "half" });
  });

  it("connects again when Slack recycles the connection, and goes on", async () => {
    const before = world.proxy.sockets.length;
    world.proxy.sockets.at(-1)?.send({ type: "disconnect", reason: "refresh_requested", debug_info: {} });
    await world.proxy.until("a second connection", () => world.proxy.sockets.length > before);
    const payload = slack.command({ person: ada, channel, text: "after the break", trigger: "t.4", responseUrl: "" });
    await deliver("slash_commands", payload);
    expect(world.door.accepted.at(-1)?.args).toEqual({ text: "after the break" });
  });
});
