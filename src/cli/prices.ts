import { listCatalogs, loadCatalog } from "#src/catalog/load.ts";
import { UserError } from "#src/errors.ts";
import { catalogAgeDays } from "#src/model/catalog-age.ts";
import { catalogContents } from "#src/model/catalog-contents.ts";
import { catalogContentsReply } from "#src/reply/views/catalog-contents.ts";
import { priceWarningText } from "#src/reply/wording/price-warning.ts";
import { catalogWarnings } from "./catalog-warnings.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";
import { formatFlag, textFor } from "./text-format.ts";

const flagSpecs = { ...formatFlag, "as-of": { type: "string" } } as const;

const usage = `rethink prices [--as-of YYYY-MM-DD] [--format text|json]

Say what the price catalog holds: dates, sources, coverage, gaps, what is unverified.
`;

/** What the catalog holds; reads no input. */
export const pricesCommand: MachineCommand = {
  name: "prices",
  summary: "Say what the price catalog holds: dates, sources, coverage, gaps",
  run: async (args, io) => {
    const { flags, file } = readArguments(args, flagSpecs);
    if (file !== undefined) {
      throw new UserError({
        code: "bad-input",
        message: `"${file}" is not understood: prices reads no input.`,
        nextStep: "Leave it out, or see rethink prices --help.",
      });
    }
    if (flags["help"] === true) {
      await io.write(usage);
      return 0;
    }
    const asOf = flags["as-of"];
    const dates = { pricesAsOf: typeof asOf === "string" ? asOf : undefined };
    const catalog = loadCatalog(dates);
    const contents = catalogContents(catalog);
    const warnings = catalogWarnings(dates, catalog, io.clock.now());
    const text =
      flags["json"] === true ? null : textFor(() => catalogContentsReply({ contents, warnings }), { flags, io });
    const answer = {
      ...contents,
      ageDays: catalogAgeDays(contents.pricesAsOf, io.clock.now()),
      catalogs: listCatalogs(),
      warnings: warnings.map((warning) => ({ ...warning, message: priceWarningText(warning) })),
    };
    await io.write(text ?? `${JSON.stringify(answer, null, 2)}\n`);
    return 0;
  },
};
