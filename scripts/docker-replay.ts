import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDockerfile } from "./docker/read-dockerfile.ts";
import { replayDockerfile } from "./docker/replay.ts";

// Proves without an engine that the image would start: replays the Dockerfile, then runs the program from its files.
const steps = readDockerfile(readFileSync("Dockerfile", "utf8"));
const cmd = steps.findLast((step) => step.kind === "cmd")?.command ?? [];
const trials = [
  { what: "rethink prices", command: ["node", "src/cli.ts", "prices"], input: "" },
  { what: "the image's own command, with /rethink help piped in", command: cmd, input: "/rethink help\n" },
];
const started = performance.now();

try {
  replayDockerfile(steps, process.cwd(), (last, run) => {
    say(`built in ${secondsSince(started)} s, ${sizeMb(last.folder)} MB`);
    for (const { what, command, input } of trials) {
      const trialStarted = performance.now();
      if (run(command, input).trim() === "") throw new Error(`${what}: printed nothing`);
      say(`${what}: answered in ${secondsSince(trialStarted)} s`);
    }
  });
  say("the copied files suffice");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function sizeMb(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const bytes = entries.reduce((sum, entry) => sum + lstatSync(join(folder, entry)).size, 0);
  return Math.round(bytes / 1_000_000);
}
