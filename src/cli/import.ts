import { z } from "zod";
import { readConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { TransferRow } from "#src/storage/port.ts";
import { EXPORT_FORMAT } from "./export.ts";
import { type InputLine, openInput, readLines } from "./io.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";
import { parseInput, parseJson } from "./parse-input.ts";

const USAGE = `DATABASE_URL=postgresql://… rethink import reviews.ndjson

Reads a file made by "rethink export" into an empty store (DATABASE_URL, or RETHINK_DATA_DIR): all of it, or nothing.
`;

const headerSchema = z.object({ format: z.literal(EXPORT_FORMAT) });
const lineSchema = z.union([
  z.object({ end: z.literal(true), rows: z.number() }),
  z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
]);

export const importCommand: MachineCommand = {
  name: "import",
  summary: "Read an export into an empty store",
  run: async (args, io) => {
    const { flags, file } = readArguments(args, {});
    if (flags["help"] === true) {
      await io.write(USAGE);
      return 0;
    }
    const input = readLines(await openInput(io, file));
    const store = await openStore(readConfig());
    try {
      const imported = await store.load(rowsOf(input));
      await io.write(`${JSON.stringify({ imported })}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** The rows between header and last line. @throws UserError when either is missing, or rows are */
async function* rowsOf(lines: AsyncGenerator<InputLine>): AsyncGenerator<TransferRow> {
  const first = await lines.next();
  if (first.done === true || !headerSchema.safeParse(jsonOf(first.value)).success) {
    throw notAnExport("This is no file of `rethink export`.");
  }
  let rows = 0;
  for await (const line of lines) {
    const read = parseInput(lineSchema, parseJson(line));
    if ("end" in read) {
      if (read.rows !== rows) throw notAnExport(`The file has ${rows} rows of ${read.rows}.`);
      return;
    }
    rows += 1;
    yield read;
  }
  throw notAnExport("The file ends before the export did.");
}

function jsonOf(line: InputLine): unknown {
  try {
    return parseJson(line);
  } catch {
    return null;
  }
}

function notAnExport(message: string): UserError {
  return new UserError({ code: "bad-input", message, nextStep: "Nothing was imported. Export again." });
}
