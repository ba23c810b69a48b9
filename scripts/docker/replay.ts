import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Step } from "./read-dockerfile.ts";

/** Proxies, certificate authorities and the registry of this machine. */
const NETWORK_VARIABLE =
  /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|(?:HTTPS?|NO|ALL)_PROXY|npm_config_(?:registry|cafile))$/i;

/** One build stage: a folder that stands for its root. */
interface Stage {
  folder: string;
  workdir: string;
  env: Record<string, string>;
}

/**
 * Carries out the steps of a Dockerfile in temporary folders, without an engine, and hands the last stage over.
 * COPY reads only what a clean build would see; RUN gets PATH and HOME, the ENV of its stage, and how this machine
 * reaches the network, nothing else.
 * Base images, users and owners are not replayed. The folders are gone when `use` returns.
 */
export function replayDockerfile<Result>(
  steps: readonly Step[],
  root: string,
  use: (last: Stage, run: (command: readonly string[], input: string) => string) => Result,
): Result {
  const base = mkdtempSync(join(tmpdir(), "rethink-image-"));
  const stages = new Map<string, Stage>();
  let stage: Stage = { folder: base, workdir: "/", env: {} };
  try {
    for (const step of steps) {
      if (step.kind === "from") {
        stage = { folder: join(base, `stage-${stages.size}`), workdir: "/", env: {} };
        mkdirSync(stage.folder);
        stages.set(step.stage, stage);
      } else if (step.kind === "workdir") {
        stage.workdir = resolve(stage.workdir, step.path);
        mkdirSync(join(stage.folder, stage.workdir), { recursive: true });
      } else if (step.kind === "env") Object.assign(stage.env, step.values);
      else if (step.kind === "copy")
        copy(step, stage, step.fromStage === null ? root : folderOf(stages, step.fromStage));
      else if (step.kind === "run") runIn(stage, base, ["sh", "-c", step.command], "");
    }
    return use(stage, (command, input) => runIn(stage, base, command, input));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function folderOf(stages: ReadonlyMap<string, Stage>, name: string): string {
  const found = stages.get(name);
  if (found === undefined) throw new Error(`COPY --from=${name}: no such stage`);
  return found.folder;
}

/** As Docker does: the content of a folder, but a file under its own name when the target ends with a slash. */
function copy(step: Extract<Step, { kind: "copy" }>, stage: Stage, from: string): void {
  const target = join(stage.folder, resolve(stage.workdir, step.target));
  for (const source of step.sources) {
    const path = join(from, source);
    if (!existsSync(path)) throw new Error(`COPY ${source}: there is no such file`);
    const into = step.target.endsWith("/") && !statSync(path).isDirectory();
    cpSync(path, into ? join(target, basename(source)) : target, { recursive: true, verbatimSymlinks: true });
  }
}

function runIn(stage: Stage, home: string, command: readonly string[], input: string): string {
  const [program = "", ...words] = command;
  const network = Object.entries(process.env).filter(([name]) => NETWORK_VARIABLE.test(name));
  const env = { PATH: process.env["PATH"] ?? "", HOME: home, ...Object.fromEntries(network), ...stage.env };
  return execFileSync(program, words, {
    cwd: join(stage.folder, stage.workdir),
    env,
    input,
    encoding: "utf8",
    timeout: 300_000,
    stdio: ["pipe", "pipe", "inherit"],
  });
}
