import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { readConfig } from "#src/config.ts";
import { RetryLater, UserError } from "#src/errors.ts";
import { createLog } from "#src/log.ts";
import { compose } from "#src/main.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { ChannelId } from "#src/storage/port.ts";
import { type Recorded, recordingPlatform } from "#test/support/recording-platform.ts";
import { sharedStore } from "#test/support/shared-store.ts";

const TEXT = "50 thumbnails a second, 200 ms at 512 MB, us-east-1";

const store = sharedStore();
let tenants = 0;
beforeEach(() => {
  tenants += 1;
});
const here = (): ChannelId => ({ platform: "slack", tenant: `T${tenants}`, channel: "C1" });

let events = 0;
function event(what: Partial<Invocation>): Invocation {
  events += 1;
  return {
    verb: null,
    args: {},
    actor: { id: "U1", name: "Ada" },
    where: { platform: "slack", tenant: `T${tenants}`, channel: "C1" },
    eventId: `e${events}`,
    addressed: true,
    ...what,
  };
}

/** The whole service on a store of its own; `meet` decides what the network does with each reply. */
async function service(meet: (one: Recorded, shown: readonly Recorded[]) => void = () => {}) {
  const shown: Recorded[] = [];
  const platform = recordingPlatform((one) => {
    meet(one, shown);
    shown.push(one);
  });
  const lines: string[] = [];
  const log = createLog("warn", { write: (line) => void lines.push(line) });
  const running = await compose(readConfig({}), { platforms: [platform], log, store: store() });
  onTestFinished(() => running.stop());
  return { ...running, shown, lines };
}

describe("a reply that can't be posted", () => {
  test("because the network failed is posted again, with the same key", async () => {
    let failures = 1;
    const { door, shown, lines } = await service(({ how }) => {
      if (how === "card" && failures-- > 0) throw new Error("socket hang up");
    });
    await door.accept(event({ verb: "review", args: { text: TEXT } }));
    await expect.poll(() => shown.map(({ how }) => how), { timeout: 25_000 }).toEqual(["card"]);
    expect(lines.join("")).toMatch(/a reply could not be posted/);
    expect(lines.join("")).not.toMatch(/thumbnails/);
  });

  test("because the platform asks to wait is posted when the time has come", async () => {
    let waits = 1;
    const { door, shown } = await service(({ how }) => {
      if (how === "card" && waits-- > 0) throw new RetryLater("slow down", 50);
    });
    await door.accept(event({ verb: "review", args: { text: TEXT } }));
    await expect.poll(() => shown.length, { timeout: 25_000 }).toBe(1);
  });

  test("because the bot is not let in is told to the person instead", async () => {
    const { door, shown, settled } = await service(({ how }) => {
      if (how === "card")
        throw new UserError({ code: "not-allowed", message: "I am not in this channel.", nextStep: "Invite me." });
    });
    await door.accept(event({ verb: "review", args: { text: TEXT } }));
    await settled();
    expect(shown.map(({ how, reply }) => [how, reply.summary])).toEqual([["private", "I am not in this channel."]]);
  });
});

describe("an event", () => {
  test("with secrets in it is stored without them", async () => {
    const { door, parts, settled } = await service();
    await door.accept(event({ verb: "review", args: { text: `${TEXT}, password: hunter2hunter2` } }));
    await settled();
    const rows: string[] = [];
    for await (const row of parts.store.dump()) rows.push(JSON.stringify(row));
    expect(rows.join("\n")).toMatch(/thumbnails/);
    expect(rows.join("\n")).not.toMatch(/hunter2/);
  });

  test("that is far too long is refused at the door", async () => {
    const { door } = await service();
    const long = door.accept(event({ verb: "review", args: { text: "x".repeat(30_000) } }));
    await expect(long).rejects.toMatchObject({ code: "bad-input" });
  });

  test("leaves none of its words in the queue once it is done", async () => {
    const { door, parts, settled } = await service();
    await door.accept(event({ args: { text: "an idea nobody should keep, frobnicated" } }));
    await settled();
    for await (const { row } of parts.store.dump()) expect(JSON.stringify(row)).not.toMatch(/frobnicated/);
  });

  test("whose command fails by a fault of ours is told with an id that is in the log, and changes nothing", async () => {
    const { door, parts, shown, lines, settled } = await service();
    await door.accept(event({ verb: "review", args: { text: TEXT } }));
    await settled();
    // A stored body of no known form: the reader of it throws what no person could mend.
    const [review] = await parts.store.reviews.list(here());
    await parts.store.reviews.rewriteRevision(here(), review?.id ?? "", 1, {});
    await door.accept(event({ verb: "limits" }));
    await settled();
    const told = shown.at(-1);
    expect(told?.how).toBe("private");
    expect(told?.reply.summary).toMatch(/failed on our side/);
    const [id] = /E-[0-9A-F]{4}/.exec(JSON.stringify(told?.reply.blocks)) ?? ["none"];
    expect(lines.join("")).toContain(id);
    expect(await parts.store.inbox.backlog()).toBe(0);
  });
});
