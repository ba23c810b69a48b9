import { LogLevel } from "@slack/bolt";
import type { Logger } from "#src/log.ts";

type BoltLogger = NonNullable<ConstructorParameters<typeof import("@slack/bolt").HTTPReceiver>[0]["logger"]>;

/**
 * Slack's libraries log through ours. Their debug lines hold tokens and what people wrote, so these are dropped
 * whatever the level is; of objects only the name and message of an error is kept.
 */
export function boltLogger(log: Logger): BoltLogger {
  const words = (parts: unknown[]): string => parts.map(wordsOf).filter(Boolean).join(" ");
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug(words(parts)),
    warn: (...parts: unknown[]) => log.warn(words(parts)),
    error: (...parts: unknown[]) => log.error(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function wordsOf(part: unknown): string {
  if (typeof part === "string") return part;
  return part instanceof Error ? `${part.name}: ${part.message}` : "";
}
