import { open } from "node:fs/promises";
import { type Clock, systemClock } from "#src/clock.ts";
import { UserError } from "#src/errors.ts";

/** What a machine command may touch: injected, so that tests run commands without a process. */
export interface Io {
  /** Standard input; `null` when it is a keyboard, from which no JSON is read. */
  input: AsyncIterable<string | Uint8Array> | null;
  /** Standard output: answers and nothing else. Resolves when the reader has room. */
  write(text: string): Promise<void>;
  /** One line on standard error. */
  writeError(line: string): void;
  terminal: Terminal;
  clock: Clock;
}

export interface Terminal {
  /** True when a person reads standard output. */
  interactive: boolean;
  /** Columns. */
  width: number;
  colour: boolean;
}

/** Columns assumed where the output is no terminal. */
const DEFAULT_WIDTH = 80;
/** Longest single input, in characters: a description or a workload is a few thousand. */
export const MAX_INPUT_CHARACTERS = 4_000_000;

/** The process's own streams. */
export function processIo(clock: Clock = systemClock): Io {
  const { stdin, stdout, stderr } = process;
  const interactive = stdout.isTTY === true;
  // A closed pipe also rejects the write; without a listener the event alone would end the process.
  stdout.on("error", () => {});
  return {
    input: stdin.isTTY === true ? null : stdin,
    write: (text) =>
      new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve()))),
    writeError: (line) => {
      stderr.write(`${line}\n`);
    },
    terminal: {
      interactive,
      // A terminal that does not know its width says 0.
      width: interactive ? stdout.columns || DEFAULT_WIDTH : DEFAULT_WIDTH,
      colour: interactive && stdout.hasColors(),
    },
    clock,
  };
}

/** The named file, or standard input when there is none (or it is `-`). */
export async function openInput(io: Io, file: string | undefined): Promise<AsyncIterable<string | Uint8Array>> {
  if (file !== undefined && file !== "-") return openFile(file);
  if (io.input !== null) return io.input;
  throw new UserError({
    code: "bad-input",
    message: "There is no input.",
    nextStep: "Give a JSON file as an argument, or pipe JSON to standard input.",
  });
}

async function openFile(file: string): Promise<AsyncIterable<string | Uint8Array>> {
  try {
    const handle = await open(file);
    return handle.createReadStream();
  } catch (cause) {
    throw new UserError(
      { code: "bad-input", message: `${file} can't be read.`, nextStep: "Give the path of a file that exists." },
      { cause },
    );
  }
}

/** One input line; `tooLong`: it went past `MAX_INPUT_CHARACTERS` and its text was dropped. */
export interface InputLine {
  text: string;
  tooLong: boolean;
}

/**
 * Splits a stream at line feeds alone (JSON strings may hold other line separators), as text arrives.
 * A last line without a line feed counts; the nothing after a final line feed does not.
 */
export async function* readLines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<InputLine> {
  let pending: InputLine = { text: "", tooLong: false };
  for await (const text of decode(input)) {
    const parts = text.split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      yield withoutReturn(grow(pending, part));
      pending = { text: "", tooLong: false };
    }
    pending = grow(pending, last);
  }
  if (pending.text !== "" || pending.tooLong) yield withoutReturn(pending);
}

/** The whole stream as one text. */
export async function readText(input: AsyncIterable<string | Uint8Array>): Promise<InputLine> {
  let read: InputLine = { text: "", tooLong: false };
  for await (const text of decode(input)) read = grow(read, text);
  return read;
}

function grow(line: InputLine, part: string): InputLine {
  if (line.tooLong || line.text.length + part.length > MAX_INPUT_CHARACTERS) return { text: "", tooLong: true };
  return { text: line.text + part, tooLong: false };
}

function withoutReturn(line: InputLine): InputLine {
  return line.text.endsWith("\r") ? { ...line, text: line.text.slice(0, -1) } : line;
}

async function* decode(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
