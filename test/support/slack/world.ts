import type { webApi } from "@slack/bolt";
import { nativeChart } from "#src/charts/native-chart.ts";
import { UserError } from "#src/errors.ts";
import { createLog } from "#src/log.ts";
import type { InstallationPort } from "#src/platforms/slack/installations.ts";
import { createSlackPlatform } from "#src/platforms/slack/platform.ts";
import { botScopes } from "#src/platforms/slack/scopes.ts";
import type { Reply } from "#src/reply/reply.ts";
import { BOT_TOKEN, type EmulatorOptions, SIGNING_SECRET, startEmulator } from "./emulator.ts";
import { humanClient } from "./human-client.ts";
import { onePixel } from "./one-pixel.ts";
import type { Person } from "./payloads.ts";
import { createScriptedDoor } from "./scripted-door.ts";
import { signedSender } from "./signed.ts";
import { startSlackProxy } from "./slack-proxy.ts";
import { createWire } from "./wire.ts";

export interface WorldOptions {
  mode?: "http" | "socket" | "oauth";
  scopes?: readonly string[];
  installations?: InstallationPort;
  home?: Reply;
  port?: number;
  emulator?: Partial<EmulatorOptions>;
}

const emptyHome: Reply = { kind: "detail", summary: "Home", accent: "none", blocks: [] };

export function describeError(error: unknown): Reply {
  const sentence = error instanceof UserError ? error.sentence : "That failed on our side.";
  return {
    kind: "error",
    summary: sentence,
    accent: "none",
    blocks: [{ kind: "paragraph", spans: [{ kind: "text", text: sentence, style: "strong" }] }],
  };
}

/** The emulator, the proxy before it, Rethink's Slack platform on real Bolt, and a scripted door behind it. */
export async function startWorld({
  mode = "http",
  scopes = botScopes(),
  home = emptyHome,
  ...more
}: WorldOptions = {}) {
  const emulator = await startEmulator({
    scopes,
    people: ["ada", "lin", "sam"],
    channels: ["design", "ops"],
    ...more.emulator,
  });
  const proxy = await startSlackProxy(emulator.url);
  const wire = createWire();
  const door = createScriptedDoor(home);
  const drawn: string[] = [];
  const platform = createSlackPlatform({
    config: {
      botToken: mode === "oauth" ? null : BOT_TOKEN,
      appToken: mode === "socket" ? "xapp-1" : null,
      signingSecret: mode === "socket" ? null : SIGNING_SECRET,
      clientId: mode === "oauth" ? "111.222" : null,
      clientSecret: mode === "oauth" ? "client-secret" : null,
      stateSecret: mode === "oauth" ? "state-secret" : null,
      port: more.port ?? 0,
      apiUrl: proxy.apiUrl,
    },
    installations: more.installations ?? null,
    drawChart: async (chart) => {
      drawn.push(chart.title);
      return onePixel;
    },
    chartData: nativeChart,
    describeError,
    log: createLog("silent"),
    fetch: wire.fetch,
    wait: async () => undefined,
  });
  await platform.start(door);
  const url = `http://127.0.0.1:${platform.port()}/slack/events`;
  if (mode !== "socket") emulator.subscribe(url);
  const human = (name: string): webApi.WebClient => humanClient(emulator.url, name);

  return {
    platform,
    emulator,
    proxy,
    wire,
    door,
    drawn: drawn as readonly string[],
    human,
    send: signedSender(url),
    /** A person as events name them. */
    async person(name: string): Promise<Person> {
      const { user_id } = await human(name).auth.test();
      if (user_id === undefined) throw new Error(`nobody is called ${name}`);
      return { id: user_id, name };
    },
    async channel(name: string): Promise<string> {
      const { channels = [] } = await human("ada").conversations.list({});
      const found = channels.find((channel) => channel.name === name)?.id;
      if (found === undefined) throw new Error(`there is no #${name}`);
      return found;
    },
    /** A trigger the emulator will open a form for, within three seconds. */
    async trigger(person: Person, token: string = BOT_TOKEN): Promise<string> {
      const response = await fetch(`${emulator.url}/api/views.generateTriggerId`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ user_id: person.id }),
      });
      const { trigger_id }: { trigger_id: string } = JSON.parse(await response.text());
      return trigger_id;
    },
    async stop(): Promise<void> {
      await platform.stop();
      await proxy.stop();
      await emulator.close();
      wire.assertValid();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
