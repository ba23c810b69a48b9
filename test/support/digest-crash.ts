import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { openStore } from "#src/storage/open-store.ts";
import type { ChannelId } from "#src/storage/port.ts";
import { addReview, servicePartsOn, setSchedule } from "./digest-world.ts";

const processFile = join(import.meta.dirname, "digest-worker-process.ts");
const lineSchema = z.object({ channel: z.string(), deliveryKey: z.string(), summary: z.string(), at: z.number() });

export interface CrashStore {
  databaseUrl: string | null;
  dataDir: string;
}

export interface CrashOutcome {
  /** Channels, each of which is to get one digest. */
  channels: number;
  /** Digests a platform that drops repeats of a delivery would show, by channel. */
  shown: ReadonlyMap<string, number>;
  /** Messages sent again under the key of an earlier one: the process died between posting and noting it. */
  repeats: number;
}

export interface CrashOptions {
  channels: number;
  replicas: number;
  kills: number;
  /** Whether another process takes the place of a killed one; without, at least one must survive. */
  replace: boolean;
  random(): number;
  postMs: number;
  /** After so long a run is taken for lost with its process. */
  expireSeconds: number;
}

/** Processes start in half the time with the code compiled before. */
const environment = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "rethink-compile-cache") };

function startReplica(store: CrashStore, file: string, { postMs, expireSeconds }: CrashOptions): ChildProcess {
  return spawn(process.execPath, [processFile, JSON.stringify(store), file, String(postMs), String(expireSeconds)], {
    stdio: ["ignore", "pipe", "ignore"],
    env: environment,
  });
}

/** Schedules of so many channels, all missed an hour ago, so that every replica that starts wants to post them. */
async function prepare(store: CrashStore, channels: number): Promise<ChannelId[]> {
  const opened = await openStore({ ...store, secretKey: null });
  const then = new Date(Date.now() - 2 * 3_600_000);
  const parts = servicePartsOn(opened, () => then);
  const due = new Date(Date.now() - 600_000);
  const time = `${due.getUTCHours()}:${String(due.getUTCMinutes()).padStart(2, "0")}`;
  const keys = Array.from({ length: channels }, (_, n) => ({ platform: "slack", tenant: `T${n}`, channel: `C${n}` }));
  for (const key of keys) {
    await addReview(parts, key);
    await setSchedule(parts, key, `daily ${time} UTC always`);
  }
  await opened.close();
  return keys;
}

/**
 * Lets replicas post, and kills one after another with SIGKILL, at a random moment after it began or in the midst of
 * its posts; then lets the others finish in peace.
 */
export async function crashRound(store: CrashStore, file: string, options: CrashOptions): Promise<CrashOutcome> {
  const keys = await prepare(store, options.channels);
  const running: ChildProcess[] = [];
  try {
    for (let n = 0; n < options.replicas; n += 1) running.push(startReplica(store, file, options));
    for (let kill = 0; kill < options.kills; kill += 1) {
      const victim = running.shift();
      if (victim === undefined) break;
      await ready(victim);
      if (options.random() < EARLY_SHARE) await wait(options.random() * 1_000);
      else await midst(file, options);
      await killed(victim);
      if (options.replace) running.push(startReplica(store, file, options));
    }
    await finished(keys, file);
  } finally {
    for (const child of running) await killed(child);
  }
  return { channels: keys.length, ...shownIn(file) };
}

/** Kills that come at any moment, mostly before the first post; the others come when one or more were posted. */
const EARLY_SHARE = 0.25;
const FIRST_POST_WITHIN_MS = 20_000;

/** When some more digests are posted, how many is left to chance, and perhaps not noted yet. */
async function midst(file: string, { channels, random, postMs }: CrashOptions): Promise<void> {
  const until = Date.now() + FIRST_POST_WITHIN_MS;
  const already = shownIn(file).shown.size;
  const wanted = already + Math.ceil(random() * (channels - already));
  while (Date.now() < until && shownIn(file).shown.size < wanted) await wait(10);
  await wait(random() * postMs);
}

function ready(child: ChildProcess): Promise<unknown> {
  return Promise.race([
    new Promise((resolve) => child.stdout?.once("data", resolve)),
    new Promise((resolve) => child.once("exit", resolve)),
  ]);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

const GIVE_UP_MS = 90_000;

/** Every channel has its digest, and then a while longer, for those that would come twice. */
async function finished(keys: readonly ChannelId[], file: string): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  while (Date.now() < until && shownIn(file).shown.size < keys.length) await wait(100);
  await wait(1_000);
}

/** A repeat of a delivery has its key, and is dropped as the platform would; the same digest under another key is not. */
function shownIn(file: string): Pick<CrashOutcome, "shown" | "repeats"> {
  const shown = new Map<string, number>();
  let repeats = 0;
  if (!existsSync(file)) return { shown, repeats };
  const keys = new Set<string>();
  // A line that was being written when the process died is none.
  for (const text of readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))) {
    const line = lineSchema.parse(JSON.parse(text));
    if (keys.has(line.deliveryKey)) {
      repeats += 1;
      continue;
    }
    keys.add(line.deliveryKey);
    shown.set(line.channel, (shown.get(line.channel) ?? 0) + 1);
  }
  return { shown, repeats };
}
