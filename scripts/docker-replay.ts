import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDockerfile } from "./docker/read-dockerfile.ts";
import { replayDockerfile } from "./docker/replay.ts";

// Proves without an engine that the image would start: replays the Dockerfile, then runs the program from its files.
const steps = readDockerfile(readFileSync("Dockerfile", "utf8"));
const started = performance.now();
replayDockerfile(steps, process.cwd(), (last, run) => {
  const builtS = ((performance.now() - started) / 1000).toFixed(1);
  const prices = run(["node", "src/cli.ts", "prices"], "");
  const cmd = steps.findLast((step) => step.kind === "cmd")?.command ?? [];
  const chat = run(cmd, "/rethink help\n");
  for (const [name, text] of [
    ["rethink prices", prices],
    ["CMD with /rethink help piped in", chat],
  ] as const) {
    if (text.trim() === "") throw new Error(`${name} printed nothing`);
  }
  process.stdout.write(
    `The copied files suffice: built in ${builtS} s, ${sizeMb(last.folder)} MB; prices and help answer.\n`,
  );
});

function sizeMb(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const bytes = entries.reduce((sum, entry) => sum + lstatSync(join(folder, entry)).size, 0);
  return Math.round(bytes / 1_000_000);
}
