import { vi } from "vitest";
import type { DiscordConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { createLog, type Logger } from "#src/log.ts";
import type { Wait } from "#src/platforms/discord/first-response.ts";
import type { DrawChart } from "#src/platforms/discord/pictures.ts";
import { createDiscordPlatform } from "#src/platforms/discord/platform.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { card } from "#test/support/slack/example-card.ts";
import { onePixel } from "#test/support/slack/one-pixel.ts";
import { createScriptedDoor } from "#test/support/slack/scripted-door.ts";
import { createHuman, type Human, type Spot } from "./human.ts";
import { type ReadMessage, readMessage } from "./read-back.ts";
import { startTwin, type Twin } from "./twin.ts";
import { createWire, type Wire } from "./wire.ts";

export interface WorldOptions {
  messageContent?: boolean;
  /** True: storing an event takes too long. */
  isSlow?: () => boolean;
  draw?: DrawChart;
  log?: Logger;
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

/** Storing takes too long when the test says so, whatever the clock says. */
function waitWhile(isSlow: () => boolean): Wait {
  return (_ms, signal) =>
    isSlow()
      ? Promise.resolve()
      : new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));
}

export function platformOn(twin: Twin, wire: Wire, options: WorldOptions = {}) {
  return createDiscordPlatform({
    config: configFor(twin, options.messageContent),
    drawChart: options.draw ?? (async () => onePixel),
    describeError,
    log: options.log ?? createLog("silent"),
    makeRequest: wire.makeRequest,
    wait: waitWhile(options.isSlow ?? (() => false)),
  });
}

/** The twin, the wire before it, Rethink's Discord platform on real discord.js, and a scripted door behind it. */
export async function startWorld(options: WorldOptions = {}) {
  const twin = await startTwin(options);
  const wire = createWire(twin);
  const door = createScriptedDoor(emptyHome);
  const drawn: string[] = [];
  const draw: DrawChart = async (chart, theme) => {
    drawn.push(`${theme}: ${chart.title}`);
    return onePixel;
  };
  const state = { isSlow: false, draw };
  const platform = platformOn(twin, wire, {
    ...options,
    isSlow: () => state.isSlow,
    draw: (chart, theme) => state.draw(chart, theme),
  });
  const guildId = await twin.server("acme design");
  await platform.start(door);
  const spot = { guildId, channelId: "" } satisfies Spot;

  async function human(name: string, permissions: string | null = null): Promise<Human> {
    const person = await twin.person(name);
    await twin.join(guildId, person, permissions);
    return createHuman(twin, wire, person);
  }

  let before = 0;
  let names = 0;
  return {
    twin,
    wire,
    door,
    platform,
    /** True: storing takes too long from now on, in this test. */
    set isSlow(value: boolean) {
      state.isSlow = value;
    },
    /** Draws charts in another way, in this test. */
    set drawing(value: DrawChart) {
      state.draw = value;
    },
    /** How many events the door had taken when the test began. */
    get before(): number {
      return before;
    },
    /** A new test: an empty channel, and a door without a script. */
    async reset(): Promise<void> {
      names += 1;
      spot.channelId = await twin.channel(guildId, `architecture${names === 1 ? "" : `-${names}`}`);
      before = door.accepted.length;
      Object.assign(state, { isSlow: false, draw });
      wire.forget();
      Object.assign(door.script, {
        work: async () => undefined,
        form: null,
        failWith: undefined,
        duplicates: 0,
        storing: async () => undefined,
      });
    },
    /** Resolves once the door took one more event than before, or the same one again. */
    async accepted(act: () => Promise<unknown>): Promise<void> {
      const known = door.accepted.length;
      await act();
      await vi.waitFor(() => {
        if (door.accepted.length <= known) throw new Error("no event reached the door");
      }, 10_000);
    },
    /** The newest event the door took. */
    last(): Invocation {
      const invocation = door.accepted.at(-1);
      if (invocation === undefined) throw new Error("nothing was accepted");
      return invocation;
    },
    /** Everything accepted is worked; what went wrong meanwhile is the test's. */
    async settled(): Promise<void> {
      await door.settled();
      const [failure] = door.failures;
      if (failure !== undefined) throw failure;
    },
    /** A thread in the channel that belongs to a review. */
    async thread(): Promise<string> {
      const { thread = "" } = await platform.postCard(
        { platform: "discord", tenant: guildId, channel: spot.channelId },
        card,
        null,
      );
      door.script.reviewThreads.add(`${spot.channelId}/${thread}`);
      wire.forget();
      return thread;
    },
    drawn: drawn as readonly string[],
    spot,
    human,
    async messages(id: string = spot.channelId): Promise<ReadMessage[]> {
      return (await twin.messages(id)).map(readMessage);
    },
    stop: async (): Promise<void> => {
      await platform.stop();
      await twin.stop();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
