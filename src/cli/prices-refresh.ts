import { dataDirectory } from "#src/catalog/data-files.ts";
import { diffMarkdown } from "#src/catalog/refresh/diff-markdown.ts";
import { AWS_PRICE_LIST_URL } from "#src/catalog/refresh/download.ts";
import { newestSnapshot } from "#src/catalog/refresh/old-prices.ts";
import { checkIsNewer, hasChanges, type Refresh, refreshPrices, writeRefresh } from "#src/catalog/refresh/refresh.ts";
import { UserError } from "#src/errors.ts";
import { type Flags, type MachineCommand, readArguments } from "./machine-command.ts";

const SILENCE_MAX_S = 30;

const usage = `rethink prices refresh [--write] [--confirm] [--regions a,b] [--offers A,B] [--base-url URL] [--json]

Reads the AWS Price List and shows what differs from the newest catalog. Nothing is written without --write.

  --write            put a catalog of today in place, with the differences in its changes.md
  --confirm          with --write: also when no price moved, so that the catalog's age starts anew
  --regions          region codes, separated by commas; all of the catalog's when left out
  --offers           offer codes (AWSLambda, AmazonEC2 ...); all the catalog draws on when left out
  --base-url         another copy of the price list; ${AWS_PRICE_LIST_URL} when left out
  --timeout-seconds  longest silence of the server, ${SILENCE_MAX_S} when left out
  --data-dir         another catalog than the program's own
  --json             the differences as JSON
`;

/** rethink prices refresh: a diff for a person to read, and on request the next snapshot. */
export const pricesRefreshCommand: MachineCommand = {
  name: "prices refresh",
  summary: "Read the AWS Price List and show, or write, what differs from the catalog",
  async run(args, io) {
    const { flags, file } = readArguments(args, {
      write: { type: "boolean" },
      confirm: { type: "boolean" },
      regions: { type: "string" },
      offers: { type: "string" },
      "base-url": { type: "string" },
      "timeout-seconds": { type: "string" },
      "data-dir": { type: "string" },
    });
    if (flags["help"] === true) {
      await io.write(usage);
      return 0;
    }
    if (file !== undefined) throw badFlag(file, `${JSON.stringify(file)} is not understood.`, "See --help.");
    const dataDir = textOf(flags, "data-dir") ?? dataDirectory;
    const today = io.clock.now().toISOString().slice(0, 10);
    // Before minutes of downloading, not after.
    if (flags["write"] === true) checkIsNewer(today, newestSnapshot(dataDir));
    const refresh = await refreshPrices({
      dataDir,
      baseUrl: textOf(flags, "base-url") ?? AWS_PRICE_LIST_URL,
      silenceMaxMs: secondsOf(flags) * 1000,
      offers: listOf(flags, "offers"),
      regions: listOf(flags, "regions"),
      today,
      onFile: (offer, region) => {
        if (io.terminal.interactive) io.writeError(`reading ${offer} ${region}`);
      },
    });
    const written = flags["write"] === true && (hasChanges(refresh) || flags["confirm"] === true);
    if (written) await writeRefresh(refresh, dataDir);
    await io.write(
      flags["json"] === true ? `${JSON.stringify(asJson(refresh, written))}\n` : asText(refresh, written, flags),
    );
    return 0;
  },
};

function asText(refresh: Refresh, written: boolean, flags: Flags): string {
  return `${diffMarkdown(refresh)}\n${outcomeOf(refresh, written, flags)}\n`;
}

function outcomeOf(refresh: Refresh, written: boolean, flags: Flags): string {
  if (written) return `Written: the catalog of ${refresh.date}. Read its changes.md before it is used.`;
  if (!hasChanges(refresh)) return "Nothing changed, and nothing was written.";
  return flags["write"] === true ? "Nothing was written." : "Nothing was written. Add --write to put it in place.";
}

function asJson({ files: _files, ...refresh }: Refresh, written: boolean): object {
  return { ...refresh, changed: hasChanges({ ...refresh, files: _files }), written };
}

function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

function listOf(flags: Flags, name: string): string[] | null {
  const names = textOf(flags, name)
    ?.split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (names === undefined) return null;
  if (names.length === 0) throw badFlag(`--${name}`, `--${name} is empty.`, "Give codes, separated by commas.");
  return names;
}

function secondsOf(flags: Flags): number {
  const text = textOf(flags, "timeout-seconds");
  if (text === undefined) return SILENCE_MAX_S;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw badFlag("--timeout-seconds", `--timeout-seconds is ${JSON.stringify(text)}.`, "Give seconds from 1 to 3600.");
}

function badFlag(path: string, message: string, nextStep: string): UserError {
  return new UserError({ code: "bad-input", path, message, nextStep });
}
