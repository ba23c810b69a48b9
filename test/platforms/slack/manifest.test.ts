import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { slackManifestCommand } from "#src/cli/slack.ts";
import { botScopes, eventTable, scopeTable } from "#src/platforms/slack/scopes.ts";
import { runCli } from "#test/support/run-cli.ts";

/** The limits of the app manifest reference (docs.slack.dev/reference/app-manifest). */
const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.record(z.string(), z.boolean()),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(["message", "global"]),
          name: z.string().max(24),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().startsWith("/").max(32),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
          url: z.url().optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()) }),
    redirect_urls: z.array(z.url()).optional(),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: z.url().optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

async function printed(...args: string[]) {
  const { code, stdout } = await runCli((io) => slackManifestCommand.run(args, io), null);
  expect(code).toBe(0);
  return manifestSchema.parse(JSON.parse(stdout));
}

describe("rethink slack manifest", () => {
  it("prints an app for one workspace that needs no address", async () => {
    const { settings, features, oauth_config } = await printed();
    expect(settings).toMatchObject({ socket_mode_enabled: true, org_deploy_enabled: false });
    expect(JSON.stringify({ settings, features, oauth_config })).not.toContain("http");
  });

  it("prints an app for many workspaces with the addresses Slack calls", async () => {
    const { settings, features, oauth_config } = await printed("--url", "https://rethink.example.com/");
    expect(settings.event_subscriptions.request_url).toBe("https://rethink.example.com/slack/events");
    expect(settings.interactivity.request_url).toBe("https://rethink.example.com/slack/events");
    expect(features.slash_commands[0]?.url).toBe("https://rethink.example.com/slack/events");
    expect(oauth_config.redirect_urls).toEqual(["https://rethink.example.com/slack/oauth_redirect"]);
    expect(settings.socket_mode_enabled).toBe(false);
  });

  it("asks for the scopes each event needs, and each event has a reason", async () => {
    const { oauth_config, settings } = await printed();
    // From the event pages of docs.slack.dev; the last three need none.
    const needs: Record<string, string | null> = {
      app_mention: "app_mentions:read",
      "message.channels": "channels:history",
      "message.groups": "groups:history",
      "message.im": "im:history",
      app_home_opened: null,
      app_uninstalled: null,
      tokens_revoked: null,
    };
    expect(Object.keys(needs)).toEqual(settings.event_subscriptions.bot_events);
    for (const scope of Object.values(needs)) if (scope !== null) expect(oauth_config.scopes.bot).toContain(scope);
  });

  it.each(["http://rethink.example.com", "rethink.example.com", "ftp://x", ""])(
    "refuses the address %j",
    async (url) => {
      await expect(runCli((io) => slackManifestCommand.run(["--url", url], io), null)).rejects.toMatchObject({
        code: "bad-input",
      });
    },
  );
});

describe("docs/slack.md", () => {
  const page = readFileSync("docs/slack.md", "utf8");

  it("explains every scope and event, in the words of the manifest's table", () => {
    const rows = [
      ...scopeTable().map(({ scope, why }) => `| \`${scope}\` | ${why} |`),
      ...eventTable().map(({ event, why }) => `| \`${event}\` | ${why} |`),
    ];
    const written = page.split("\n").filter((line) => /^\| `[a-z_]+[:.]?[a-z_]*` \| [A-Z]/.test(line));
    expect(written).toEqual(rows);
  });

  it("asks for no scope that has no reason", () => {
    expect(new Set(botScopes()).size).toBe(scopeTable().length);
    for (const { why } of scopeTable()) expect(why.length).toBeGreaterThan(20);
  });
});
