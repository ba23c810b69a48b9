import { expect } from "vitest";
import type { Invocation } from "#src/reply/invocation.ts";
import { card } from "./example-card.ts";
import { opener } from "./example-replies.ts";
import * as slack from "./payloads.ts";
import { buttonsOf, type ReadMessage, readMessages } from "./read-back.ts";
import { startWorld, type WorldOptions } from "./world.ts";

/** A channel with people in it, and what they do there. */
export async function setStage(options: WorldOptions = {}) {
  const world = await startWorld(options);
  const [ada, lin] = await Promise.all([world.person("ada"), world.person("lin")]);
  const channel = await world.channel("design");
  let events = 0;
  const unique = (): string => {
    events += 1;
    return `${events}.${Date.now()}`;
  };

  async function slash(text: string, person = ada) {
    const trigger = await world.trigger(person);
    const responseUrl = world.proxy.responseUrl(unique());
    return world.send.command(slack.command({ person, channel, text, trigger, responseUrl }));
  }

  return {
    ...world,
    ada,
    lin,
    channel,
    unique,
    slash,
    /** The scripted door forgets its script. */
    reset(): void {
      world.door.script.work = async () => undefined;
      world.door.script.form = null;
      world.door.script.failWith = undefined;
    },
    /** The newest invocation the door took. */
    last(): Invocation {
      const invocation = world.door.accepted.at(-1);
      if (invocation === undefined) throw new Error("nothing was accepted");
      return invocation;
    },
    /** Posts the example card as the answer to a command, and returns it as a person in the channel reads it. */
    async postedCard(): Promise<ReadMessage> {
      world.door.script.work = async ({ where }) => {
        const { thread } = await world.platform.postCard(where, card, opener);
        world.door.script.reviewThreads.add(`${where.channel}/${thread}`);
      };
      await slash("300 image resizes a second");
      await world.door.settled();
      expect(world.door.failures).toEqual([]);
      world.door.script.work = async () => undefined;
      const [newest] = await readMessages(world.human("lin"), channel);
      if (newest === undefined) throw new Error("no card came");
      return newest;
    },
    /** Lin presses the button with this label, or accessibility label. */
    async press(message: ReadMessage, label: string, trigger?: string) {
      const button = buttonsOf(message.blocks).find((one) => (one.accessibility_label ?? one.text.text) === label);
      if (button === undefined) throw new Error(`no button "${label}"`);
      return world.send.interaction(
        slack.press({
          person: lin,
          channel,
          message,
          button: { action_id: button.action_id, value: button.value },
          trigger: trigger ?? (await world.trigger(lin)),
          responseUrl: world.proxy.responseUrl(unique()),
        }),
      );
    },
  };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;
