import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Keys whose values never reach a log line, at the top level or one level down. */
const secretKeys = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
  "clientSecret",
  "stateSecret",
  "secretKey",
  "apiKey",
  "authorization",
  "databaseUrl",
  "connectionString",
  "replyHandle",
  "password",
];

/**
 * A JSON logger on stderr (stdout belongs to answers), one object a line, secrets removed.
 * What people write is never logged: log ids and counts.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}
