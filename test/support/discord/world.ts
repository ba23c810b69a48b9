import type { DiscordConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { createLog } from "#src/log.ts";
import type { Wait } from "#src/platforms/discord/first-response.ts";
import { createDiscordPlatform } from "#src/platforms/discord/platform.ts";
import type { Reply } from "#src/reply/reply.ts";
import { onePixel } from "#test/support/slack/one-pixel.ts";
import { createScriptedDoor } from "#test/support/slack/scripted-door.ts";
import { createHuman, type Human, type Spot } from "./human.ts";
import { type ReadMessage, readMessage } from "./read-back.ts";
import { startTwin, type Twin } from "./twin.ts";
import { createWire, type Wire } from "./wire.ts";

export interface WorldOptions {
  messageContent?: boolean;
  /** How long an event may take to be stored; unless given, for ever. */
  wait?: Wait;
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

export function configFor(twin: Twin, messageContent = false): DiscordConfig {
  return { token: twin.botToken, applicationId: null, guildId: null, messageContent, apiUrl: twin.restUrl };
}

/** Waits until it is called off: storing is never late. */
const never: Wait = (_ms, signal) =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));

export function platformOn(twin: Twin, wire: Wire, options: WorldOptions & { drawn?: string[] } = {}) {
  return createDiscordPlatform({
    config: configFor(twin, options.messageContent),
    drawChart: async (chart, theme) => {
      options.drawn?.push(`${theme}: ${chart.title}`);
      return onePixel;
    },
    describeError,
    log: createLog("silent"),
    makeRequest: wire.makeRequest,
    wait: options.wait ?? never,
  });
}

/** The twin, the wire before it, Rethink's Discord platform on real discord.js, and a scripted door behind it. */
export async function startWorld(options: WorldOptions = {}) {
  const twin = await startTwin(options);
  const wire = createWire(twin);
  const door = createScriptedDoor(emptyHome);
  const drawn: string[] = [];
  const platform = platformOn(twin, wire, { ...options, drawn });
  const guildId = await twin.server("acme design");
  const channelId = await twin.channel(guildId, "architecture");
  await platform.start(door);
  const spot: Spot = { guildId, channelId };

  async function human(name: string, permissions: string | null = null): Promise<Human> {
    const person = await twin.person(name);
    await twin.join(guildId, person, permissions);
    return createHuman(twin, wire, person);
  }

  return {
    twin,
    wire,
    door,
    platform,
    drawn: drawn as readonly string[],
    spot,
    human,
    async messages(id: string = channelId): Promise<ReadMessage[]> {
      return (await twin.messages(id)).map(readMessage);
    },
    stop: async (): Promise<void> => {
      await platform.stop();
      await twin.stop();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
