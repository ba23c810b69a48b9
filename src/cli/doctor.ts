import { loadCatalog } from "#src/catalog/load.ts";
import { type Config, readConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import { type DoctorCheck, doctorReply, isFault } from "#src/reply/views/doctor.ts";
import { openStore } from "#src/storage/open-store.ts";
import { createSeal } from "#src/storage/seal.ts";
import type { Io } from "./io.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";

const USAGE = `rethink doctor [--json]

Looks at the configuration, the store, the catalog and the tokens, and says what needs mending. Exit 1 when something does.
It sends nothing anywhere.
`;

export const doctorCommand: MachineCommand = {
  name: "doctor",
  summary: "Look at configuration, store and catalog, and say what needs mending",
  run: async (args, io) => {
    const { flags } = readArguments(args, {});
    if (flags["help"] === true) {
      await io.write(USAGE);
      return 0;
    }
    const checks = await examine(io);
    const { width, colour } = io.terminal;
    const text =
      flags["json"] === true
        ? JSON.stringify({ checks }, null, 2)
        : renderPlainText(doctorReply(checks), { width, colour });
    await io.write(`${text}\n`);
    return checks.some(isFault) ? 1 : 0;
  },
};

async function examine(io: Io): Promise<DoctorCheck[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    return [{ code: "config", problem: sentenceOf(error) }];
  }
  return [
    { code: "config", problem: null },
    await examineStore(config),
    examineCatalog(io.clock.now()),
    { code: "slack", mode: slackMode(config) },
    { code: "discord", mode: config.discord === null ? "off" : "on" },
    { code: "llm", model: config.llm?.model ?? null },
    examineKey(config),
  ];
}

async function examineStore(config: Config): Promise<DoctorCheck> {
  const about = {
    code: "store",
    kind: config.databaseUrl === null ? "embedded" : "postgres",
    place: config.dataDir,
  } as const;
  try {
    const store = await openStore({ ...config, secretKey: null });
    try {
      return { ...about, problem: null, waiting: await store.inbox.backlog() };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { ...about, problem: sentenceOf(error), waiting: 0 };
  }
}

function examineCatalog(now: Date): DoctorCheck {
  const { pricesAsOf } = loadCatalog();
  const ageDays = catalogAgeDays(pricesAsOf, now);
  return { code: "catalog", pricesAsOf, ageDays, isOld: isOld(ageDays) };
}

function slackMode({ slack }: Config): Extract<DoctorCheck, { code: "slack" }>["mode"] {
  if (slack === null) return "off";
  if (slack.clientId !== null) return "many-workspaces";
  return slack.appToken === null ? "http" : "socket";
}

/** Tokens of several workspaces are kept only when they can be encrypted. */
function examineKey({ slack, secretKey }: Config): DoctorCheck {
  const needed = slack?.clientId != null;
  try {
    const seal = createSeal(secretKey);
    if (needed) seal.close("probe", "doctor");
    return { code: "secret-key", needed, problem: null };
  } catch (error) {
    return { code: "secret-key", needed, problem: sentenceOf(error) };
  }
}

/** What a person can mend; a fault of ours is not hidden as one. */
function sentenceOf(error: unknown): string {
  if (error instanceof UserError) return error.sentence;
  throw error;
}
