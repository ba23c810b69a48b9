import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A script of this folder as a process that is talked to in lines. */
export interface LineProcess {
  child: ChildProcessWithoutNullStreams;
  /** The next line it writes. */
  line(): Promise<string>;
  send(line: string): void;
  /** Resolves to the exit code. */
  exited: Promise<number | null>;
}

/** Starts `test/support/<name>` with these arguments; it ends with the test. */
export function startLineProcess(name: string, args: readonly string[]): LineProcess {
  const script = new URL(name, import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...args], { stdio: "pipe" });
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    const next = waiting.shift();
    if (next === undefined) lines.push(line);
    else next(line);
  });
  child.stderr.pipe(process.stderr);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  return {
    child,
    line: () => {
      const line = lines.shift();
      return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line);
    },
    send: (line) => child.stdin.write(`${line}\n`),
    exited,
  };
}
