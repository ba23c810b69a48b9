import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { nativeChart } from "#src/charts/native-chart.ts";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { createSlackPlatform } from "#src/platforms/slack/platform.ts";
import { home } from "#test/support/slack/example-replies.ts";
import { onePixel } from "#test/support/slack/one-pixel.ts";
import { createScriptedDoor } from "#test/support/slack/scripted-door.ts";
import { type SlackProxy, startSlackProxy } from "#test/support/slack/slack-proxy.ts";
import { describeError } from "#test/support/slack/world.ts";

let proxy: SlackProxy | undefined;
afterEach(async () => {
  await proxy?.stop();
  proxy = undefined;
});

/** Starts on a configuration, with a Slack that answers these calls so. */
async function start(environment: Record<string, string>, answers: Record<string, object>): Promise<void> {
  proxy = await startSlackProxy("http://127.0.0.1:9");
  for (const [method, body] of Object.entries(answers)) proxy.fault({ method, body });
  const { slack } = readConfig({ ...environment, SLACK_API_URL: proxy.apiUrl });
  if (slack === null) throw new Error("no Slack in this configuration");
  const platform = createSlackPlatform({
    config: slack,
    installations: null,
    drawChart: async () => onePixel,
    chartData: nativeChart,
    describeError,
    log: createLog("silent"),
  });
  await platform.start(createScriptedDoor(home));
  await platform.stop();
}

const who = { ok: true, team_id: "T1", user_id: "U1", bot_id: "B1" };
const socket = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };

describe("starting on Slack", () => {
  it("says which token Slack does not take", async () => {
    await expect(start(socket, { "auth.test": { ok: false, error: "invalid_auth" } })).rejects.toMatchObject({
      code: "config",
      message: "Slack does not accept SLACK_BOT_TOKEN (invalid_auth).",
    });
  });

  it("says so of the app token, too", async () => {
    const answers = { "auth.test": who, "apps.connections.open": { ok: false, error: "not_allowed_token_type" } };
    await expect(start(socket, answers)).rejects.toMatchObject({
      code: "config",
      message: "Slack does not accept SLACK_APP_TOKEN (not_allowed_token_type).",
    });
  });

  it("says that the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const http = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_PORT: String(port) };
    await expect(start(http, { "auth.test": who })).rejects.toMatchObject({
      code: "config",
      sentence: `Port ${port} is taken. Set SLACK_PORT to a free one.`,
    });
    other.close();
  });

  it("says which value is missing for many workspaces", async () => {
    const oauth = { SLACK_CLIENT_ID: "1.2", SLACK_APP_TOKEN: "xapp-1" };
    await expect(start(oauth, {})).rejects.toMatchObject({ message: "Slack over HTTP needs SLACK_SIGNING_SECRET." });
  });

  it("starts in Socket Mode and over HTTP", async () => {
    await expect(start(socket, { "auth.test": who })).resolves.toBeUndefined();
    const http = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_PORT: "0" };
    await proxy?.stop();
    await expect(start(http, { "auth.test": who })).resolves.toBeUndefined();
  });
});
