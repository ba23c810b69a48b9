import { z } from "zod";
import { UserError } from "#src/errors.ts";

/** An unset variable and an empty one (`SLACK_APP_TOKEN=` in a .env file) mean the same. */
const text = z.preprocess((value) => (value === "" ? undefined : value), z.string().trim().min(1).optional());
/** "1", "true", "yes", "on" switch on; unset, empty and their opposites do not. */
const flag = z.preprocess((value) => (value === "" || value === undefined ? "no" : value), z.stringbool());
const port = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number().int().min(0).max(65_535).optional(),
);

/** The only list of environment variables Rethink reads. */
const environmentSchema = z.object({
  RETHINK_DATA_DIR: text,
  DATABASE_URL: text,
  RETHINK_SECRET_KEY: text,
  RETHINK_LOG_LEVEL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
  ),
  RETHINK_HEALTH_PORT: port,
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_PORT: port,
  SLACK_API_URL: text,
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: text,
  DISCORD_GUILD_ID: text,
  DISCORD_API_URL: text,
  DISCORD_MESSAGE_CONTENT: flag,
  OPENAI_BASE_URL: text,
  OPENAI_API_KEY: text,
  OPENAI_MODEL: text,
  NO_COLOR: z.string().optional(),
});

export interface SlackConfig {
  botToken: string | null;
  /** Set: Socket Mode. Not set: HTTP with `signingSecret`. */
  appToken: string | null;
  signingSecret: string | null;
  /** Set together: many workspaces through OAuth; tokens are kept encrypted. */
  clientId: string | null;
  clientSecret: string | null;
  stateSecret: string | null;
  port: number;
  /** Another Web API address; null: Slack's own. */
  apiUrl: string | null;
}

export interface DiscordConfig {
  token: string;
  /** Null: Discord says which application the token belongs to. */
  applicationId: string | null;
  /** The server whose commands are registered; null: all servers. */
  guildId: string | null;
  /** True when the application may read message content (a privileged intent): threads then need no mention. */
  messageContent: boolean;
  /** Another REST address; null: Discord's own. */
  apiUrl: string | null;
}

export interface LlmConfig {
  baseUrl: string | null;
  apiKey: string | null;
  model: string;
}

/** Read once at the start, checked, and passed on; nothing else looks at the environment. */
export interface Config {
  /** Directory of the embedded database. */
  dataDir: string;
  /** PostgreSQL; null: embedded. */
  databaseUrl: string | null;
  /** 32 bytes in base64 or hex: encrypts installation tokens at rest. */
  secretKey: string | null;
  logLevel: string;
  /** Port of /healthz, /readyz and /metrics; null: not served. */
  healthPort: number | null;
  slack: SlackConfig | null;
  discord: DiscordConfig | null;
  llm: LlmConfig | null;
  color: boolean;
}

/**
 * @throws UserError `config` naming the variable at fault.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UserError({
      code: "config",
      message: `${String(issue?.path[0] ?? "The environment")} is not valid: ${issue?.message ?? "unreadable"}.`,
      nextStep: "See docs/configuration.md for what each variable takes.",
    });
  }
  const read = parsed.data;
  return {
    dataDir: read.RETHINK_DATA_DIR ?? ".rethink",
    databaseUrl: read.DATABASE_URL ?? null,
    secretKey: read.RETHINK_SECRET_KEY ?? null,
    logLevel: read.RETHINK_LOG_LEVEL ?? "info",
    healthPort: read.RETHINK_HEALTH_PORT ?? null,
    slack: slackConfig(read),
    discord: discordConfig(read),
    llm: llmConfig(read),
    color: read.NO_COLOR === undefined || read.NO_COLOR === "",
  };
}

type Environment = z.infer<typeof environmentSchema>;

function slackConfig(read: Environment): SlackConfig | null {
  if (read.SLACK_BOT_TOKEN === undefined && read.SLACK_CLIENT_ID === undefined) return null;
  if (read.SLACK_APP_TOKEN === undefined && read.SLACK_SIGNING_SECRET === undefined) {
    throw new UserError({
      code: "config",
      message: "Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).",
      nextStep: "Copy it from the app's page at api.slack.com/apps.",
    });
  }
  return {
    botToken: read.SLACK_BOT_TOKEN ?? null,
    appToken: read.SLACK_APP_TOKEN ?? null,
    signingSecret: read.SLACK_SIGNING_SECRET ?? null,
    clientId: read.SLACK_CLIENT_ID ?? null,
    clientSecret: read.SLACK_CLIENT_SECRET ?? null,
    stateSecret: read.SLACK_STATE_SECRET ?? null,
    port: read.SLACK_PORT ?? 3000,
    apiUrl: read.SLACK_API_URL ?? null,
  };
}

function discordConfig(read: Environment): DiscordConfig | null {
  if (read.DISCORD_TOKEN === undefined) return null;
  return {
    token: read.DISCORD_TOKEN,
    applicationId: read.DISCORD_APPLICATION_ID ?? null,
    guildId: read.DISCORD_GUILD_ID ?? null,
    apiUrl: read.DISCORD_API_URL ?? null,
    messageContent: read.DISCORD_MESSAGE_CONTENT,
  };
}

function llmConfig(read: Environment): LlmConfig | null {
  if (read.OPENAI_API_KEY === undefined && read.OPENAI_BASE_URL === undefined) return null;
  if (read.OPENAI_MODEL === undefined) {
    throw new UserError({
      code: "config",
      message: "A model endpoint is set, but OPENAI_MODEL is not.",
      nextStep: "Set OPENAI_MODEL to a model that endpoint serves, or unset OPENAI_BASE_URL and OPENAI_API_KEY.",
    });
  }
  return {
    baseUrl: read.OPENAI_BASE_URL ?? null,
    apiKey: read.OPENAI_API_KEY ?? null,
    model: read.OPENAI_MODEL,
  };
}
