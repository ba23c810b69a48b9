import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "#src/errors.ts";
import * as example from "#test/support/slack/example-replies.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { buttonsOf, viewOf } from "#test/support/slack/read-back.ts";
import { type Stage, setStage } from "#test/support/slack/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ home: example.home });
});
afterAll(() => stage.stop());
beforeEach(() => stage.reset());

describe("App Home", () => {
  it("shows the person's page, whose buttons work in their conversation with the bot", async () => {
    await stage.send.event(slack.envelope(slack.homeOpened(stage.ada, "D0ADA")));
    const view = stage.wire.of("views.publish").at(-1)?.args["view"];
    expect(JSON.stringify(view)).toContain("image-resize");
    expect(stage.door.script.homes.at(-1)).toMatchObject({ actorId: stage.ada.id, where: { channel: "D0ADA" } });
    const button = buttonsOf(view).find(({ accessibility_label }) => accessibility_label === "Open image-resize");
    if (button === undefined) throw new Error("no button");
    const { private_metadata } = viewOf(view);
    await stage.send.interaction(slack.homePress(stage.ada, private_metadata, button, stage.unique()));
    expect(stage.last()).toMatchObject({ verb: "review", review: "7K2Q", where: { channel: "D0ADA" } });
  });

  it("is left alone when another tab is opened", async () => {
    const before = stage.wire.of("views.publish").length;
    await stage.send.event(slack.envelope(slack.homeOpened(stage.ada, "D0ADA", "messages")));
    expect(stage.wire.of("views.publish").length).toBe(before);
  });

  it("says what went wrong when there is no page", async () => {
    stage.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
    });
    await stage.send.event(slack.envelope(slack.homeOpened(stage.ada, "D0ADA")));
    expect(JSON.stringify(stage.wire.of("views.publish").at(-1)?.args)).toContain("The database does not answer.");
  });
});

describe("removal", () => {
  it("is passed on when the app is uninstalled or its token revoked", async () => {
    const before = stage.door.script.removed.length;
    await stage.send.event(slack.envelope({ type: "app_uninstalled" }));
    await stage.send.event(slack.envelope({ type: "tokens_revoked", tokens: { oauth: [], bot: ["U0RETHINK"] } }));
    await stage.send.event(slack.envelope({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } }));
    expect(stage.door.script.removed.slice(before)).toEqual([
      { platform: "slack", tenant: "T000000001" },
      { platform: "slack", tenant: "T000000001" },
    ]);
  });
});
