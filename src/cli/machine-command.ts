import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { UserError } from "#src/errors.ts";
import { type ErrorReport, reportError } from "./error-report.ts";
import { type Io, openInput, readLines, readText } from "./io.ts";
import { parseJson } from "./parse-input.ts";

/** One command of the `rethink` executable. */
export interface MachineCommand {
  /** What is typed: "price", "prices refresh". */
  name: string;
  /** One line for `rethink --help`, starting with a verb. */
  summary: string;
  /**
   * Arguments after the name. Resolves to the exit code: 0 fine, 1 a finding, 2 bad input.
   * A UserError that is thrown becomes one line on standard error and exit 2.
   */
  run(args: readonly string[], io: Io): Promise<number>;
}

export type Flags = Readonly<Record<string, string | boolean | undefined>>;

export interface AnswerContext {
  flags: Flags;
  io: Io;
}

export type Outcome<Result> = { ok: true; result: Result } | { ok: false; error: ErrorReport };

export interface JsonCommandSpec<Result> {
  name: string;
  summary: string;
  /** Flags besides `--ndjson`, `--json` and `--help`, as node:util `parseArgs` takes them. */
  flags?: ParseArgsOptionsConfig;
  /** One parsed JSON input to one result. Throws UserError for what the person can mend. */
  answer(input: unknown, context: AnswerContext): Result | Promise<Result>;
  /** The result as other programs read it, where that is not the result itself. */
  toJson?(result: Result): unknown;
  /** Text instead of JSON for a single input; null: JSON. Not asked when `--json` is given. */
  present?(result: Result, context: AnswerContext): string | null | Promise<string | null>;
  /** Another line than the result (or `{"error"}`) with `--ndjson`; null: the usual one. */
  line?(outcome: Outcome<Result>, context: AnswerContext): unknown | Promise<unknown>;
}

const commonFlags: ParseArgsOptionsConfig = {
  ndjson: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

/** Makes a command of a function from JSON to JSON: reading, `--ndjson`, errors and exit codes are done here. */
export function jsonCommand<Result>(spec: JsonCommandSpec<Result>): MachineCommand {
  return {
    name: spec.name,
    summary: spec.summary,
    run: async (args, io) => {
      const { flags, file } = readArguments(args, spec.flags ?? {});
      const context = { flags, io };
      if (flags["help"] === true) {
        await io.write(usage(spec));
        return 0;
      }
      const input = await openInput(io, file);
      if (flags["ndjson"] === true) return answerLines(spec, input, context);
      const result = await spec.answer(parseJson(await readText(input)), context);
      const text = flags["json"] === true ? null : ((await spec.present?.(result, context)) ?? null);
      await io.write(text ?? `${JSON.stringify(jsonOf(spec, result), null, 2)}\n`);
      return 0;
    },
  };
}

/** Flags and the one file argument. */
export function readArguments(
  args: readonly string[],
  flags: ParseArgsOptionsConfig,
): { flags: Flags; file: string | undefined } {
  const { values, positionals } = parseOrExplain(args, { ...commonFlags, ...flags });
  if (positionals.length > 1) {
    throw new UserError({
      code: "bad-input",
      message: `There is one file too many: ${positionals[1]}.`,
      nextStep: "Give one file, or none and pipe the input.",
    });
  }
  return { flags: values, file: positionals[0] };
}

function parseOrExplain(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const single: Record<string, string | boolean | undefined> = {};
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) single[name] = value;
    return { values: single, positionals };
  } catch (cause) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UserError(
      {
        code: "bad-input",
        message: `${misunderstood(args, options)} is not understood.`,
        nextStep: `Flags: ${known.join(", ")}.`,
      },
      { cause },
    );
  }
}

/** The first flag that is unknown; where all are known, the first: a value is missing or one too many. */
function misunderstood(args: readonly string[], options: ParseArgsOptionsConfig): string {
  const given = args.filter((arg) => arg.startsWith("-")).map((arg) => arg.split("=")[0] ?? arg);
  const known = new Set(
    Object.entries(options).flatMap(([name, { short }]) => [
      `--${name}`,
      ...(short === undefined ? [] : [`-${short}`]),
    ]),
  );
  return given.find((flag) => !known.has(flag)) ?? given[0] ?? "An argument";
}

async function answerLines<Result>(
  spec: JsonCommandSpec<Result>,
  input: AsyncIterable<string | Uint8Array>,
  context: AnswerContext,
): Promise<number> {
  for await (const line of readLines(input)) {
    const outcome = await outcomeOf(() => spec.answer(parseJson(line), context), context.io);
    const own = await spec.line?.(outcome, context);
    const written = own ?? (outcome.ok ? jsonOf(spec, outcome.result) : { error: outcome.error });
    await context.io.write(`${JSON.stringify(written)}\n`);
  }
  return 0;
}

function jsonOf<Result>(spec: JsonCommandSpec<Result>, result: Result): unknown {
  return spec.toJson === undefined ? result : spec.toJson(result);
}

async function outcomeOf<Result>(answer: () => Result | Promise<Result>, io: Io): Promise<Outcome<Result>> {
  try {
    return { ok: true, result: await answer() };
  } catch (error) {
    return { ok: false, error: reportError(error, io) };
  }
}

function usage(spec: { name: string; summary: string; flags?: ParseArgsOptionsConfig }): string {
  const flags = Object.keys({ ...commonFlags, ...spec.flags }).map((name) => `  --${name}`);
  return `rethink ${spec.name} [file.json]\n\n${spec.summary}\nReads JSON from the file or from standard input.\n\n${flags.join("\n")}\n`;
}
