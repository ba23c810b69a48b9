import { UserError } from "#src/errors.ts";
import { nearestNames } from "#src/model/pricing/nearest-names.ts";
import type { CommandRow } from "./command-table.ts";
import { reportError } from "./error-report.ts";
import type { Io } from "./io.ts";

/** Exit codes: fine, bad input, a fault of ours. A command may also return 1, a finding. */
const BAD_INPUT = 2;
const FAULT = 70;

/**
 * Runs one command line and resolves to its exit code. Never rejects: a UserError is one line on standard error and
 * exit 2, anything else a line with an id and exit 70.
 */
export async function route(argv: readonly string[], io: Io, table: readonly CommandRow[]): Promise<number> {
  try {
    if (argv.length === 0 || argv[0] === "--help" || argv[0] === "-h" || argv[0] === "help") {
      await io.write(help(table));
      return 0;
    }
    const { row, args } = findCommand(argv, table);
    return await (await row.load()).run(args, io);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    io.writeError(reportError(error, io).message.replaceAll(/\s+/g, " "));
    return error instanceof UserError ? BAD_INPUT : FAULT;
  }
}

/** The longest name that the words start with: "prices refresh" before "prices". */
function findCommand(argv: readonly string[], table: readonly CommandRow[]): { row: CommandRow; args: string[] } {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(" ");
    const row = table.find((candidate) => candidate.name === name);
    if (row !== undefined) return { row, args: argv.slice(row.name.split(" ").length) };
  }
  const asked = argv.filter((word) => !word.startsWith("-")).slice(0, 2);
  const close = nearestNames(
    asked.join(" "),
    table.map((row) => row.name),
    1,
  );
  throw new UserError({
    code: "bad-input",
    message: `There is no command ${JSON.stringify(argv[0])}.`,
    nextStep: close[0] === undefined ? "See rethink --help." : `Did you mean ${close[0]}? See rethink --help.`,
  });
}

function help(table: readonly CommandRow[]): string {
  const width = Math.max(0, ...table.map((row) => row.name.length));
  const lines = table.map((row) => `  ${row.name.padEnd(width)}  ${row.summary}`);
  return `rethink <command> [file.json] [--ndjson]\n\n${lines.join("\n")}\n`;
}

/** The reader went away (`| head`): nothing to say, and nobody to say it to. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
