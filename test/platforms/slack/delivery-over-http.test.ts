import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "#src/errors.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { startWorld, type World } from "#test/support/slack/world.ts";

let world: World;
let ada: slack.Person;
let channel: string;

beforeAll(async () => {
  world = await startWorld();
  ada = await world.person("ada");
  channel = await world.channel("design");
});
afterAll(() => world.stop());

const now = (): number => Math.floor(Date.now() / 1000);
const line = (text: string) => slack.command({ person: ada, channel, text, trigger: "t.1", responseUrl: "" });

describe("requests that do not come from Slack", () => {
  it("are refused when the signature is wrong", async () => {
    expect((await world.send.command(line("x"), { secret: "somebody else's" })).status).toBe(401);
    expect(world.door.accepted).toEqual([]);
  });

  it("are refused when the signature is older than five minutes", async () => {
    expect((await world.send.command(line("x"), { at: now() - 301 })).status).toBe(401);
    expect(world.door.accepted).toEqual([]);
  });
});

describe("events", () => {
  it("delivered again are taken once", async () => {
    const event = slack.envelope(slack.mention(ada, channel, "<@U0RETHINK> 20 a day", "11.000001"));
    expect((await world.send.event(event)).status).toBe(200);
    const again = { headers: { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" } };
    expect((await world.send.event(event, again)).status).toBe(200);
    expect(world.door.accepted.length).toBe(1);
    expect(world.door.script.duplicates).toBe(1);
  });

  it("are not acknowledged when they could not be taken, so that Slack delivers them again", async () => {
    world.door.script.reviewThreads.add(`${channel}/12.000001`);
    const event = slack.envelope(slack.message(ada, channel, "twice that", "12.000002", { thread_ts: "12.000001" }));
    world.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
    });
    expect((await world.send.event(event)).status).toBe(500);
    world.door.script.failWith = undefined;
    expect((await world.send.event(event)).status).toBe(200);
    expect(world.door.accepted.at(-1)?.args).toEqual({ text: "twice that" });
  });

  it("that address the bot are acknowledged and answered privately when they could not be taken", async () => {
    const event = slack.envelope(slack.mention(ada, channel, "<@U0RETHINK> why?", "13.000001"));
    world.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
    });
    expect((await world.send.event(event)).status).toBe(200);
    world.door.script.failWith = undefined;
    expect(world.wire.of("chat.postEphemeral").at(-1)?.args).toMatchObject({
      user: ada.id,
      text: "The database does not answer.",
    });
  });

  it("are acknowledged only after they were taken", async () => {
    const order: string[] = [];
    const accept = world.door.script;
    accept.work = async () => void order.push("taken");
    const event = slack.envelope(slack.mention(ada, channel, "<@U0RETHINK> 5 a day", "14.000001"));
    await world.send.event(event).then(() => order.push("acknowledged"));
    accept.work = async () => undefined;
    expect(order).toEqual(["taken", "acknowledged"]);
  });

  it("of kinds nobody asked for are acknowledged", async () => {
    expect((await world.send.event(slack.envelope({ type: "reaction_added", user: ada.id }))).status).toBe(200);
  });

  it("answer the check of the address", async () => {
    const answer = await world.send.event({ type: "url_verification", challenge: "abc", token: "x" });
    expect(JSON.parse(answer.body)).toEqual({ challenge: "abc" });
  });
});

describe("a bug behind the door", () => {
  it("is told to the person who pressed, who is acknowledged", async () => {
    world.door.script.failWith = new TypeError("x is not a function");
    const payload = slack.press({
      person: ada,
      channel,
      message: { ts: "1.1" },
      button: { action_id: "rethink:limits:0", value: '{"v":"limits","r":"7K2Q"}' },
      trigger: "t.9",
      responseUrl: world.proxy.responseUrl("bug"),
    });
    expect((await world.send.interaction(payload)).status).toBe(200);
    await world.proxy.until("an answer", () => world.proxy.answers.some(({ url }) => url.endsWith("bug")));
    world.door.script.failWith = undefined;
    expect(world.proxy.answers.at(-1)?.message.text).toBe("That failed on our side.");
  });
});
