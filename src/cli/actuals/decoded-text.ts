import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UserError } from "#src/errors.ts";

/** What a file that is no plain text begins with, and what to do about it. */
const others: readonly (readonly [number[], string, string])[] = [
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file", "Export it as CSV; a gzipped CSV is read as it is."],
  [[0x50, 0x4b, 0x03, 0x04], "a zip file, or a spreadsheet", "Unpack it, or save it as CSV (UTF-8)."],
  [[0xff, 0xfe], "text in UTF-16", "Save it as CSV in UTF-8."],
  [[0xfe, 0xff], "text in UTF-16", "Save it as CSV in UTF-8."],
];
const GZIP = [0x1f, 0x8b];

/**
 * The text of a CSV file, piece by piece: UTF-8, gzipped or not, as cost exports come.
 *
 * @throws UserError `bad-input` for a file of another kind, or a gzip that is damaged
 */
export async function* decodedText(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const pieces = input[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const rest = (async function* () {
    yield first.value;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  })();
  if (typeof first.value !== "string") {
    const kind = others.find(([start]) => startsWith(first.value, start));
    if (kind !== undefined) throw unreadable(`The file is ${kind[1]}, not CSV.`, kind[2]);
    if (startsWith(first.value, GZIP)) return yield* asText(unzipped(rest));
  }
  yield* asText(rest);
}

function startsWith(piece: string | Uint8Array, start: readonly number[]): boolean {
  return typeof piece !== "string" && start.every((byte, at) => piece[at] === byte);
}

async function* asText(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    yield typeof piece === "string" ? piece : decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

async function* unzipped(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const source = Readable.from(pieces);
  // A source that fails must not leave the reader waiting.
  source.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const piece of source.pipe(gunzip)) yield piece;
  } catch (cause) {
    const isGzip = cause instanceof Error && "code" in cause && /^Z_/.test(String(cause.code));
    if (!isGzip) throw cause;
    throw unreadable("The file is gzipped, and damaged or cut short.", "Download it again.");
  }
}

function unreadable(message: string, nextStep: string): UserError {
  return new UserError({ code: "bad-input", message, nextStep });
}
