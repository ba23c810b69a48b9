import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { botScopes } from "#src/platforms/slack/scopes.ts";
import * as example from "#test/support/slack/example-replies.ts";
import { freePort } from "#test/support/slack/free-port.ts";
import { installationRecord, memoryInstallations } from "#test/support/slack/memory-installations.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { readMessages, textOf } from "#test/support/slack/read-back.ts";
import { startWorld, type World } from "#test/support/slack/world.ts";

const OTHER_TEAM = "T0GLOBEX";
const OTHER_TOKEN = "xoxb-globex";
const installations = memoryInstallations();
let world: World;
let origin: string;
let redirectUri: string;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  redirectUri = `${origin}/slack/oauth_redirect`;
  const scopes = botScopes();
  world = await startWorld({
    mode: "oauth",
    port,
    installations,
    emulator: { redirectUri, otherBots: [{ token: OTHER_TOKEN, userId: "U0GLOBEX", scopes }] },
  });
});
afterAll(() => world.stop());

/** A person follows “Add to Slack”, chooses who they are, and is sent back. */
async function install(cookie: (set: string) => string): Promise<Response> {
  const start = await fetch(`${origin}/slack/install`, { redirect: "manual" });
  const authorize = new URL(start.headers.get("location") ?? "");
  expect(authorize.searchParams.get("scope")?.split(",")).toEqual(botScopes());
  // Slack sends people back to the one address the app registers; the emulator wants to be told.
  authorize.searchParams.set("redirect_uri", redirectUri);
  const picker = await (await fetch(authorize)).text();
  const form = /<form[^>]*action="([^"]+)"[\s\S]*?<\/form>/.exec(picker);
  const fields = [...(form?.[0] ?? "").matchAll(/name="([^"]+)"\s+value="([^"]*)"/g)];
  const back = await fetch(new URL(form?.[1] ?? "", authorize), {
    method: "POST",
    body: new URLSearchParams(fields.map(([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")])),
    redirect: "manual",
  });
  const set = start.headers.get("set-cookie")?.split(";")[0] ?? "";
  return fetch(back.headers.get("location") ?? "", { headers: { cookie: cookie(set) }, redirect: "manual" });
}

describe("installing from the install page", () => {
  it("is refused when the browser that comes back is another one", async () => {
    expect((await install(() => "")).status).toBe(400);
    expect(installations.kept.size).toBe(0);
  });

  it("keeps the workspace's token, and no token of the person", async () => {
    expect((await install((set) => set)).status).toBe(200);
    const record = installations.kept.get("T000000001") ?? "";
    expect(record).toMatch(/xoxb-/);
    expect(record).not.toMatch(/xoxp-/);
  });
});

describe("each workspace", () => {
  it("is answered with its own token, under its own tenant", async () => {
    await installations.put(OTHER_TEAM, installationRecord(OTHER_TEAM, OTHER_TOKEN, "U0GLOBEX"));
    const ada = await world.person("ada");
    world.door.script.work = async ({ where }) => void (await world.platform.post(where, example.difference));
    for (const [team, name] of [
      ["T000000001", "design"],
      [OTHER_TEAM, "ops"],
    ] as const) {
      const channel = await world.channel(name);
      const workspace = { team };
      const trigger = `t.${team}`;
      const line = slack.command({ person: ada, channel, text: "x", trigger, responseUrl: "", workspace });
      expect((await world.send.command(line)).status).toBe(200);
      await world.door.settled();
      expect(world.door.accepted.at(-1)?.where).toMatchObject({ tenant: team, channel });
      const [seen] = await readMessages(world.human("ada"), channel);
      expect(textOf(seen)).toContain("300 → 600 images a second.");
    }
    const [posted] = await readMessages(world.human("ada"), await world.channel("ops"));
    expect(posted?.user).toBe("U0GLOBEX");
  });

  it("names its organisation when that installed Rethink as a whole", async () => {
    await installations.put(
      "E0ACME",
      JSON.stringify({ ...JSON.parse(installationRecord("T1", OTHER_TOKEN, "U0GLOBEX")), isEnterpriseInstall: true }),
    );
    world.door.script.work = async () => undefined;
    const ada = await world.person("ada");
    const line = slack.command({ person: ada, channel: "C1", text: "x", trigger: "t.e", responseUrl: "" });
    await world.send.command({ ...line, team_id: "T1", enterprise_id: "E0ACME", is_enterprise_install: "true" });
    expect(world.door.accepted.at(-1)?.where.tenant).toBe("E0ACME");
  });

  it("that is not installed is not served", async () => {
    const before = world.door.accepted.length;
    const ada = await world.person("ada");
    const line = slack.command({
      person: ada,
      channel: "C1",
      text: "x",
      trigger: "t.no",
      responseUrl: "",
      workspace: { team: "T0NOBODY" },
    });
    await world.send.command(line);
    expect(world.door.accepted.length).toBe(before);
  });

  it("that removes Rethink is forgotten at once", async () => {
    await world.send.event(slack.envelope({ type: "app_uninstalled" }, { workspace: { team: OTHER_TEAM } }));
    expect(installations.kept.has(OTHER_TEAM)).toBe(false);
    expect(installations.kept.has("T000000001")).toBe(true);
    expect(world.door.script.removed).toEqual([{ platform: "slack", tenant: OTHER_TEAM }]);
    const where = { platform: "slack" as const, tenant: OTHER_TEAM, channel: "C1" };
    await expect(world.platform.post(where, example.difference)).rejects.toMatchObject({ code: "not-allowed" });
  });
});
