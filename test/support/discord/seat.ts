import type { Seat, SeenMessage } from "#test/scenarios/driver.ts";
import { payloadOf } from "./gateway-payloads.ts";
import type { HeardEvents } from "./heard-door.ts";
import { type Answered, formIn, type Human, type Spot } from "./human.ts";
import { type ReadMessage, readMessage } from "./read-back.ts";
import { buttonName, shownMessage, withoutBreaks } from "./shown-message.ts";
import type { Twin } from "./twin.ts";
import { typedCommand } from "./typed-command.ts";
import type { Call, Wire } from "./wire.ts";

export interface SeatParts {
  twin: Twin;
  wire: Wire;
  heard: HeardEvents;
  human: Human;
  spot: Spot;
  /** Forms open for people, by their id. */
  forms: Map<string, OpenForm>;
}

export interface OpenForm {
  title: string;
  customId: string;
  fields: readonly { name: string; isMenu: boolean }[];
  spot: Spot;
  /** The message whose button opened it. */
  message: string | undefined;
}

/** A message, and where it stands: in the channel, or in the thread under another message. */
interface Placed {
  message: ReadMessage;
  /** The channel that holds it: a thread is a channel too. */
  channelId: string;
  thread: string | null;
}

/** One person in one channel, doing what people do on Discord. */
export function discordSeat({ twin, wire, heard, human, spot, forms }: SeatParts): Seat {
  const { person } = human;

  async function threads(): Promise<{ id: string; card: string }[]> {
    const found = await twin.prisma.channel.findMany({ where: { parentId: spot.channelId } });
    return found.map(({ id, starterMessageId }) => ({ id, card: starterMessageId ?? id }));
  }

  /** What the bot wrote here that this person can see, oldest first. */
  async function visible(): Promise<Placed[]> {
    const places = [{ id: spot.channelId, card: null }, ...(await threads())];
    const placed = await Promise.all(
      places.map(async ({ id, card }) =>
        (await twin.messages(id)).map((one) => ({ message: readMessage(one), channelId: id, thread: card })),
      ),
    );
    return placed
      .flat()
      .filter(({ message }) => message.authorId === twin.botId && message.text !== "")
      .filter(({ message }) => [null, person.id].includes(wire.seenBy(message.id)))
      .toSorted((a, b) => Number(BigInt(a.message.id) - BigInt(b.message.id)));
  }

  /** Waits for this very interaction's first response, and keeps the form it may have opened. */
  async function answered({ token }: Answered, at: Spot, message?: string): Promise<void> {
    const path = `/${token}/callback`;
    const mine = (): Call | undefined => wire.calls.find((call) => call.path.endsWith(path));
    while (mine() === undefined) await wire.next("POST", /\/callback$/);
    const response = mine();
    const form = response === undefined ? null : formIn(response);
    if (form === null) return;
    const fields = form.fields.map((label) => {
      const component = payloadOf(label["component"]);
      return { name: String(component["custom_id"]), isMenu: component["type"] === 3 };
    });
    forms.set(person.id, { title: form.title, customId: form.customId, fields, spot: at, message });
  }

  async function say(at: Spot, words: string, isMention: boolean): Promise<void> {
    const from = heard.count();
    const id = await human.say(at, isMention ? `<@${twin.botId}> ${words}` : words);
    await heard.until(
      (one) =>
        one.kind === "accepted" ? one.eventId === `discord:message:${id}` : !isMention && one.thread === at.channelId,
      from,
    );
  }

  return {
    async slash(line) {
      const typed = typedCommand(line);
      if (typed === null) return say(spot, line.trim(), true);
      await answered(await human.command(spot, typed.verb, typed.options), spot);
    },
    async say(card, words, addressed) {
      const thread = (await threads()).find((one) => one.card === card);
      if (thread === undefined) throw new Error("there is no thread under that message");
      await say({ ...spot, channelId: thread.id }, words, addressed);
    },
    async press(id, label) {
      const found = (await visible()).find(({ message }) => message.id === id);
      const button = found?.message.buttons.find((one) => buttonName(one) === label);
      if (found === undefined || button === undefined) throw new Error(`no button "${label}"`);
      const at = { ...spot, channelId: found.channelId };
      await answered(await human.press(at, id, button.customId), at, id);
    },
    async submit(answers) {
      const form = forms.get(person.id);
      if (form === undefined) throw new Error("no form is open");
      forms.delete(person.id);
      const given = form.fields.map(({ name, isMenu }) => {
        const answer = answers[name] ?? "";
        return { name, value: isMenu ? (answer === "" ? [] : [answer]) : answer };
      });
      await answered(await human.submit(form.spot, form.customId, given, form.message), form.spot);
    },
    async openForm() {
      const form = forms.get(person.id);
      return form === undefined ? null : { title: form.title, fields: form.fields.map(({ name }) => name) };
    },
    async messages(): Promise<readonly SeenMessage[]> {
      const shown = (await visible()).map(({ message, thread }) => {
        const place = { isPrivate: wire.seenBy(message.id) !== null, thread };
        return shownMessage(message, place, (name) => contentOf(wire, name), twin.nameOf);
      });
      return withoutBreaks(shown);
    },
  };
}

/** What was last sent under the name. */
function contentOf(wire: Wire, name: string): string {
  const sent = wire.calls.flatMap(({ files }) => files).findLast((file) => file.name === name);
  return sent?.bytes.toString("utf8") ?? "";
}
