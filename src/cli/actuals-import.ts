import { UserError } from "#src/errors.ts";
import { readShortId } from "#src/reviews/ids.ts";
import { type CostColumn, costColumns } from "./actuals/focus-columns.ts";
import type { Mapping } from "./actuals/review-of-row.ts";
import { type FocusTotals, sumFocus } from "./actuals/sum-focus.ts";
import { openInput } from "./io.ts";
import { type Flags, type MachineCommand, readArguments } from "./machine-command.ts";

const usage = `rethink actuals import <file.csv> [--write] [--review 7K2Q] [--services "AWS Lambda,Amazon S3"]

Adds up a FOCUS 1.x cost and usage file, month by month, and says what it would log as the bills of which reviews.
Nothing is kept without --write. A file of any size is read once, from start to end; it may be gzipped.

A row belongs to the review named in its tag "rethink" (rethink = 7K2Q). With --review, all rows belong to that
review, or those of --services. Months are billing periods; tax is left out, since no prediction holds any.

  --write        log the totals with the reviews, all or none; refused while there are bad rows
  --skip-bad     with --write: log them all the same, without the bad rows
  --review       short id of the review all rows belong to
  --services     service names, separated by commas; all when left out
  --cost         effective (with commitments spread over their time, the usual), billed or list
  --with-tax     add tax
  --platform     slack, discord or terminal: where the reviews are; terminal when left out
  --tenant       Slack team, Discord server; "local" when left out
  --channel      channel of the reviews; "terminal" when left out
  --as           who logs them, by name
  --json         the totals as JSON
`;

/** rethink actuals import: bills out of a cost export, kept beside what was predicted. */
export const actualsImportCommand: MachineCommand = {
  name: "actuals import",
  summary: "Add up a FOCUS cost file and log what each review's months really cost",
  async run(args, io) {
    const { flags, file } = readArguments(args, {
      write: { type: "boolean" },
      "skip-bad": { type: "boolean" },
      review: { type: "string" },
      services: { type: "string" },
      cost: { type: "string" },
      "with-tax": { type: "boolean" },
      platform: { type: "string" },
      tenant: { type: "string" },
      channel: { type: "string" },
      as: { type: "string" },
    });
    if (flags["help"] === true) {
      await io.write(usage);
      return 0;
    }
    const options = { mapping: mappingOf(flags), cost: costOf(flags), withTax: flags["with-tax"] === true };
    const totals = await sumFocus(await openInput(io, file), {
      ...options,
      onProgress: (rows) => io.writeError(`${rows.toLocaleString("en-US")} rows read`),
    });
    for (const { line, reason } of totals.bad.first) io.writeError(`line ${line}: ${reason}`);
    const more = totals.bad.rows - totals.bad.first.length;
    if (more > 0) io.writeError(`and ${more} more bad rows`);
    const mayWrite = totals.bad.rows === 0 || flags["skip-bad"] === true;
    const write = flags["write"] === true && mayWrite && totals.totals.length > 0;
    if (write) {
      const { writeActuals } = await import("./actuals/write-actuals.ts");
      const name = textOf(flags, "as") ?? "actuals import";
      const channel = {
        platform: textOf(flags, "platform") ?? "terminal",
        tenant: textOf(flags, "tenant") ?? "local",
        channel: textOf(flags, "channel") ?? "terminal",
      };
      await writeActuals(totals.totals, channel, { id: name, name }, io.clock);
    }
    await io.write(
      flags["json"] === true
        ? `${JSON.stringify({ ...totals, written: write })}\n`
        : asText(totals, write, io.clock.now().toISOString().slice(0, 7)),
    );
    return totals.bad.rows > 0 ? 1 : 0;
  },
};

/** `thisMonth`: YYYY-MM; its bill is not whole yet. */
function asText({ totals, rows, unmapped, tax, bad }: FocusTotals, written: boolean, thisMonth: string): string {
  const lines = totals.map((one) => `${one.review}  ${one.month}  $${one.totalUsd}  ${counted(one.rows)}`);
  return [
    ...(lines.length === 0 ? ["No row belongs to a review: tag them rethink=<id>, or give --review <id>."] : lines),
    "",
    `${counted(rows)} read.`,
    ...(unmapped.rows === 0 ? [] : [`Of no review: ${counted(unmapped.rows)}, $${unmapped.totalUsd}.`]),
    ...(tax.rows === 0 ? [] : [`Tax, left out: ${counted(tax.rows)}, $${tax.totalUsd}.`]),
    ...(bad.rows === 0 ? [] : [`Bad, left out: ${counted(bad.rows)}.`]),
    ...(totals.some(({ month }) => month === thisMonth)
      ? [`${thisMonth} is not over: its total is of a part of the month, and will look low beside what was predicted.`]
      : []),
    outcome(totals.length > 0, bad.rows > 0, written),
    "",
  ].join("\n");
}

function outcome(found: boolean, isBad: boolean, written: boolean): string {
  if (written) return "Logged. The next digest shows predicted against billed.";
  if (!found) return "Nothing was logged.";
  return isBad
    ? "Nothing was logged. Add --write --skip-bad to log it without the bad rows."
    : "Nothing was logged. Add --write to log it.";
}

function counted(rows: number): string {
  return `${rows.toLocaleString("en-US")} ${rows === 1 ? "row" : "rows"}`;
}

function mappingOf(flags: Flags): Mapping {
  const given = textOf(flags, "review");
  const review = given === undefined ? null : readShortId(given);
  if (given !== undefined && review === null) {
    throw badFlag("--review", `${given} is no id of a review.`, "It is at the foot of each card, like 7K2Q.");
  }
  const services = (textOf(flags, "services") ?? "").split(",").map((name) => name.trim().toLowerCase());
  return { review, services: new Set(services.filter((name) => name !== "")) };
}

function costOf(flags: Flags): CostColumn {
  const given = textOf(flags, "cost") ?? "effective";
  if (given === "effective" || given === "billed" || given === "list") return given;
  throw badFlag("--cost", `--cost is ${JSON.stringify(given)}.`, `Take one of ${Object.keys(costColumns).join(", ")}.`);
}

function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

function badFlag(path: string, message: string, nextStep: string): UserError {
  return new UserError({ code: "bad-input", path, message, nextStep });
}
