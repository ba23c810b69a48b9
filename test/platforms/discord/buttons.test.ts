import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Reply } from "#src/reply/reply.ts";
import { formIn, type Human } from "#test/support/discord/human.ts";
import { type ReadButton, readMessage } from "#test/support/discord/read-back.ts";
import { startWorld, type World } from "#test/support/discord/world.ts";
import { card } from "#test/support/slack/example-card.ts";
import { changeForm, press } from "#test/support/slack/example-forms.ts";
import { limits } from "#test/support/slack/example-replies.ts";

let world: World;
let ada: Human;
beforeAll(async () => {
  world = await startWorld();
  ada = await world.human("ada");
});
afterAll(() => world.stop());
beforeEach(() => world.reset());
afterEach(() => expect(world.wire.faults).toEqual([]));

const place = () => ({ platform: "discord" as const, tenant: world.spot.guildId, channel: world.spot.channelId });

async function posted(reply: Reply, thread?: string): Promise<{ id: string; buttons: readonly ReadButton[] }> {
  const { message } = await world.platform.post({ ...place(), ...(thread === undefined ? {} : { thread }) }, reply);
  const found = await world.twin.wholeMessage(message);
  world.wire.forget();
  return { id: message, buttons: readMessage(found).buttons };
}

function withButton(label: string): (button: ReadButton) => boolean {
  return (button) => button.label === label;
}

test("runs the verb of a button on its review, and leaves the pressed message as it is", async () => {
  const { id, buttons } = await posted(card);
  const limitsButton = buttons.find(withButton("Limits"));
  const { response } = await ada.press(world.spot, id, limitsButton?.customId ?? "");
  expect(world.last()).toMatchObject({ verb: "limits", args: {}, review: "7K2Q", addressed: true });
  // Type 6: nothing to see, the answer comes by itself.
  expect(response.body).toEqual({ type: 6 });
});

test("answers a press with a message for that person alone, and never with an edit of the pressed one", async () => {
  const { id, buttons } = await posted(card);
  world.door.script.work = async (invocation) => {
    await world.platform.answerPrivately(invocation, limits);
    await world.platform.stopWaiting(invocation);
  };
  await ada.press(world.spot, id, buttons.find(withButton("Limits"))?.customId ?? "");
  await world.settled();
  const [pressed, answer] = await world.messages();
  expect(pressed?.text).toContain("Monolith costs least");
  expect(answer?.text).toContain("What breaks first");
  expect(world.wire.seenBy(answer?.id ?? "")).toBe(ada.person.id);
  expect(world.wire.calls.map(({ method }) => method)).not.toContain("DELETE");
});

test("knows the thread of a press inside it, and none of a press on the card", async () => {
  const thread = await world.thread();
  const { id, buttons } = await posted(limits, thread);
  await ada.press({ ...world.spot, channelId: thread }, id, buttons[0]?.customId ?? "");
  expect(world.last().where).toMatchObject({ channel: world.spot.channelId, thread });
});

test("opens the form of a Change button, with what its line says as the hint", async () => {
  const { id, buttons } = await posted(card);
  const change = buttons.find(({ beside }) => beside?.includes("containers") === true);
  world.door.script.form = {
    ...changeForm,
    fields: changeForm.fields.map((field) => ({ ...field, hint: "A range is welcome." })),
  };
  const { response } = await ada.press(world.spot, id, change?.customId ?? "");
  const form = formIn(response);
  expect(form?.title).toBe(changeForm.title);
  expect(form?.fields[0]?.["description"]).toBe("Assumed: containers 65% busy (40–75%). A range is welcome.");
  expect(world.door.accepted).toHaveLength(world.before);
});

test("takes the answers of a form a button opened, on the review and path the button named", async () => {
  const { id, buttons } = await posted(card);
  world.door.script.form = changeForm;
  const opened = await ada.press(world.spot, id, buttons[0]?.customId ?? "");
  world.door.script.form = null;
  const { response } = await ada.submit(
    world.spot,
    formIn(opened.response)?.customId ?? "",
    [{ name: "value", value: "50%" }],
    id,
  );
  expect(response.body).toEqual({ type: 6 });
  expect(world.last()).toMatchObject({
    verb: changeForm.verb,
    args: { ...changeForm.args, value: "50%" },
    ...(changeForm.review === undefined ? {} : { review: changeForm.review }),
  });
});

test("asks in a form for what was too long for a button, the rest filled in", async () => {
  const reason = "because the load is steady and the team already runs two services of this kind on ECS, day and night";
  const record = press("Record", "decide", { review: "7K2Q", args: { choice: "monolith-fargate", reason } });
  const { id, buttons } = await posted({ ...limits, blocks: [{ kind: "actions", actions: [record] }] });
  world.door.script.form = ({ args }) =>
    args["choice"] === undefined
      ? {
          title: "Record the decision",
          submitLabel: "Record",
          verb: "decide",
          args: {},
          review: "7K2Q",
          fields: [
            {
              kind: "choice",
              name: "choice",
              label: "What did you decide?",
              required: true,
              choices: [
                { label: "Monolith on Fargate", value: "monolith-fargate" },
                { label: "Hybrid", value: "hybrid" },
              ],
            },
            { kind: "text", name: "reason", label: "Because", multiline: true, required: false },
          ],
        }
      : null;
  const { response } = await ada.press(world.spot, id, buttons[0]?.customId ?? "");
  const form = formIn(response);
  expect(form?.title).toBe("Record the decision");
  expect(form?.fields[0]).toMatchObject({
    component: { options: [{ value: "monolith-fargate", default: true }, { value: "hybrid" }] },
  });
  expect(world.door.accepted).toHaveLength(world.before);
});

test("runs what is left of a button too long to keep, where its verb has no form", async () => {
  const long = press("Why?", "explain", { review: "7K2Q", args: { figure: "x".repeat(200), show: "everyone" } });
  const { id, buttons } = await posted({ ...limits, blocks: [{ kind: "actions", actions: [long] }] });
  await ada.press(world.spot, id, buttons[0]?.customId ?? "");
  expect(world.last()).toMatchObject({ verb: "explain", review: "7K2Q", args: { show: "everyone" } });
  expect(world.last().args["figure"]).toBeUndefined();
});

test("says that a button of an earlier version cannot be read", async () => {
  const { id } = await posted(card);
  const { response } = await ada.press(world.spot, id, "view_limits:7K2Q");
  expect(JSON.stringify(response.body)).toContain("comes from another version");
  expect(response.body).toHaveProperty("data.flags", 64 | 32_768);
});
