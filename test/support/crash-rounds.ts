import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect } from "vitest";
import { z } from "zod";
import type { Invocation } from "#src/reply/invocation.ts";
import { openStore } from "#src/storage/open-store.ts";

export interface CrashSetup {
  /** RETHINK_DATA_DIR or DATABASE_URL. */
  environment: Readonly<Record<string, string>>;
  /** File to which every reply is written when it is shown. */
  shownFile: string;
  rounds: number;
  eventsARound: number;
  /** A seed makes a failure repeatable. */
  random(): number;
}

export interface CrashOutcome {
  acknowledged: number;
  kills: number;
  /** Replies shown more than once: a crash between showing and noting it. */
  repeated: number;
}

const CHANNELS = ["C1", "C2", "C3"];

/**
 * Kills the service at a random point while changes flow, starts it again on the same store, sends what was not
 * acknowledged once more, and at the end counts: every acknowledged change is there exactly once, no other twice.
 */
export async function crashRounds({
  environment,
  shownFile,
  rounds,
  eventsARound,
  random,
}: CrashSetup): Promise<CrashOutcome> {
  const acknowledged = new Set<string>();
  const sent = new Map<string, Invocation>();
  let kills = 0;
  let next = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const service = await startProcess(environment, shownFile, (eventId) => acknowledged.add(eventId));
    if (round === 0) {
      for (const channel of CHANNELS) service.send(description(channel));
      await service.settle();
    }
    // The platform did not hear an ack, so it sends again; some it sends again although it did.
    for (const [eventId, event] of sent) {
      if (!acknowledged.has(eventId) || random() < 0.05) service.send(event);
    }
    if (round === rounds) {
      await service.settle();
      await service.end();
      break;
    }
    const killAfter = Math.floor(random() * eventsARound);
    for (let i = 0; i < eventsARound; i += 1) {
      next += 1;
      const event = change(next, CHANNELS[next % CHANNELS.length] ?? "C1");
      sent.set(event.eventId, event);
      service.send(event);
    }
    await service.acksAtLeast(killAfter);
    await pause(random() * 60);
    await service.kill();
    kills += 1;
  }
  return { acknowledged: acknowledged.size, kills, repeated: await audit(environment, shownFile, acknowledged, sent) };
}

function base(channel: string, eventId: string): Omit<Invocation, "verb" | "args"> {
  return {
    eventId,
    actor: { id: "U1", name: "Ada" },
    where: { platform: "slack", tenant: "T1", channel },
    addressed: true,
  };
}

function description(channel: string): Invocation {
  const text = "50 thumbnails a second, 200 ms at 512 MB, us-east-1";
  return { ...base(channel, `begin-${channel}`), verb: "review", args: { text } };
}

/** Sets the rate to a value no other event sets; the words name the event. */
function change(number: number, channel: string): Invocation {
  const eventId = `change-${number}`;
  return {
    ...base(channel, eventId),
    verb: "whatif",
    args: { path: "ratePerSecond", value: `${100 + number} a second`, why: eventId },
  };
}

const exportedSchema = z.object({
  reviews: z.array(z.object({ revisions: z.array(z.object({ number: z.number(), said: z.string() })) })),
});

async function audit(
  environment: Readonly<Record<string, string>>,
  shownFile: string,
  acknowledged: ReadonlySet<string>,
  sent: ReadonlyMap<string, Invocation>,
): Promise<number> {
  const store = await openStore({
    databaseUrl: environment["DATABASE_URL"] ?? null,
    dataDir: environment["RETHINK_DATA_DIR"] ?? "unused",
    secretKey: null,
  });
  try {
    const rows = [];
    for (const channel of CHANNELS)
      rows.push(...(await store.reviews.list({ platform: "slack", tenant: "T1", channel })));
    const { reviews } = exportedSchema.parse({ reviews: rows });
    expect(reviews).toHaveLength(CHANNELS.length);
    const done = reviews.flatMap(({ revisions }) => revisions.map(({ said }) => /change-\d+/.exec(said)?.[0] ?? ""));
    const changes = done.filter((eventId) => eventId !== "");
    expect(changes.toSorted(), "every change once").toEqual([...new Set(changes)].toSorted());
    const lost = [...acknowledged].filter((eventId) => eventId.startsWith("change-") && !changes.includes(eventId));
    expect(lost, `acknowledged and not there; told instead: ${refusals(shownFile)}`).toEqual([]);
    for (const eventId of changes) expect(sent.has(eventId)).toBe(true);
    for (const { revisions } of reviews) {
      expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, index) => index + 1));
    }
    expect(await store.inbox.backlog()).toBe(0);
    expect(await store.outbox.backlog()).toBe(0);
    return repeatedReplies(shownFile, changes.length);
  } finally {
    await store.close();
  }
}

const shownSchema = z.object({ how: z.string(), deliveryKey: z.string().nullable(), summary: z.string() });

function shown(file: string): z.infer<typeof shownSchema>[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  return lines.map((line) => shownSchema.parse(JSON.parse(line)));
}

/** What people were told in place of a card or a difference. */
function refusals(shownFile: string): string {
  const told = shown(shownFile).filter(({ how }) => !["post", "card", "edit"].includes(how));
  return told.map(({ summary }) => summary).join("; ");
}

/** Each change shows its difference at least once; how many were shown again. */
function repeatedReplies(shownFile: string, changes: number): number {
  const posts = shown(shownFile).filter(({ how }) => how === "post");
  const keys = new Set(posts.map(({ deliveryKey }) => deliveryKey));
  expect(keys.size, "every change was shown").toBe(changes);
  return posts.length - keys.size;
}

interface ServiceProcess {
  send(event: Invocation): void;
  acksAtLeast(count: number): Promise<void>;
  settle(): Promise<void>;
  kill(): Promise<void>;
  end(): Promise<void>;
}

async function startProcess(
  environment: Readonly<Record<string, string>>,
  shownFile: string,
  onAck: (eventId: string) => void,
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [new URL("./crash-process.ts", import.meta.url).pathname, shownFile], {
    env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], ...environment },
    stdio: "pipe",
  });
  let acks = 0;
  let errors = "";
  const waiting = new Set<{ until: () => boolean; done: () => void }>();
  const seen = new Set<string>();
  const check = (): void => {
    for (const one of waiting) if (one.until()) one.done();
  };
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [word = "", eventId = ""] = line.split(" ");
    seen.add(word);
    if (word === "ack") {
      acks += 1;
      onAck(eventId);
    }
    check();
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const wait = (what: string, until: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = {
        until,
        done: () => {
          waiting.delete(one);
          resolve();
        },
      };
      waiting.add(one);
      void gone.then(() => reject(new Error(`the process ended before it was ${what}: ${errors.slice(-2000)}`)));
      check();
    });
  await wait("ready", () => seen.has("ready"));
  return {
    send: (event) => child.stdin.write(`${JSON.stringify(event)}\n`),
    acksAtLeast: (count) => wait("acknowledging", () => acks >= count),
    settle: async () => {
      seen.delete("settled");
      child.stdin.write("settle\n");
      await wait("settled", () => seen.has("settled"));
    },
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
    end: async () => {
      end(child);
      await gone;
    },
  };
}

function end(child: ChildProcessWithoutNullStreams): void {
  child.stdin.end();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Random numbers that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
