import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { type Composed, compose } from "#src/main.ts";
import { createConversation } from "#src/platforms/terminal/conversation.ts";
import { createTerminalPlatform, type TerminalPlatform } from "#src/platforms/terminal/platform.ts";
import type { Shown } from "#src/platforms/terminal/seats.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Action, Reply } from "#src/reply/reply.ts";
import { newSortableId } from "#src/reviews/ids.ts";
import type { Driver, Place, Seat, SeenMessage } from "#test/scenarios/driver.ts";

/** The whole product with the terminal as its platform, several people at once. */
export async function startTerminalDriver(): Promise<Driver> {
  const directory = mkdtempSync(join(tmpdir(), "rethink-"));
  const config = readConfig({ RETHINK_DATA_DIR: directory, RETHINK_LOG_LEVEL: "error" });
  let running = await start();
  let round = 0;
  let events = 0;
  let last: Invocation | null = null;
  const seats = new Map<string, Seated>();

  async function start(): Promise<{ service: Composed; platform: TerminalPlatform }> {
    const platform = createTerminalPlatform(() => newSortableId(new Date(), Math.random));
    const service = await compose(config, { platforms: [platform], log: createLog("error") });
    return { service, platform };
  }

  /** The person's door: remembers the last event, to deliver it again. */
  const acceptAndRemember = async (invocation: Invocation): Promise<"accepted" | "duplicate"> => {
    last = invocation;
    return running.platform.door().accept(invocation);
  };

  function sit(person: string, place: Place): Seated {
    const key = JSON.stringify([round, person, place]);
    const known = seats.get(key);
    if (known !== undefined) return known;
    const tenant = `${place.tenant}-${round}`;
    // Who comes later reads what was said in the channel before.
    const earlier = [...seats.values()].find(({ seat }) => seat.tenant === tenant && seat.channel === place.channel);
    const shown = (earlier?.shown ?? []).filter(({ isPrivate }) => !isPrivate);
    const conversation = createConversation({
      door: { ...running.platform.door(), accept: acceptAndRemember },
      actor: { id: person, name: person },
      tenant,
      channel: place.channel,
      newEventId: () => `event-${++events}`,
      say: async () => {},
    });
    const seat = { tenant, channel: place.channel, person, show: (one: Shown) => remember(shown, one) };
    const seated: Seated = { seat, shown, conversation };
    running.platform.join(seat);
    seats.set(key, seated);
    return seated;
  }

  return {
    platform: "terminal",
    fresh: async () => {
      round += 1;
    },
    seat: async (person, place) => seatFor(sit(person, place)),
    redeliverLast: async () => {
      if (last !== null) await running.platform.door().accept(last);
    },
    restart: async () => {
      await running.service.stop();
      running = await start();
      for (const { seat } of seats.values()) running.platform.join(seat);
    },
    settled: () => running.service.settled(),
    stop: async () => {
      await running.service.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Seated {
  seat: { tenant: string; channel: string; person: string; show(shown: Shown): void };
  shown: Shown[];
  conversation: ReturnType<typeof createConversation>;
}

/** An edit takes the place of what it changes. */
function remember(all: Shown[], shown: Shown): void {
  const at = all.findIndex(({ id }) => id === shown.id);
  const known = all[at];
  if (shown.kind !== "edit") all.push(shown);
  else if (known !== undefined) all[at] = { ...known, reply: shown.reply };
}

function seatFor({ shown, conversation }: Seated): Seat {
  const find = (message: string): Shown => {
    const one = shown.find(({ id }) => id === message) ?? shown.find(({ id }) => `${id}/opener` === message);
    if (one === undefined) throw new Error("there is no such message");
    return one;
  };
  return {
    slash: async (line) => {
      await conversation.line(`/rethink ${line}`);
    },
    say: (card, text, addressed) => conversation.sayIn(card, text, addressed),
    press: async (message, label) => {
      const on = find(message);
      const actions = actionsOf(message.endsWith("/opener") ? on.opener : on.reply);
      const action = actions.find((one) => labelOf(one) === label);
      if (action === undefined) throw new Error(`no button "${label}" among ${actions.map(labelOf).join(", ")}`);
      await conversation.press(action, on.thread === null ? null : on);
    },
    submit: conversation.submit,
    openForm: async () => {
      const form = conversation.openForm();
      return form === null ? null : { title: form.title, fields: form.fields.map(({ name }) => name) };
    },
    messages: async () => shown.flatMap(seen),
  };
}

function seen(shown: Shown): SeenMessage[] {
  const message = { ...look(shown.reply), id: shown.id, isPrivate: shown.isPrivate, thread: shown.thread };
  if (shown.opener === null) return [message];
  return [message, { ...look(shown.opener), id: `${shown.id}/opener`, isPrivate: false, thread: shown.id }];
}

function look(reply: Reply): Pick<SeenMessage, "text" | "buttons" | "files"> {
  const withoutFiles = { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== "file" && kind !== "actions") };
  return {
    text: renderPlainText(withoutFiles, { width: 400, chart: "omit" }),
    buttons: actionsOf(reply).map(labelOf),
    files: reply.blocks.flatMap((block) =>
      block.kind === "file" ? [{ name: block.name, content: block.content }] : [],
    ),
  };
}

function actionsOf(reply: Reply | null): Action[] {
  return (reply?.blocks ?? []).flatMap((block) => {
    if (block.kind === "line-with-action") return [block.action];
    return block.kind === "actions" ? [...block.actions] : [];
  });
}

function labelOf({ label, accessibilityLabel }: Action): string {
  return accessibilityLabel ?? label;
}
