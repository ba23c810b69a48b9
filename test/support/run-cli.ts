import type { Io } from "#src/cli/io.ts";

export interface CliRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line against streams in memory; `input` null is a keyboard. */
export async function runCli(
  run: (io: Io) => Promise<number>,
  input: string | null,
  now = "2026-11-24T12:00:00Z",
  terminal: Io["terminal"] = { interactive: false, width: 80, colour: false },
): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  const io: Io = {
    input: input === null ? null : chunks(input),
    write: async (text) => {
      stdout += text;
    },
    writeError: (line) => {
      stderr += `${line}\n`;
    },
    terminal,
    clock: { now: () => new Date(now) },
  };
  const code = await run(io);
  return { code, stdout, stderr };
}

/** Input arrives in pieces that end anywhere, as from a pipe. */
async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const pieceLength = 1000;
  for (let from = 0; from < bytes.length; from += pieceLength) yield bytes.subarray(from, from + pieceLength);
}
